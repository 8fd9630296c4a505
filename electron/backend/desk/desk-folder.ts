import { isWriter, parcelFile, parcelPath, parseParcelName, type ParcelName } from '#shared/parcel/name.ts';
import { LONGEST_FILE, type Codec } from '#shared/parcel/parcel.ts';
import { DiskError, isDiskError, type Disk, type DiskEntry } from '../disk/disk.ts';
import { removeIfThere, same, writeWhole } from '../disk/replace.ts';

/** What stood in the folder when it was looked at, as far as names go. */
export interface FolderListing {
  readonly files: ReadonlyMap<string, ReadonlyMap<string, ParcelName>>;
  /** Writers whose folder could not be looked into. */
  readonly unlisted: ReadonlySet<string>;
}

/** What a look at one file gives. */
export type Fetched = { readonly is: 'whole'; readonly bytes: Uint8Array } | { readonly is: 'incomplete' | 'locked' };

/** The desk folder: whole files under names that say their digest, and nothing believed of what others put there. */
export class DeskFolder {
  readonly #disk: Disk;
  readonly #place: string;
  readonly #mark: string;
  readonly #codec: Codec;

  /** `mark` makes the names of unfinished files our own. */
  constructor(o: { disk: Disk; place: string; mark: string; codec: Codec }) {
    this.#disk = o.disk;
    this.#place = o.place;
    this.#mark = o.mark;
    this.#codec = o.codec;
  }

  /** Every parcel's name. A missing folder is an empty one; rejects when the writers can't be listed. */
  async list(): Promise<FolderListing> {
    const files = new Map<string, Map<string, ParcelName>>();
    const unlisted = new Set<string>();
    const writers = (await this.names('writers')).filter(({ name, kind }) => kind === 'folder' && isWriter(name));
    for (const { name: writer } of writers) {
      try {
        const found = (await this.names(`writers/${writer}`)).flatMap(({ name, kind }) => {
          const parsed = kind === 'file' ? parseParcelName(writer, name) : null;
          return parsed === null ? [] : [[name, parsed] as const];
        });
        files.set(writer, new Map(found));
      } catch (error) {
        if (!isDiskError(error)) throw error;
        unlisted.add(writer);
      }
    }
    return { files, unlisted };
  }

  /** What stands in a folder of the desk; nothing where it is missing. */
  async names(folder: string): Promise<readonly DiskEntry[]> {
    try {
      return await this.#disk.list(`${this.#place}/${folder}`);
    } catch (error) {
      if (isDiskError(error, 'missing')) return [];
      throw error;
    }
  }

  /** Reads a parcel's file and compares it with its name. */
  async fetch(name: ParcelName): Promise<Fetched> {
    const bytes = await this.read(`writers/${parcelPath(name)}`, LONGEST_FILE);
    if (!(bytes instanceof Uint8Array)) return { is: bytes };
    return this.#codec.digest(bytes) === name.digest ? { is: 'whole', bytes } : { is: 'incomplete' };
  }

  /** Reads a file of at most `most` bytes; says why not where that can't be done. Never rejects with a DiskError. */
  async read(path: string, most: number): Promise<Uint8Array | 'incomplete' | 'locked'> {
    try {
      const size = await this.#disk.size(`${this.#place}/${path}`);
      if (size === null || size === 0 || size > most) return 'incomplete';
      return await this.#disk.read(`${this.#place}/${path}`);
    } catch (error) {
      if (!isDiskError(error)) throw error;
      return isDiskError(error, 'missing') ? 'incomplete' : 'locked';
    }
  }

  /** Puts a parcel there and reads it back whole under its name. Rejects with a DiskError. */
  async put(name: ParcelName, bytes: Uint8Array): Promise<void> {
    await this.write(`writers/${name.writer}`, parcelFile(name), bytes);
  }

  /**
   * Writes a file beside, syncs it, renames it, syncs the folder, and reads it back under its name. So nothing under a
   * final name was ever half written on this machine; what a copier makes of it the digest tells. Shares that can't
   * sync a folder are let be: whoever holds the bytes puts a file back that a power cut took. Rejects with a DiskError.
   */
  async write(folder: string, file: string, bytes: Uint8Array): Promise<void> {
    await this.#makeFolder(folder);
    const path = `${this.#place}/${folder}/${file}`;
    const unfinished = `${this.#place}/${folder}/.new-${this.#mark}-${file}`;
    try {
      await writeWhole(this.#disk, unfinished, bytes);
      await this.#disk.rename(unfinished, path);
      await this.#syncFolder(folder);
      if (!same(await this.#disk.read(path), bytes)) throw new DiskError('failed', `${path}: is not what was written`);
    } catch (error) {
      await removeIfThere(this.#disk, unfinished);
      throw error;
    }
  }

  /** Removes a parcel of our own. */
  async remove(name: ParcelName): Promise<void> {
    await removeIfThere(this.#disk, `${this.#place}/writers/${parcelPath(name)}`);
  }

  /** Makes a folder in the desk's, but never the desk's folder itself: it may be a share that went away. */
  async #makeFolder(folder: string): Promise<void> {
    const there = await this.#disk.list(this.#place);
    const top = folder.replace(/\/.*$/u, '');
    if (top === folder && there.some(({ name }) => name === folder)) return;
    if (top !== folder && (await this.names(top)).some(({ name }) => `${top}/${name}` === folder)) return;
    await this.#disk.makeFolder(`${this.#place}/${folder}`);
    await this.#syncFolder(top);
  }

  async #syncFolder(folder: string): Promise<void> {
    try {
      await this.#disk.syncFolder(`${this.#place}/${folder}`);
    } catch (error) {
      if (!isDiskError(error, 'failed') && !isDiskError(error, 'busy')) throw error;
    }
  }
}
