import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { containerFailure } from './binary.ts';
import { countControls, plainControls } from './control-characters.ts';
import type { NoteTaker } from './note-taker.ts';

/**
 * Bytes of a text file as text: UTF-8 (with or without byte order mark), UTF-16 with a byte order mark, and where the
 * bytes are not UTF-8 the Windows code page that gives the likeliest text, which is said in a note.
 * `declared` is the encoding that the file itself names, if any; it counts only where the bytes are not Unicode.
 * Line and page ends become `\n`, other control characters go. Fails with `empty-file`, `binary-file` or `not-yet`.
 */
export function decodeText(bytes: Uint8Array, notes: NoteTaker, declared = ''): Result<string> {
  if (bytes.length === 0) return emptyFile();
  const container = containerFailure(bytes);
  if (container !== null) return container;
  const decoded = decodeUnicode(bytes);
  if (decoded === null && bytes.includes(0)) return notText();
  const text = decoded ?? decodeDeclared(bytes, declared) ?? decodeCodePage(bytes, notes);
  if (mostlyControls(text)) return notText();
  const lines = plainControls(text);
  return /[^\s\u200b-\u200f\u2060\ufeff]/u.test(lines) ? succeed(lines) : emptyFile();
}

export function emptyFile(): ReturnType<typeof fail> {
  return fail('empty-file', 'This file is empty; there is nothing to import.');
}

function notText(): ReturnType<typeof fail> {
  return fail('binary-file', 'This file is not text; save the story as plain text, Markdown or HTML and import that.');
}

function decodeUnicode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

function decodeDeclared(bytes: Uint8Array, label: string): string | null {
  if (!/^(?:windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|gb\w+|big5|shift_jis|euc-\w+)$/iu.test(label)) return null;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

/** More than one control character in a hundred (tabs, line and page ends aside) is no text. */
function mostlyControls(text: string): boolean {
  const sample = text.slice(0, 200_000);
  return countControls(sample) * 100 > sample.length;
}

const CODE_PAGES = [
  { label: 'windows-1252', name: 'Western European (Windows-1252)' },
  { label: 'windows-1255', name: 'Hebrew (Windows-1255)' },
  { label: 'windows-1256', name: 'Arabic and Persian (Windows-1256)' },
] as const;

function decodeCodePage(bytes: Uint8Array, notes: NoteTaker): string {
  const page = CODE_PAGES[likeliestPage(bytes)] ?? CODE_PAGES[0];
  notes.say(
    'encoding-guessed',
    `The file is not UTF-8; it was read as ${page.name}, so check names and letters with accents.`,
    page.label,
  );
  return new TextDecoder(page.label).decode(bytes);
}

/**
 * Hebrew and Arabic words are long stretches of high bytes; Western text has single accented letters among ASCII.
 * Between the two, Hebrew letters are all in 0xE0-0xFA, while Arabic uses 0xC0-0xDF as much.
 */
function likeliestPage(bytes: Uint8Array): 0 | 1 | 2 {
  const sample = bytes.subarray(0, 200_000);
  let inWords = 0;
  let alone = 0;
  let upper = 0;
  let letters = 0;
  for (let at = 0; at < sample.length;) {
    let end = at;
    while (end < sample.length && (sample[end] ?? 0) >= 0xc0) {
      letters += 1;
      if ((sample[end] ?? 0) < 0xe0) upper += 1;
      end += 1;
    }
    if (end - at >= 2) inWords += end - at;
    else if (end > at) alone += 1;
    at = Math.max(end, at + 1);
  }
  if (letters === 0 || inWords <= alone * 2) return 0;
  return upper * 10 > letters ? 2 : 1;
}
