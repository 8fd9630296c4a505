import { parcelFile, parcelPath, parseParcelName, isWriter, type ParcelName } from '#shared/parcel/name.ts';
import { LONGEST_FILE, type Codec } from '#shared/parcel/parcel.ts';
import { isDiskError, type Disk } from '../disk/disk.ts';
import { removeIfThere, replaceFile, writeWhole } from '../disk/replace.ts';

/**
 * The library's copies of parcels, ours and others', byte for byte: `parcels/<writer>/<file>`. What is on the shelf is
 * in the library's journal. Every method rejects with a DiskError.
 */
export class Shelf {
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #codec: Codec;
  readonly #writers = new Map<string, Map<string, ParcelName>>();
  #count = 0;

  private constructor(disk: Disk, folder: string, codec: Codec) {
    this.#disk = disk;
    this.#folder = folder;
    this.#codec = codec;
  }

  /** Lists what the library at `library` has, to put more there. */
  static async open(disk: Disk, library: string, codec: Codec): Promise<Shelf> {
    const shelf = new Shelf(disk, `${library}/parcels`, codec);
    await disk.makeFolder(shelf.#folder);
    await disk.syncFolder(library);
    await shelf.#list();
    return shelf;
  }

  /** Lists it to look at it, and changes nothing. */
  static async look(disk: Disk, library: string, codec: Codec): Promise<Shelf> {
    const shelf = new Shelf(disk, `${library}/parcels`, codec);
    try {
      await shelf.#list();
    } catch (error) {
      if (!isDiskError(error, 'missing')) throw error;
    }
    return shelf;
  }

  async #list(): Promise<void> {
    for (const { name: writer, kind } of await this.#disk.list(this.#folder)) {
      if (kind !== 'folder' || !isWriter(writer)) continue;
      for (const { name: file } of await this.#disk.list(`${this.#folder}/${writer}`)) {
        const name = parseParcelName(writer, file);
        if (name !== null) this.#know(name);
      }
    }
  }

  get count(): number {
    return this.#count;
  }

  has(name: ParcelName): boolean {
    return this.#writers.get(name.writer)?.has(parcelFile(name)) === true;
  }

  writers(): readonly string[] {
    return [...this.#writers.keys()].sort();
  }

  /** Those of one writer, by first issue, the longest first. */
  of(writer: string): readonly ParcelName[] {
    return [...(this.#writers.get(writer)?.values() ?? [])].sort(inOrder);
  }

  all(): readonly ParcelName[] {
    return this.writers().flatMap((writer) => this.of(writer));
  }

  /** Puts ours there so that it outlives a power cut: written beside, synced, read back, renamed, folder synced. */
  async keep(name: ParcelName, bytes: Uint8Array): Promise<void> {
    await this.#makeFolder(name.writer);
    await replaceFile(this.#disk, `${this.#folder}/${parcelPath(name)}`, bytes);
    this.#know(name);
  }

  /**
   * Puts somebody else's there: written beside, synced, renamed, so that what has the name is whole. The name itself may
   * be lost in a power cut: what the parcel says is in the journal already, and it is fetched again.
   */
  async copy(name: ParcelName, bytes: Uint8Array): Promise<void> {
    const folder = await this.#makeFolder(name.writer);
    const unfinished = `${folder}/.new-${parcelFile(name)}`;
    await writeWhole(this.#disk, unfinished, bytes);
    await this.#disk.rename(unfinished, `${folder}/${parcelFile(name)}`);
    this.#know(name);
  }

  /** The bytes, or null when they are gone or not what the name says; then the shelf has them no more. */
  async read(name: ParcelName): Promise<Uint8Array | null> {
    const path = `${this.#folder}/${parcelPath(name)}`;
    try {
      const size = (await this.#disk.size(path)) ?? 0;
      const bytes = size > 0 && size <= LONGEST_FILE ? await this.#disk.read(path) : new Uint8Array(0);
      if (this.#codec.digest(bytes) === name.digest) return bytes;
    } catch (error) {
      if (!isDiskError(error, 'missing')) throw error;
    }
    await this.drop(name);
    return null;
  }

  /** Bytes of the file; 0 where it is gone. */
  async sizeOf(name: ParcelName): Promise<number> {
    return (await this.#disk.size(`${this.#folder}/${parcelPath(name)}`)) ?? 0;
  }

  /** Removes a copy. */
  async drop(name: ParcelName): Promise<void> {
    await removeIfThere(this.#disk, `${this.#folder}/${parcelPath(name)}`);
    if (this.#writers.get(name.writer)?.delete(parcelFile(name)) === true) this.#count -= 1;
  }

  #know(name: ParcelName): void {
    const files = this.#writers.get(name.writer) ?? new Map<string, ParcelName>();
    if (!files.has(parcelFile(name))) this.#count += 1;
    files.set(parcelFile(name), name);
    this.#writers.set(name.writer, files);
  }

  async #makeFolder(writer: string): Promise<string> {
    const folder = `${this.#folder}/${writer}`;
    if (!this.#writers.has(writer)) {
      await this.#disk.makeFolder(folder);
      await this.#disk.syncFolder(this.#folder);
    }
    return folder;
  }
}

function inOrder(a: ParcelName, b: ParcelName): number {
  if (a.from !== b.from) return a.from - b.from;
  return a.to === b.to ? (a.digest < b.digest ? -1 : 1) : b.to - a.to;
}
