import manifest from '../../package.json' with { type: 'json' };
import { DiskError, type Disk, type DiskReason, type WriteHandle } from '#electron/backend/disk/disk.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { openProduct } from '#electron/host/product.ts';
import { serveLoopback } from '#electron/loopback/host.ts';
import type { Limits } from '#electron/loopback/limits.ts';
import { closeOnSignals } from '#electron/loopback/signals.ts';

/**
 * The loopback host as the product runs it, but with a disk that fails when its parent says so. Started with `fork`:
 * settings come as JSON in the first argument, `{ disk }` over the channel; it answers `{ ready }` or `{ failed }`.
 */
export interface TestHostSettings {
  readonly library: string;
  readonly port: number;
  readonly secret?: string;
  readonly stay: boolean;
  readonly limits?: Partial<Limits>;
}
export type DiskState = 'fine' | 'full' | 'failing';
export interface ToHost {
  readonly disk: DiskState;
}
export type FromHost =
  | { readonly ready: { readonly url: string; readonly port: number; readonly secret: string } }
  | { readonly disk: DiskState }
  | { readonly failed: string };

let state: DiskState = 'fine';

/** The machine's disk, which refuses to take bytes while `state` says so. */
function faultyDisk(disk: Disk): Disk {
  const refuse = (): void => {
    const reasons: Readonly<Record<Exclude<DiskState, 'fine'>, DiskReason>> = { full: 'full', failing: 'failed' };
    if (state !== 'fine') throw new DiskError(reasons[state], `the disk is ${state} (test)`);
  };
  return {
    read: (path) => disk.read(path),
    readPart: (path, from, length) => disk.readPart(path, from, length),
    size: (path) => disk.size(path),
    list: (folder) => disk.list(folder),
    makeFolder: (path) => disk.makeFolder(path),
    rename: (from, to) => disk.rename(from, to),
    remove: (path) => disk.remove(path),
    removeFolder: (path) => disk.removeFolder(path),
    syncFolder: (path) => disk.syncFolder(path),
    lock: (path) => disk.lock(path),
    async create(path) {
      const handle = await disk.create(path);
      return faultyHandle(handle, refuse);
    },
  };
}

function faultyHandle(handle: WriteHandle, refuse: () => void): WriteHandle {
  return {
    async write(bytes) {
      refuse();
      return handle.write(bytes);
    },
    async sync() {
      refuse();
      await handle.sync();
    },
    close: () => handle.close(),
  };
}

function tell(message: FromHost): void {
  process.send?.(message);
}

async function main(settings: TestHostSettings): Promise<void> {
  process.on('message', (message: ToHost) => {
    state = message.disk;
    tell({ disk: state });
  });
  // Nobody is left behind when the test that started this is gone.
  process.on('disconnect', () => process.exit(1));
  const product = await openProduct({ disk: faultyDisk(nodeDisk()), library: settings.library });
  if (!product.ok) return tell({ failed: product.error.message });
  const { openBackend, files } = product.value;
  const { port, stay } = settings;
  const host = await serveLoopback({
    openBackend,
    files,
    version: manifest.version,
    port,
    stay,
    report: (line) => void process.stderr.write(`${line}\n`),
    ...(settings.secret === undefined ? {} : { secret: settings.secret }),
    ...(settings.limits === undefined ? {} : { limits: settings.limits }),
  });
  if (!host.ok) return tell({ failed: host.error.message });
  closeOnSignals(host.value);
  tell({ ready: { url: host.value.url, port: host.value.port, secret: host.value.secret } });
  await host.value.closed;
  process.disconnect();
}

if (import.meta.main) await main(JSON.parse(process.argv[2] ?? '{}') as TestHostSettings);
