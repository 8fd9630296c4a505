/**
 * Why a disk refused. Whatever the operating system says is one of these. `busy`: not now, because somebody else has the
 * file or the system has too much to do; it says nothing of what is in it.
 */
export type DiskReason = 'missing' | 'exists' | 'full' | 'refused' | 'busy' | 'failed';

/**
 * What a Disk rejects with. The only error the back end expects to be thrown: the rooms above turn it into a Failure
 * (`diskFailure`). Its message names the path and the system's code, never a file's content.
 */
export class DiskError extends Error {
  readonly reason: DiskReason;

  constructor(reason: DiskReason, message: string) {
    super(message);
    this.name = 'DiskError';
    this.reason = reason;
  }
}

/** True when `error` is a DiskError, of that reason where one is given. */
export function isDiskError(error: unknown, reason?: DiskReason): error is DiskError {
  return error instanceof DiskError && (reason === undefined || error.reason === reason);
}

export interface DiskEntry {
  readonly name: string;
  /** `other` is a link, a device, a socket: never followed, never touched. */
  readonly kind: 'file' | 'folder' | 'other';
}

/** A file that this process has just made and appends to. */
export interface WriteHandle {
  /** Appends; resolves to how many bytes were taken, which may be fewer than were given (see `writeAll`). */
  write(bytes: Uint8Array): Promise<number>;
  /** Resolves when everything written so far would outlive a power cut. After a rejection nothing is known. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Exclusive use of something, until released or until this process ends, however it ends. */
export interface DiskLock {
  release(): Promise<void>;
}

/**
 * Everything the back end asks of a disk. Paths are joined with `/`. Every method rejects with a DiskError.
 * Nothing is durable until synced: a file's bytes by `WriteHandle.sync`, its name by `syncFolder` of its folder.
 */
export interface Disk {
  /** The whole file. */
  read(path: string): Promise<Uint8Array>;
  /** Up to `length` bytes from byte `from`; fewer when the file ends before. */
  readPart(path: string, from: number, length: number): Promise<Uint8Array>;
  /** Size of a file in bytes, or null when there is no such file. */
  size(path: string): Promise<number | null>;
  /** What stands in a folder, in no particular order. */
  list(folder: string): Promise<readonly DiskEntry[]>;
  /** Makes a folder and those above it; fine when it is there already. */
  makeFolder(path: string): Promise<void>;
  /** Makes a new empty file; rejects with `exists` when the name is taken. */
  create(path: string): Promise<WriteHandle>;
  /** Renames within one folder or between folders of one disk; replaces a file of the new name. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; rejects with `missing` when there is none. */
  remove(path: string): Promise<void>;
  /** Removes an empty folder. */
  removeFolder(path: string): Promise<void>;
  /** Makes names made, renamed and removed in this folder durable. */
  syncFolder(path: string): Promise<void>;
  /**
   * Exclusive use of the file `path`, made when missing; null when a living process, this one included, holds it.
   * A dead holder never blocks. Nobody may open that file by other means.
   */
  lock(path: string): Promise<DiskLock | null>;
}
