import type { Disk, WriteHandle } from '#electron/backend/disk/disk.ts';

/** Disks as a careless product would use them: each breaks one rule of writing safely. */

/** Nothing is ever synced. */
export function withoutSync(disk: Disk): Disk {
  return {
    ...disk,
    syncFolder: async () => {},
    create: async (path) => ({ ...(await disk.create(path)), sync: async () => {} }),
  };
}

/** A sync is said to be done when it is asked for, and is done with the next call to the file. */
export function syncLater(disk: Disk): Disk {
  const later = (handle: WriteHandle): WriteHandle => {
    let owed = false;
    const pay = async (): Promise<void> => {
      if (owed) await handle.sync();
      owed = false;
    };
    return {
      write: async (bytes) => (await pay(), handle.write(bytes)),
      sync: async () => {
        await pay();
        owed = true;
      },
      close: () => handle.close(),
    };
  };
  return { ...disk, create: async (path) => later(await disk.create(path)) };
}

/** After a failed sync the same file is synced once more, which then "succeeds". */
export function syncAgain(disk: Disk): Disk {
  const again = (handle: WriteHandle): WriteHandle => ({
    ...handle,
    sync: () => handle.sync().catch(() => handle.sync()),
  });
  return { ...disk, create: async (path) => again(await disk.create(path)) };
}

/** What was written is taken to be all, however few bytes the disk took. */
export function shortWritesTrusted(disk: Disk): Disk {
  const trusting = (handle: WriteHandle): WriteHandle => ({
    ...handle,
    write: async (bytes) => (await handle.write(bytes), bytes.length),
  });
  return { ...disk, create: async (path) => trusting(await disk.create(path)) };
}

/** Names are never made durable: only the files' bytes are. */
export function withoutFolderSync(disk: Disk): Disk {
  return { ...disk, syncFolder: async () => {} };
}

/** The record of what was rescued is kept in memory only. */
export function ledgerUnwritten(disk: Disk): Disk {
  return {
    ...disk,
    create: async (path) => {
      const handle = await disk.create(path);
      return path.includes('/desk/ledger/') ? { ...handle, write: async (bytes) => bytes.length } : handle;
    },
  };
}
