import { MARK_NAMES, sameMarks, type Inline, type MarkName, type Marks, type TextRun } from '#shared/article/inline.ts';
import { escapeAttribute } from './directive.ts';

/** Where the Markdown will stand: only a block of its own lines can have line breaks of its own. */
export type Place = 'lines' | 'heading' | 'cell';

/**
 * Inline content as Markdown that reads back as the same content. Marks that Markdown lacks are the HTML tags that
 * other programs show as they are meant (`<u>`, `<mark>`, `<sub>`, `<sup>`, `<span lang>`); bold, italic and strike
 * are tags too where their signs would not be understood (inside words, next to punctuation).
 */
export function inlineMarkdown(content: readonly Inline[], place: Place): string {
  let markdown = '';
  content.forEach((inline, at) => {
    if (inline.type === 'break') {
      markdown += place === 'lines' && isText(content[at - 1]) && isText(content[at + 1]) ? '\\\n' : '<br>';
    } else if (!isText(content[at - 1])) {
      markdown += runsMarkdown(textFrom(content, at), 0, place);
    }
  });
  return protectEdges(markdown, place);
}

/** Plain text as Markdown for a place of its own, such as an attribution. */
export function plainMarkdown(text: string): string {
  return protectEdges(escapeText(text, 'lines'), 'lines');
}

/** An address as the destination of a link or picture. */
export function destination(href: string): string {
  const entities = href.replaceAll(/&(?=#?\w+;)/gu, '&amp;');
  if (/^[A-Za-z0-9\-._~:/?#@!$&'+,;=%*]*$/u.test(href)) return entities;
  return `<${entities.replaceAll(/[\\<>]/gu, '\\$&').replaceAll('\n', '&#10;')}>`;
}

function isText(inline: Inline | undefined): boolean {
  return inline?.type === 'text';
}

function textFrom(content: readonly Inline[], from: number): TextRun[] {
  const runs: TextRun[] = [];
  for (let at = from; content[at]?.type === 'text'; at += 1) runs.push(content[at] as TextRun);
  return runs;
}

/** The runs with the marks from `depth` on. The first and last run know their neighbours for the signs' sake. */
function runsMarkdown(runs: readonly TextRun[], depth: number, place: Place, before = '', after = ''): string {
  const mark = MARK_NAMES[depth];
  if (mark === undefined) return runs.map((run) => escapeText(run.text, place)).join('');
  let markdown = '';
  for (let from = 0; from < runs.length;) {
    const marks = onlyMark(runs[from]?.marks ?? {}, mark);
    let to = from + 1;
    while (to < runs.length && sameMarks(onlyMark(runs[to]?.marks ?? {}, mark), marks)) to += 1;
    const part = runs.slice(from, to);
    const previous = runs[from - 1]?.text ?? before;
    const next = runs[to]?.text ?? after;
    const inner = runsMarkdown(part, depth + 1, place, previous, next);
    const text = part.map((run) => run.text).join('');
    markdown += wrap(inner, mark, marks, canUseSigns(text, previous, next));
    from = to;
  }
  return markdown;
}

function onlyMark(marks: Marks, name: MarkName): Marks {
  return marks[name] === undefined ? {} : { [name]: marks[name] };
}

/** What may stand next to a sign, as one UTF-16 unit, which is how the parser looks at it. */
const OUTSIDE = /^[\s\p{P}]?$/u;

/**
 * True where `**`, `*` and `~~` are certain to be understood: a letter or digit just inside, white space, punctuation
 * or nothing just outside.
 */
function canUseSigns(text: string, before: string, after: string): boolean {
  return (
    /^[\p{L}\p{N}]/u.test(text) &&
    /[\p{L}\p{N}]\p{M}*$/u.test(text.slice(-20)) &&
    OUTSIDE.test(before.slice(-1)) &&
    OUTSIDE.test(after.slice(0, 1))
  );
}

function wrap(inner: string, name: MarkName, marks: Marks, signs: boolean): string {
  if (Object.keys(marks).length === 0) return inner;
  switch (name) {
    case 'link':
      return `[${inner}](${destination(marks.link?.href ?? '')})`;
    case 'language': {
      const direction = marks.language?.direction;
      const dir = direction === undefined ? '' : ` dir="${direction}"`;
      return `<span lang="${escapeAttribute(marks.language?.tag ?? '')}"${dir}>${inner}</span>`;
    }
    case 'highlight':
      return `<mark>${inner}</mark>`;
    case 'cq':
      return `<span class="cq">${inner}</span>`;
    case 'bold':
      return signs ? `**${inner}**` : `<b>${inner}</b>`;
    case 'italic':
      return signs ? `*${inner}*` : `<i>${inner}</i>`;
    case 'strike':
      return signs ? `~~${inner}~~` : `<s>${inner}</s>`;
    case 'underline':
      return `<u>${inner}</u>`;
    case 'subscript':
      return `<sub>${inner}</sub>`;
    case 'superscript':
      return `<sup>${inner}</sup>`;
  }
}

/** Backslashes before everything that Markdown (GFM) would take for a sign, an entity or an address. */
function escapeText(text: string, place: Place): string {
  return text
    .replaceAll(/[\\`*_[\]<~]|&(?=[#A-Za-z])|!$/gu, '\\$&')
    .replaceAll(/(?<=https?):(?=\/\/)/giu, '\\:')
    .replaceAll(/(?<=www)\./giu, '\\.')
    .replaceAll(/(?<=[\w.+-])@(?=[\w-])/gu, '\\@')
    .replaceAll(place === 'cell' ? '|' : /$^/gu, '\\|')
    .replaceAll('\n', '&#10;');
}

/** A `#` at the end that no backslash protects yet: an even number of them are only backslashes. */
const BARE_LAST_HASH = /(?<=(?:^|[^\\])(?:\\\\)*)#$/u;

/** White space at the ends of lines, and signs at their beginnings that would begin a block, made harmless. */
function protectEdges(markdown: string, place: Place): string {
  const lines = markdown.split('\n').map((line) => {
    const starts =
      place === 'cell' ? line : line.replace(/^(\d{1,9})([.)])/u, '$1\\$2').replace(/^[#>+\-=:|]/u, '\\$&');
    return encodeBlankEnds(starts);
  });
  const joined = lines.join('\n');
  return place === 'heading' ? joined.replace(BARE_LAST_HASH, '\\#') : joined;
}

function encodeBlankEnds(line: string): string {
  const continued = line.endsWith('\\') && /(?:^|[^\\])(?:\\\\)*\\$/u.test(line.slice(-200));
  const text = continued ? line.slice(0, -1) : line;
  const last = text.length > 1 ? encodeBlank(text.slice(-1)) : '';
  const middle = text.length > 1 ? text.slice(1, -1) : '';
  return `${encodeBlank(text.slice(0, 1))}${middle}${last}${continued ? '\\' : ''}`;
}

function encodeBlank(character: string): string {
  if (character === ' ') return '&#32;';
  return character === '\t' ? '&#9;' : character;
}
