import { randomBytes } from 'node:crypto';
import { openBackend, type Backend } from '#electron/backend/backend.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { openSettings } from '#electron/backend/settings.ts';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { connect, type Client } from '#shared/contract/client.ts';
import { serve, type Handlers, type HostHandlers } from '#shared/contract/serve.ts';
import { FaultyDisk } from '#tests/electron/backend/disk/faulty-disk.ts';
import { directPair } from '#tests/shared/contract/direct.ts';

/** A real back end on a disk that can be filled, reached over a direct transport. */
export interface Served {
  readonly disk: FaultyDisk;
  readonly backend: Backend;
  /** Another page. `drop` cuts its connection, as when the host goes away. */
  page(): { readonly client: Client; drop(): void };
  create(headline: string): Promise<ArticleId>;
  close(): Promise<void>;
}

export async function served(): Promise<Served> {
  const disk = new FaultyDisk(3);
  const backend = value(
    await openBackend({
      place: '/library',
      disk,
      clock: systemClock,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      settings: openSettings(disk, '/config'),
    }),
  );
  const page = (): { client: Client; drop(): void } => {
    const pair = directPair();
    serve(pair.host, (emit) => {
      const { handlers, dispose } = backend.connection(emit, {});
      const all: Handlers = { ...handlers, ...hostHandlers() };
      return { handlers: all, dispose };
    });
    return { client: connect(pair.page), drop: () => void pair.dispose() };
  };
  return {
    disk,
    backend,
    page,
    create: async (headline) => value(await page().client.call('article.create', { headline })).id,
    close: () => backend.close(),
  };
}

function hostHandlers(): HostHandlers {
  const notHere = () => Promise.resolve(fail('not-here', 'Not in this test.'));
  return {
    'host.info': () =>
      Promise.resolve(succeed({ host: 'loopback', version: '0', picksFolders: false, mediaBase: '/media/' })),
    'host.pickFolder': notHere,
    'host.openOutside': notHere,
    'host.flushed': notHere,
  };
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
