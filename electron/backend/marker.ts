import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { articleIdFrom, ID_BYTES, isArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import { sha256Hex } from './digest.ts';
import { isDiskError, type Disk } from './disk/disk.ts';
import { diskFailure } from './disk/failure.ts';
import { replaceFile } from './disk/replace.ts';

/** The format of the folder. Raise it when an older Stet could harm what a newer one wrote. */
const LIBRARY_FORMAT = 1;

/** The marker's three fields stay as they are in every format to come. */
export interface Marker {
  readonly format: number;
  /** The library's id: 26 characters, random. */
  readonly library: string;
  /** The first 16 hex digits of SHA-256 over `<format> <library>`: a changed letter is not another library. */
  readonly check: string;
}

/** What the folder is, looked at without touching it. */
export type Look =
  | { readonly is: 'library'; readonly marker: Marker }
  /** Empty, or not there at all. */
  | { readonly is: 'empty' }
  /** Our own folders with no marker, or with one that can't be read. */
  | { readonly is: 'unmarked'; readonly damaged: boolean };

const FILE = 'stet.json';
const FOLDERS = ['journal', 'articles', 'media', 'readable', 'quarantine', 'index', 'parcels', 'desk'];
const LOCK = 'lock.sqlite';
const OURS = new Set([FILE, LOCK, `${LOCK}-journal`, ...FOLDERS]);
/** What systems and folder copiers leave in any folder. */
const LITTER =
  /^(?:\.ds_store|desktop\.ini|thumbs\.db|\.localized|\._.*|\.stfolder|\.stignore|\.dropbox.*|\.directory|lost\+found|\.new-.*)$/iu;

/**
 * Looks at the folder a library shall be opened in. A folder that holds other people's things and no marker is refused,
 * so that nobody's documents are littered; so is a library of a newer Stet.
 */
export async function lookAt(disk: Disk, place: string): Promise<Result<Look>> {
  let names: string[];
  try {
    names = (await disk.list(place)).map((entry) => entry.name).filter((name) => !LITTER.test(name));
  } catch (error) {
    return isDiskError(error, 'missing') ? lookAbove(disk, place) : diskFailure(error);
  }
  if (names.includes(FILE)) return readMarker(disk, place);
  if (names.some((name) => !OURS.has(name))) {
    return fail(
      'bad-input',
      'This folder holds other files and is no Stet library; choose an empty folder or a new name for the library.',
    );
  }
  const begun = names.some((name) => FOLDERS.includes(name));
  return succeed(begun ? { is: 'unmarked', damaged: false } : { is: 'empty' });
}

async function lookAbove(disk: Disk, place: string): Promise<Result<Look>> {
  try {
    if ((await disk.size(place)) === null) return succeed({ is: 'empty' });
  } catch (error) {
    return diskFailure(error);
  }
  return fail('bad-input', 'A library is a folder, but there is a file of that name.');
}

async function readMarker(disk: Disk, place: string): Promise<Result<Look>> {
  let marker: unknown;
  try {
    marker = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readTwice(disk, `${place}/${FILE}`)));
  } catch (error) {
    if (isDiskError(error) && error.reason !== 'failed') return diskFailure(error);
    return succeed({ is: 'unmarked', damaged: true });
  }
  const { format, library, check } = (marker ?? {}) as Partial<Record<keyof Marker, unknown>>;
  const sound = typeof format === 'number' && (check === undefined || check === checkOf(format, String(library)));
  if (sound && format > LIBRARY_FORMAT) {
    return fail('library-newer', 'This library was written by a newer Stet; update Stet to open it.');
  }
  return sound && check !== undefined && isArticleId(library)
    ? succeed({ is: 'library', marker: markerOf(library) })
    : succeed({ is: 'unmarked', damaged: true });
}

/** One refusal is no bad sector: only a file that fails twice counts as damaged. */
async function readTwice(disk: Disk, path: string): Promise<Uint8Array> {
  try {
    return await disk.read(path);
  } catch (error) {
    if (!isDiskError(error, 'failed')) throw error;
    return disk.read(path);
  }
}

function checkOf(format: number, library: string): string {
  return sha256Hex(new TextEncoder().encode(`${format} ${library}`)).slice(0, 16);
}

/** The marker of a library with that id. */
export function markerOf(library: string): Marker {
  return { format: LIBRARY_FORMAT, library, check: checkOf(LIBRARY_FORMAT, library) };
}

/** A marker for a library that has none. */
export function newMarker(random: Random): Marker {
  return markerOf(articleIdFrom(random(ID_BYTES)));
}

/** Writes the marker. */
export async function writeMarker(disk: Disk, place: string, marker: Marker): Promise<void> {
  await replaceFile(disk, `${place}/${FILE}`, new TextEncoder().encode(`${JSON.stringify(marker, null, 2)}\n`));
}

/** Makes the folders every library has. */
export async function makeFolders(disk: Disk, place: string): Promise<void> {
  for (const folder of ['journal', 'articles', 'media', 'readable', 'index']) {
    await disk.makeFolder(`${place}/${folder}`);
  }
  await disk.syncFolder(place);
}
