import { DiskError, type Disk, type WriteHandle } from '#electron/backend/disk/disk.ts';

/** What happens at the chosen call; `kill` and `torn` (half of a write is done first) end the process. */
export type Stumble = 'kill' | 'torn' | 'EIO' | 'ENOSPC' | 'short' | 'EBUSY';
export const STUMBLES: readonly Stumble[] = ['kill', 'torn', 'EIO', 'ENOSPC', 'short', 'EBUSY'];

/** Counts the calls of all disks that share it and stumbles at one of them. */
export class Stumbling {
  readonly #at: number;
  readonly #how: Stumble;
  calls = 0;
  isDead = false;
  #busy: string | null = null;
  #patience = 0;

  /** `at` counts from 1; 0: never. */
  constructor(at: number, how: Stumble) {
    this.#at = at;
    this.#how = how;
  }

  /** The disk as this process sees it. */
  over(disk: Disk): Disk {
    return {
      read: (path) => this.#do(path, () => disk.read(path)),
      readPart: (path, from, length) => this.#do(path, () => disk.readPart(path, from, length)),
      size: (path) => this.#do(path, () => disk.size(path)),
      list: (path) => this.#do(path, () => disk.list(path)),
      makeFolder: (path) => this.#do(path, () => disk.makeFolder(path)),
      create: (path) => this.#do(path, async () => this.#writing(path, await disk.create(path))),
      rename: (from, to) => this.#do(to, () => disk.rename(from, to)),
      remove: (path) => this.#do(path, () => disk.remove(path)),
      removeFolder: (path) => this.#do(path, () => disk.removeFolder(path)),
      syncFolder: (path) => this.#do(path, () => disk.syncFolder(path)),
      lock: (path) => disk.lock(path),
    };
  }

  #writing(path: string, handle: WriteHandle): WriteHandle {
    return {
      write: async (bytes) => {
        const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
        const stumbles = this.calls + 1 === this.#at && !this.isDead;
        if (stumbles && this.#how === 'torn') await handle.write(half);
        if (stumbles && this.#how === 'short') {
          this.calls += 1;
          return handle.write(half);
        }
        return this.#do(path, () => handle.write(bytes));
      },
      sync: () => this.#do(path, () => handle.sync()),
      close: () => handle.close(),
    };
  }

  async #do<T>(path: string, work: () => Promise<T>): Promise<T> {
    this.calls += 1;
    if (this.isDead) throw new DiskError('failed', `${path}: the process is dead`);
    if (this.#busy === path && this.#patience > 0) {
      this.#patience -= 1;
      throw new DiskError('failed', `${path}: busy`);
    }
    if (this.calls !== this.#at) return work();
    switch (this.#how) {
      case 'kill':
      case 'torn':
        this.isDead = true;
        throw new DiskError('failed', `${path}: killed`);
      case 'EIO':
        throw new DiskError('failed', `${path}: EIO`);
      case 'ENOSPC':
        throw new DiskError('full', `${path}: ENOSPC`);
      case 'EBUSY':
        this.#busy = path;
        this.#patience = 3;
        throw new DiskError('failed', `${path}: EBUSY`);
      case 'short':
        return work();
    }
  }
}
