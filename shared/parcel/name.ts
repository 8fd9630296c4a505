/** A writer is one process start: 80 random bits in hex. */
const WRITER = /^[0-9a-f]{20}$/;
const FILE = /^([1-9][0-9]{0,11})-([1-9][0-9]{0,11})-([0-9a-f]{64})\.parcel$/;

/** What the name of a parcel says: issues `from` to `to` (both included) of a writer, and the digest of the whole file. */
export interface ParcelName {
  readonly writer: string;
  readonly from: number;
  readonly to: number;
  /** SHA-256 of the whole file, 64 lower-case hex digits. */
  readonly digest: string;
}

/** True when `text` is the name of a writer. */
export function isWriter(text: string): boolean {
  return WRITER.test(text);
}

/** The file's name inside its writer's folder: ASCII, lower case, under 110 characters, legal on every file system. */
export function parcelFile({ from, to, digest }: ParcelName): string {
  return `${from}-${to}-${digest}.parcel`;
}

/** The path below the folder that holds the writers: `<writer>/<from>-<to>-<digest>.parcel`. */
export function parcelPath(name: ParcelName): string {
  return `${name.writer}/${parcelFile(name)}`;
}

/**
 * What a file's name says, or null when it is not to the letter the name of a parcel: a copier's conflict copy, another
 * case, an unfinished file. Such a file is not there.
 */
export function parseParcelName(writer: string, file: string): ParcelName | null {
  const [, from, to, digest] = FILE.exec(file) ?? [];
  if (!isWriter(writer) || from === undefined || to === undefined || digest === undefined) return null;
  const name = { writer, from: Number(from), to: Number(to), digest };
  return name.from <= name.to ? name : null;
}
