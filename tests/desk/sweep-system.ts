import promises, { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { Means, Stumbling } from '#tests/electron/backend/desk/stumbling.ts';

type Work = (...args: unknown[]) => Promise<unknown>;

/** What the product calls of `node:fs/promises` by a path, which comes last where there are two. */
const BY_PATH = ['mkdir', 'readdir', 'readFile', 'rename', 'rmdir', 'stat', 'unlink'] as const;
const BY_HANDLE = ['datasync', 'sync'] as const;

/** The system says no as Node hands it on; a process really ends. */
export function systemMeans(last: () => void): Means {
  return {
    refusal: (code, path) => Object.assign(new Error(`${code}: injected, '${path}'`), { code, path }),
    die: () => {
      last();
      process.kill(process.pid, 'SIGKILL');
    },
  };
}

/**
 * Puts a counter and a stumbling stone before every file-system call of this process that goes through
 * `node:fs/promises`, which is all that the product makes but SQLite's. `current` is whose calls they are just now;
 * null: nobody's.
 */
export async function watchSystem(current: () => Stumbling | null): Promise<void> {
  const paths = new WeakMap<object, string>();
  const patch = (owner: object, name: string, wrap: (real: Work) => (this: object, ...args: unknown[]) => unknown) => {
    const real: Work = Reflect.get(owner, name);
    Reflect.set(owner, name, wrap(real));
  };
  const handle = await open(import.meta.filename, 'r');
  const handles: object = Object.getPrototypeOf(handle);
  await handle.close();

  for (const name of BY_PATH)
    patch(promises, name, (real) => (...args) => {
      const path = String(name === 'rename' ? args[1] : args[0]);
      return watched(current(), name, path, () => real(...args));
    });
  patch(promises, 'open', (real) => async (...args) => {
    const path = String(args[0]);
    const opened = await watched(current(), 'open', path, () => real(...args));
    if (typeof opened !== 'object' || opened === null) return opened;
    paths.set(opened, path);
    patch(opened, 'close', (close) => () => closeWatched(current(), path, close));
    return opened;
  });
  for (const name of BY_HANDLE)
    patch(
      handles,
      name,
      (real) =>
        function (this: object, ...args) {
          return watched(current(), name, paths.get(this) ?? '', () => real.apply(this, args));
        },
    );
  patch(
    handles,
    'write',
    (real) =>
      function (this: object, bytes) {
        if (!(bytes instanceof Uint8Array)) throw new Error('writes something else than bytes');
        const work = (length: number) => real.call(this, bytes.subarray(0, length));
        return current()?.move('write', paths.get(this) ?? '', bytes.length, work) ?? work(bytes.length);
      },
  );
  patch(
    handles,
    'read',
    (real) =>
      function (this: object, bytes, offset, length, position) {
        const work = (most: number) => real.call(this, bytes, offset, most, position);
        return current()?.move('read', paths.get(this) ?? '', Number(length), work) ?? work(Number(length));
      },
  );
  syncBuiltinESMExports();
}

function watched<T>(stumbling: Stumbling | null, name: string, path: string, work: () => Promise<T>): Promise<T> {
  return stumbling === null ? work() : stumbling.call(name, path, work);
}

/** As Linux does it: a file whose closing is refused is closed all the same. */
async function closeWatched(stumbling: Stumbling | null, path: string, close: Work): Promise<unknown> {
  try {
    return await watched(stumbling, 'close', path, close);
  } catch (error) {
    await close();
    throw error;
  }
}
