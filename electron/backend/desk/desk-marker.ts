import { fail, succeed, type Failure, type Result } from '#shared/article/failure.ts';
import { articleIdFrom, ID_BYTES, isArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import { sha256Hex } from '../digest.ts';
import { isDiskError, type Disk } from '../disk/disk.ts';
import { diskFailure } from '../disk/failure.ts';
import { makeLastingFolder } from '../disk/folder.ts';
import { removeIfThere, replaceFile } from '../disk/replace.ts';

/** The format of the folder. Raise it when an older Stet could harm what a newer one wrote. */
const DESK_FORMAT = 1;
const FILE = 'stet-desk.json';
const LIBRARY_FILE = 'stet.json';
const FOLDERS = ['writers', 'media', 'presence'];
const LONGEST = 64 * 1024;
/** What systems and folder copiers leave in any folder. */
const LITTER =
  /^(?:\.ds_store|desktop\.ini|thumbs\.db|\.localized|\._.*|\.st.*|\.dropbox.*|\.directory|\.sync.*|lost\+found|\.new-.*)$/iu;

/** The id of the desk in this folder: `{format, desk, check}`, written once, the same fields in every format to come. */
export async function readDeskMarker(folder: Disk, place: string): Promise<Result<string>> {
  let value: unknown;
  try {
    const size = await folder.size(`${place}/${FILE}`);
    if (size === null) return (await isThere(folder, place)) ? UNMARKED : MISSING;
    if (size > LONGEST) return UNREADABLE;
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await folder.read(`${place}/${FILE}`)));
  } catch (error) {
    if (isDiskError(error, 'refused')) return NOT_READABLE;
    return isDiskError(error, 'missing') ? MISSING : UNREADABLE;
  }
  const { format, desk, check } = (value ?? {}) as Partial<Record<'format' | 'desk' | 'check', unknown>>;
  if (typeof format !== 'number' || !isArticleId(desk) || check !== checkOf(format, desk)) return UNREADABLE;
  return format > DESK_FORMAT ? NEWER : succeed(desk);
}

/** Makes a desk of an empty or missing folder and returns its id. */
export async function createDeskFolder(folder: Disk, place: string, random: Random): Promise<Result<string>> {
  const inside = await lookAbove(folder, place);
  if (inside !== null) return { ok: false, error: inside };
  try {
    const names = (await isThere(folder, place)) ? (await folder.list(place)).map(({ name }) => name) : [];
    if (names.includes(FILE)) return TAKEN;
    if (names.includes(LIBRARY_FILE)) return IN_LIBRARY;
    if (names.some((name) => !LITTER.test(name))) return OCCUPIED;
    await makeLastingFolder(folder, place);
    for (const name of FOLDERS) await folder.makeFolder(`${place}/${name}`);
    const desk = articleIdFrom(random(ID_BYTES));
    const marker = { format: DESK_FORMAT, desk, check: checkOf(DESK_FORMAT, desk) };
    await replaceFile(folder, `${place}/${FILE}`, new TextEncoder().encode(`${JSON.stringify(marker, null, 2)}\n`));
    return succeed(desk);
  } catch (error) {
    return folderFailure(error);
  }
}

/** Why this folder can't be joined although it has a marker, or null: it lies in another desk, or takes no files. */
export async function whyNotJoined(folder: Disk, place: string, mark: string): Promise<Failure | null> {
  const inside = await lookAbove(folder, place);
  if (inside !== null) return inside;
  const probe = `${place}/.new-${mark}`;
  try {
    await (await folder.create(probe)).close();
    await removeIfThere(folder, probe);
    return null;
  } catch (error) {
    return folderFailure(error).error;
  }
}

/** A refusal of the desk folder's disk as one sentence. */
export function folderFailure(error: unknown): { readonly ok: false; readonly error: Failure } {
  if (isDiskError(error, 'refused')) return NOT_WRITABLE;
  if (isDiskError(error, 'missing')) return MISSING;
  if (isDiskError(error, 'full')) return FULL;
  if (isDiskError(error)) return TROUBLED;
  return diskFailure(error);
}

function checkOf(format: number, desk: string): string {
  return sha256Hex(new TextEncoder().encode(`${format} ${desk}`)).slice(0, 16);
}

async function isThere(folder: Disk, place: string): Promise<boolean> {
  try {
    await folder.list(place);
    return true;
  } catch (error) {
    if (isDiskError(error, 'missing')) return false;
    throw error;
  }
}

async function lookAbove(folder: Disk, place: string): Promise<Failure | null> {
  let at = place.replace(/[/\\]+[^/\\]+[/\\]*$/u, '');
  for (let before = place; at !== before && at !== '';) {
    if (await hasFile(folder, `${at}/${FILE}`)) return INSIDE.error;
    if (await hasFile(folder, `${at}/${LIBRARY_FILE}`)) return IN_LIBRARY.error;
    before = at;
    at = at.replace(/[/\\]+[^/\\]+$/u, '');
  }
  return null;
}

/** What may not be looked at is taken not to be there. */
async function hasFile(folder: Disk, path: string): Promise<boolean> {
  try {
    return (await folder.size(path)) !== null;
  } catch (error) {
    if (isDiskError(error)) return false;
    throw error;
  }
}

const MISSING = fail(
  'desk-missing',
  'The desk folder is not there; connect the share or start what syncs it, and Stet goes on by itself.',
);
const UNMARKED = fail(
  'desk-missing',
  'This folder has no desk in it (its file "stet-desk.json" is missing); nothing was changed.',
);
const UNREADABLE = fail(
  'desk-missing',
  'The file "stet-desk.json" of the desk folder can’t be read yet; wait until the folder is synced.',
);
const NOT_READABLE = fail('desk-not-writable', 'This computer does not let Stet read the desk folder.');
const NOT_WRITABLE = fail(
  'desk-not-writable',
  'This computer does not let Stet write in the desk folder; ask whoever shares it for the right to change files.',
);
const NEWER = fail('desk-newer', 'This desk was made by a newer Stet; update Stet to join it.');
const TAKEN = fail('desk-foreign', 'There is a desk in this folder already; join it instead of making one.');
const OCCUPIED = fail('desk-foreign', 'This folder holds other files; choose an empty folder for the desk.');
const INSIDE = fail('desk-inside', 'This folder lies inside another desk; choose one outside of it.');
const IN_LIBRARY = fail('desk-inside', 'A desk can’t lie inside a library; choose a folder outside of it.');
const FULL = fail('disk-full', 'The disk of the desk folder is full; what you wrote is safe on this machine.');
const TROUBLED = fail(
  'disk-error',
  'The desk folder reported an error; what you wrote is safe on this machine, and it is tried again.',
);
