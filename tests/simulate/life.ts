import { DiskError, type Disk, type DiskEntry, type WriteHandle } from '#electron/backend/disk/disk.ts';
import type { Chance } from './chance.ts';

/** How the ports of a process misbehave for the time being. Shares are from 0 to 1. */
export interface Nuisance {
  /** How often a file is locked by another program. */
  busy: number;
  /** How often a listing leaves some names out. */
  partial: number;
}

/** What happens to all disks when the process ends. */
export type End = 'kill' | 'power';

/**
 * One process from its start to its end, however it ends. Everything it asks of a disk goes through here, so it can be
 * ended before any call; afterwards nothing it still tries reaches a disk.
 */
export class Life {
  nuisance: Nuisance = { busy: 0, partial: 0 };
  /** How many calls are still answered; null for no limit. */
  callsLeft: number | null = null;
  /** What others do on this machine before a call to a disk is answered, once, after so many calls. */
  meanwhile: { after: number; readonly act: () => void } | null = null;
  readonly #chance: Chance;
  readonly #locks = new Set<string>();
  #over = false;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** Nothing is in its way any more. */
  calm(): void {
    this.nuisance = { busy: 0, partial: 0 };
    this.callsLeft = null;
    this.meanwhile = null;
  }

  end(): void {
    this.#over = true;
    this.#locks.clear();
  }

  /** The disk as this process sees it. `nuisances` says whether other programs meddle with these files. */
  port(disk: Disk, nuisances: boolean): Disk {
    const meet = (path: string): void => {
      this.#step(path);
      if (nuisances && this.#meets(this.nuisance.busy)) {
        throw refusal(path, 'busy');
      }
    };
    const step = (path: string): void => this.#step(path);
    return {
      read: async (path) => (meet(path), disk.read(path)),
      readPart: async (path, from, length) => (meet(path), disk.readPart(path, from, length)),
      size: async (path) => (step(path), disk.size(path)),
      list: async (path) => (step(path), this.#listed(await disk.list(path), nuisances)),
      makeFolder: async (path) => (step(path), disk.makeFolder(path)),
      create: async (path) => (meet(path), this.#handle(path, await disk.create(path))),
      rename: async (from, to) => (meet(to), disk.rename(from, to)),
      remove: async (path) => (meet(path), disk.remove(path)),
      removeFolder: async (path) => (meet(path), disk.removeFolder(path)),
      syncFolder: async (path) => (step(path), disk.syncFolder(path)),
      lock: async (path) => {
        step(path);
        if (this.#locks.has(path)) return null;
        this.#locks.add(path);
        return { release: async () => void this.#locks.delete(path) };
      },
    };
  }

  #handle(path: string, handle: WriteHandle): WriteHandle {
    return {
      write: async (bytes) => {
        if (this.callsLeft === 0 && !this.#over)
          await handle.write(bytes.subarray(0, this.#chance.below(bytes.length)));
        this.#step(path);
        return handle.write(bytes);
      },
      sync: async () => (this.#step(path), handle.sync()),
      close: async () => (this.#step(path), handle.close()),
    };
  }

  #listed(entries: readonly DiskEntry[], nuisances: boolean): readonly DiskEntry[] {
    if (!nuisances || !this.#meets(this.nuisance.partial)) return entries;
    return entries.filter(() => this.#chance.odds(0.7));
  }

  #meets(share: number): boolean {
    return share > 0 && this.#chance.odds(share);
  }

  #step(path: string): void {
    if (this.#over) throw refusal(path, 'the process has ended');
    const { meanwhile } = this;
    if (meanwhile !== null) meanwhile.after -= 1;
    if (meanwhile !== null && meanwhile.after < 0) {
      this.meanwhile = null;
      meanwhile.act();
    }
    if (this.callsLeft === null) return;
    if (this.callsLeft === 0) {
      this.end();
      throw refusal(path, 'the process ends here');
    }
    this.callsLeft -= 1;
  }
}

function refusal(path: string, why: string): DiskError {
  return new DiskError('failed', `${path}: ${why}`);
}
