import type { ArticleDraft } from '#shared/article/article.ts';
import type { Block } from '#shared/article/block.ts';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { run, type Inline } from '#shared/article/inline.ts';
import { decodeText } from './decode.ts';
import { MOST_BLOCKS, type Reader, type Reading } from './format.ts';
import { findFurniture } from './furniture.ts';
import { isHeadingShaped, isHeadlineShaped, isProse } from './heading-shape.ts';
import { guessLanguage } from './language.ts';
import { takeNotes, type NoteTaker } from './note-taker.ts';
import { entriesOf, isBlank, paragraphsOf, type SourceParagraph } from './paragraph.ts';

/**
 * Plain text, also the text of a captured page: the first line is the headline, section headings are known by their
 * shape, the list under `Related Articles` becomes related entries, and labels of the page are left out.
 */
export const textReader: Reader = {
  id: 'text',
  name: 'Plain text',
  extensions: ['txt', 'text'],
  read: (bytes) => {
    const notes = takeNotes();
    const decoded = decodeText(bytes, notes);
    return decoded.ok ? readText(decoded.value, notes) : decoded;
  },
};

/** Reads text that is already decoded, with `\n` line ends. */
export function readText(text: string, notes: NoteTaker): Result<Reading> {
  const lines = text.split(/[\n\u2028\u2029]/u);
  if (countGroups(lines) > MOST_BLOCKS) return tooManyBlocks();
  const page = findFurniture(lines, notes);
  const { from, to } = page.related ?? { from: 0, to: 0 };
  // A blank line where something was cut keeps what stood before and after it apart.
  const story = lines.map((line, at) => (page.furniture.has(at) || (at >= from && at < to) ? '' : line));
  const paragraphs = paragraphsOf(story);
  const related = relatedEntries(lines.slice(from, to), notes);
  if (paragraphs.length + related.length > MOST_BLOCKS) return tooManyBlocks();
  const { headline, rest } = splitHeadline(paragraphs, page.sharedHeadline);
  if (headline === '') {
    notes.say('headline-missing', 'No line of the file looks like a headline, so the story has none yet.');
  }
  const body = readBody(rest, notes);
  const language = guessLanguage(text);
  const draft: ArticleDraft = {
    headline: inline([headline]),
    standfirst: [],
    body,
    metadata: language === null ? {} : { language },
    related,
  };
  return succeed({ draft, notes: notes.all(), pictures: [] });
}

/** How many stretches of lines there are between blank lines: at least as many paragraphs come of them. */
function countGroups(lines: readonly string[]): number {
  let groups = 0;
  let open = false;
  for (const line of lines) {
    const filled = !isBlank(line);
    if (filled && !open) groups += 1;
    open = filled;
  }
  return groups;
}

/** What every reader says of a file with more than `MOST_BLOCKS` blocks. */
export function tooManyBlocks(): ReturnType<typeof fail> {
  return fail('too-large', 'This file has more than 100,000 paragraphs; split it and import the parts.');
}

function relatedEntries(lines: readonly string[], notes: NoteTaker): ArticleDraft['related'] {
  const entries = entriesOf(lines);
  if (entries.length > 0) {
    notes.say(
      'related-without-links',
      `Related articles were kept as words alone (${entries.length}), since the file gives no addresses for them.`,
      String(entries.length),
    );
  }
  return entries.map((blurb) => ({ type: 'related', target: { kind: 'none' }, headline: '', blurb }));
}

function splitHeadline(
  paragraphs: readonly SourceParagraph[],
  shared: string | null,
): { headline: string; rest: readonly SourceParagraph[] } {
  const first = paragraphs[0];
  const text = first?.list === undefined && first?.lines.length === 1 ? (first.lines[0] ?? '') : '';
  if (text !== '' && (text === shared || isHeadlineShaped(text))) return { headline: text, rest: paragraphs.slice(1) };
  return { headline: shared ?? '', rest: paragraphs };
}

function readBody(paragraphs: readonly SourceParagraph[], notes: NoteTaker): Block[] {
  let headings = 0;
  const body = paragraphs.map((paragraph, at): Block => {
    const content = inline(paragraph.lines);
    if (paragraph.list !== undefined) {
      const { list, indent } = paragraph;
      return { kind: 'paragraph', content, list, ...(indent === undefined ? {} : { indent }) };
    }
    if (!isHeading(paragraph, paragraphs[at + 1])) return { kind: 'paragraph', content };
    headings += 1;
    return { kind: 'heading', level: 2, content };
  });
  if (headings > 0) {
    notes.say(
      'headings-by-shape',
      `Lines that look like section headings were made section headings (${headings}).`,
      String(headings),
    );
  }
  return body;
}

/** A short line by itself, over a paragraph of running text or a list. */
function isHeading(paragraph: SourceParagraph, next: SourceParagraph | undefined): boolean {
  if (next === undefined || !paragraph.alone || paragraph.lines.length > 1) return false;
  if (!isHeadingShaped(paragraph.lines[0] ?? '')) return false;
  return next.list !== undefined || isProse(next.lines.join(' '));
}

function inline(lines: readonly string[]): Inline[] {
  return lines.flatMap((line, at): Inline[] => {
    const text = line === '' ? [] : [run(line)];
    return at === 0 ? text : [{ type: 'break' }, ...text];
  });
}
