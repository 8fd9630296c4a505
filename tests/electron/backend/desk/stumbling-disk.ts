import { DiskError, type Disk, type DiskReason, type WriteHandle } from '#electron/backend/disk/disk.ts';
import type { Means, RefusalCode, Stumbling } from './stumbling.ts';

const REASONS: Readonly<Record<RefusalCode, DiskReason>> = { EIO: 'failed', ENOSPC: 'full', EBUSY: 'busy' };

/** A disk in memory says no as the port does; its process only plays dead. */
export const IN_MEMORY: Means = {
  refusal: (code, path) => new DiskError(REASONS[code], `${path}: ${code}`),
  die: () => {},
};

/** The disk as the process that stumbles sees it. */
export function stumblingDisk(disk: Disk, stumbling: Stumbling): Disk {
  const at = stumbling.call.bind(stumbling);
  return {
    read: (path) => at('read', path, () => disk.read(path)),
    readPart: (path, from, length) => at('readPart', path, () => disk.readPart(path, from, length)),
    size: (path) => at('size', path, () => disk.size(path)),
    list: (path) => at('list', path, () => disk.list(path)),
    makeFolder: (path) => at('makeFolder', path, () => disk.makeFolder(path)),
    create: (path) => at('create', path, async () => writing(path, await disk.create(path), stumbling)),
    rename: (from, to) => at('rename', to, () => disk.rename(from, to)),
    remove: (path) => at('remove', path, () => disk.remove(path)),
    removeFolder: (path) => at('removeFolder', path, () => disk.removeFolder(path)),
    syncFolder: (path) => at('syncFolder', path, () => disk.syncFolder(path)),
    lock: (path) => at('lock', path, () => disk.lock(path)),
  };
}

function writing(path: string, handle: WriteHandle, stumbling: Stumbling): WriteHandle {
  return {
    write: (bytes) => stumbling.move('write', path, bytes.length, (length) => handle.write(bytes.subarray(0, length))),
    sync: () => stumbling.call('sync', path, () => handle.sync()),
    close: () => stumbling.call('close', path, () => handle.close()),
  };
}
