import { fail, type Result } from '#shared/article/failure.ts';
import { containerFailure } from './binary.ts';
import { emptyFile } from './decode.ts';
import type { Reader, Reading, Writer } from './format.ts';
import { htmlReader } from './html-reader.ts';
import { htmlWriter } from './html-writer.ts';
import { markdownReader } from './markdown-reader.ts';
import { markdownWriter } from './markdown-writer.ts';
import { ninjsWriter } from './ninjs-writer.ts';
import { textReader } from './text-reader.ts';
import { textWriter } from './text-writer.ts';

/** Every format that can be written, in the order in which people are shown them. */
export const WRITERS: readonly Writer[] = [htmlWriter, markdownWriter, textWriter, ninjsWriter];

/** Every format that can be read. */
export const READERS: readonly Reader[] = [textReader, markdownReader, htmlReader];

export function writerFor(id: string): Writer | undefined {
  return WRITERS.find((writer) => writer.id === id);
}

/** Larger files are refused in one sentence; no article is that long. */
const LARGEST_FILE = 25 * 1024 * 1024;

/**
 * Reads a file with the reader that fits its name, or its content where the name says nothing. Fails with
 * `empty-file`, `too-large`, `binary-file`, `not-yet` or `unreadable-file`; never throws.
 */
export function readFile(fileName: string, bytes: Uint8Array): Result<Reading> {
  if (bytes.length === 0) return emptyFile();
  if (bytes.length > LARGEST_FILE) {
    return fail('too-large', 'This file is larger than 25 MB; split it and import the parts.');
  }
  const container = containerFailure(bytes);
  if (container !== null) return container;
  try {
    return readerFor(fileName, bytes).read(bytes, fileName);
  } catch {
    return fail('unreadable-file', 'This file could not be read; save it as plain text and import that.');
  }
}

/** The extension decides; where it says nothing, a file that begins like a page is read as one, any other as text. */
function readerFor(fileName: string, bytes: Uint8Array): Reader {
  const extension = /\.([^./\\]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const named = READERS.find((reader) => reader.extensions.includes(extension));
  if (named !== undefined && named !== textReader) return named;
  const head = Array.from(bytes.subarray(0, 200), (byte) => String.fromCharCode(byte)).join('');
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype html|<html[\s>])/iu.test(head) ? htmlReader : textReader;
}
