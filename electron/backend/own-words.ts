import { join } from 'node:path';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { OWN_WORD, type OwnWords } from '#shared/contract/spelling.ts';
import { isDiskError, type Disk } from './disk/disk.ts';
import { onDisk } from './disk/failure.ts';
import { replaceFile } from './disk/replace.ts';

/** The person's words lie beside their settings, the house's in the library's folder: one word a line, in plain text. */
const PERSONAL = 'dictionary.txt';
const HOUSE = 'stet-dictionary.txt';

/** Larger than a list can be: a bigger file is not ours, and is left alone. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_WORDS = 100_000;

export interface OwnWordsPlaces {
  readonly disk: Disk;
  /** The folder of the person's configuration. */
  readonly configuration: string;
  /** The folder of the library. */
  readonly library: string;
}

/** Both lists as they are on disk. A file that is missing or can't be read is an empty list: no word is worth a stop. */
export async function readOwnWords({ disk, configuration, library }: OwnWordsPlaces): Promise<OwnWords> {
  const [personal, house] = await Promise.all([
    readLines(disk, join(configuration, PERSONAL)),
    readLines(disk, join(library, HOUSE)),
  ]);
  return { personal: wordsIn(personal ?? []), house: wordsIn(house ?? []) };
}

/** Adds the word at the end of a list. Lines a person wrote there, comments and all, stay as they are. */
export async function addOwnWord(places: OwnWordsPlaces, to: keyof OwnWords, word: string): Promise<Result<OwnWords>> {
  return change(places, to, (lines) => (wordsIn(lines).includes(word) ? lines : [...lines, word]));
}

/** Takes the word out of the person's own list. */
export async function removeOwnWord(places: OwnWordsPlaces, word: string): Promise<Result<OwnWords>> {
  return change(places, 'personal', (lines) => lines.filter((line) => line.trim().normalize('NFC') !== word));
}

let last: Promise<unknown> = Promise.resolve();

/** One change after the other, whichever page asks. */
function change(
  places: OwnWordsPlaces,
  list: keyof OwnWords,
  edit: (lines: readonly string[]) => readonly string[],
): Promise<Result<OwnWords>> {
  const turn = last.then(() => changeNow(places, list, edit));
  last = turn.catch(() => undefined);
  return turn;
}

async function changeNow(
  places: OwnWordsPlaces,
  list: keyof OwnWords,
  edit: (lines: readonly string[]) => readonly string[],
): Promise<Result<OwnWords>> {
  const { disk } = places;
  const folder = list === 'personal' ? places.configuration : places.library;
  const path = join(folder, list === 'personal' ? PERSONAL : HOUSE);
  const lines = await readLines(disk, path);
  if (lines === null)
    return fail('unreadable-file', `The list of words ${path} can’t be read, so nothing was changed.`);
  const edited = edit(lines);
  if (edited.length > MOST_WORDS) return fail('too-many', `A list of words holds ${MOST_WORDS} words at most.`);
  const written = await onDisk(async () => {
    if (edited === lines) return;
    await disk.makeFolder(folder);
    const text = edited.map((line) => `${line}\n`).join('');
    await replaceFile(disk, path, new TextEncoder().encode(text), String(process.pid));
  });
  return written.ok ? succeed(await readOwnWords(places)) : written;
}

/** The file's lines; none where there is no file; null where it can't be read as one of ours. */
async function readLines(disk: Disk, path: string): Promise<readonly string[] | null> {
  try {
    const size = await disk.size(path);
    if (size === null) return [];
    if (size > MOST_BYTES) return null;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await disk.read(path));
    const lines = text.split(/\r\n|\r|\n/u);
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  } catch (error) {
    if (isDiskError(error) || error instanceof TypeError) return null;
    throw error;
  }
}

/** The words of the lines: what stands behind a `#` and lines that are no single word are left out. */
function wordsIn(lines: readonly string[]): readonly string[] {
  const words = lines.map((line) => (line.split('#')[0] ?? '').trim().normalize('NFC'));
  return [...new Set(words.filter((word) => OWN_WORD.test(word)))].slice(0, MOST_WORDS);
}
