import { open, mkdir, readdir, readFile, rename, rmdir, stat, unlink, type FileHandle } from 'node:fs/promises';
import { watch } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DiskError, type Disk, type DiskEntry, type DiskLock, type DiskReason, type WriteHandle } from './disk.ts';

/** How long a lock waits for a process that is just ending, in milliseconds. */
const LOCK_PATIENCE = 300;
const SQLITE_BUSY = 5;

const REASONS: Readonly<Record<string, DiskReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EEXIST: 'exists',
  ENOTEMPTY: 'exists',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'refused',
  EPERM: 'refused',
  EROFS: 'refused',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EAGAIN: 'busy',
  EMFILE: 'busy',
  ENFILE: 'busy',
};

/** The machine's own disk. The only door to `node:fs` in the product. */
export function nodeDisk(): Disk {
  return {
    read: (path) => asked(path, () => readFile(path)),
    readPart: (path, from, length) => asked(path, () => readPart(path, from, length)),
    size: (path) => asked(path, () => sizeOf(path)),
    list: (folder) => asked(folder, () => list(folder)),
    makeFolder: (path) => asked(path, () => makeFolder(path)),
    create: (path) => asked(path, async () => writing(path, await open(path, 'ax'))),
    rename: (from, to) => asked(to, () => rename(from, to)),
    remove: (path) => asked(path, () => unlink(path)),
    removeFolder: (path) => asked(path, () => rmdir(path)),
    syncFolder: (path) => asked(path, () => syncFolder(path)),
    lock: async (path) => lock(path),
  };
}

async function asked<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskError(path, error);
  }
}

function diskError(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? new DiskError(REASONS[code] ?? 'failed', `${path}: ${code}`) : error;
}

async function readPart(path: string, from: number, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch (error) {
    const failure = diskError(path, error);
    if (failure instanceof DiskError && failure.reason === 'missing') return null;
    throw failure;
  }
}

async function list(folder: string): Promise<readonly DiskEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.map((entry) => ({
    name: entry.name,
    kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
  }));
}

/** Not `recursive`: where a system refuses a new folder by calling it missing (as /proc does), Node tries for ever. */
async function makeFolder(path: string): Promise<void> {
  if (await isMade(path)) return;
  const above = dirname(path);
  if (above !== path) await makeFolder(above);
  if (!(await isMade(path))) await mkdir(path);
}

/** True when the folder is there, made now or before; false when what should hold it is not. */
async function isMade(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory() === true) return true;
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

function writing(path: string, handle: FileHandle): WriteHandle {
  return {
    write: (bytes) => asked(path, async () => (await handle.write(bytes)).bytesWritten),
    sync: () => asked(path, () => handle.datasync()),
    close: () => asked(path, () => handle.close()),
  };
}

/** Windows keeps names durable by itself and cannot sync a folder. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Tells when something changes in a folder or below it; returns the way to stop, or null where the system can't tell.
 * What it misses nobody must rely on: shares and some folders tell nothing.
 */
export function watchFolder(folder: string, tell: () => void): (() => void) | null {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, () => tell());
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return null;
  }
}

/**
 * SQLite's own file lock, held by a transaction that never ends: the kernel releases it when the process dies, and
 * SQLite keeps two holders inside one process apart, which bare file locks do not. The file stays empty.
 */
function lock(path: string): DiskLock | null {
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(path, { timeout: LOCK_PATIENCE });
  } catch {
    throw new DiskError('refused', `${path}: cannot be opened for locking`);
  }
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === SQLITE_BUSY) return null;
    throw new DiskError(code === 8 ? 'refused' : 'failed', `${path}: cannot be locked`);
  }
  return {
    release: async () => {
      if (database.isOpen) database.close();
    },
  };
}
