import { fail, type Failure } from '#shared/article/failure.ts';

interface Signature {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly failure: { readonly ok: false; readonly error: Failure };
}

const NEXT = 'save it as plain text, Markdown or HTML and import that.';
const notYet = (what: string) => fail('not-yet', `${what} can't be read yet; ${NEXT}`);
const notStory = (what: string) => fail('binary-file', `This is ${what}, not a story; ${NEXT}`);
const picture = fail('binary-file', 'This is a picture, not a story; open a story and drop the picture into it.');

const SIGNATURES: readonly Signature[] = [
  { bytes: ascii('%PDF-'), failure: notYet('PDF files') },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], failure: notYet('Old Word documents (.doc)') },
  { bytes: ascii('{\\rtf'), failure: notYet('Rich text files (.rtf)') },
  { bytes: [0x89, 0x50, 0x4e, 0x47], failure: picture },
  { bytes: [0xff, 0xd8, 0xff], failure: picture },
  { bytes: ascii('GIF8'), failure: picture },
  { bytes: ascii('II*\0'), failure: picture },
  { bytes: ascii('MM\0*'), failure: picture },
  { bytes: ascii('WEBP'), at: 8, failure: picture },
  { bytes: ascii('ftyp'), at: 4, failure: notStory('a video, sound or picture file') },
  { bytes: ascii('RIFF'), failure: notStory('a sound or video file') },
  { bytes: ascii('ID3'), failure: notStory('a sound file') },
  { bytes: ascii('OggS'), failure: notStory('a sound file') },
  { bytes: [0x1f, 0x8b], failure: notStory('a compressed archive') },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], failure: notStory('a compressed archive') },
  { bytes: ascii('Rar!'), failure: notStory('a compressed archive') },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], failure: notStory('a program') },
  { bytes: ascii('SQLite format 3\0'), failure: notStory('a database') },
];

/** Names that stand near the beginning of a zip file and tell which kind of document it is. */
const ZIPPED: readonly { readonly mark: string; readonly what: string }[] = [
  { mark: 'word/', what: 'Word documents (.docx)' },
  { mark: 'application/epub+zip', what: 'E-books (.epub)' },
  { mark: 'application/vnd.oasis.opendocument.text', what: 'OpenDocument texts (.odt)' },
  { mark: 'xl/', what: 'Spreadsheets (.xlsx)' },
  { mark: 'ppt/', what: 'Presentations (.pptx)' },
];

/** What to say where the first bytes are those of a known kind of file that is not plain text; null otherwise. */
export function containerFailure(bytes: Uint8Array): Signature['failure'] | null {
  if (startsWith(bytes, ascii('PK\x03\x04'), 0)) return zipFailure(bytes);
  return SIGNATURES.find((known) => startsWith(bytes, known.bytes, known.at ?? 0))?.failure ?? null;
}

function zipFailure(bytes: Uint8Array): Signature['failure'] {
  const names = latin(bytes.subarray(0, 8192)) + latin(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  const known = ZIPPED.find(({ mark }) => names.includes(mark));
  return known === undefined ? notStory('a zip archive') : notYet(known.what);
}

function startsWith(bytes: Uint8Array, mark: readonly number[], at: number): boolean {
  return mark.every((byte, offset) => bytes[at + offset] === byte);
}

function ascii(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
