import { randomBytes } from 'node:crypto';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Result } from '#shared/article/failure.ts';
import { run } from '#shared/article/inline.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { Desk } from '#electron/backend/desk/desk.ts';
import { threadGate } from '#electron/backend/desk/thread-gate.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import type { Library } from '#electron/backend/library.ts';
import { openLibrary } from '#electron/backend/open-library.ts';
import type { BenchBlock } from './bench-text.ts';

/** One person's machine as the product has it: a library on the disk, a desk, the gate in its thread. */
export interface Machine {
  readonly library: Library;
  readonly desk: Desk;
  /** One exchange; what fails in it ends the measuring. */
  exchange(compact?: 'now'): Promise<void>;
  close(): Promise<void>;
}

/** Starts the machine `name`, whose library lies in `folder`, on the desk in `place`. */
export async function startMachine(
  how: 'create' | 'join' | 'reopen',
  { name, folder, place }: { name: string; folder: string; place: string },
): Promise<Machine> {
  const disk = nodeDisk();
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const library = must(await openLibrary({ place: folder, disk, clock: systemClock, random, access: 'write' }));
  const gate = threadGate();
  const who = { member: { id: `member-${name}`, name }, device: { id: `device-${name}`, name } };
  const common = { library, disk, folder: disk, place, clock: systemClock, random, gate, who, application: '0.1.0' };
  const desk = must(await Desk[how](common));
  return {
    library,
    desk,
    async exchange(compact) {
      must(await desk.exchange(compact === undefined ? {} : { compact }));
    },
    async close() {
      await library.close();
      await gate.close();
    },
  };
}

/** Makes an article of this text. */
export async function createArticle(
  library: Library,
  headline: string,
  blocks: readonly BenchBlock[],
): Promise<ArticleId> {
  const body = blocks.map(({ kind, text }) => {
    const content = [run(text)];
    return kind === 'heading' ? { kind, level: 2 as const, content } : { kind, content };
  });
  return must(await library.create({ headline: [run(headline)], standfirst: [], body, metadata: {}, related: [] }));
}

/** The value; measuring ends where there is none. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
