import { isHeadlineShaped } from './heading-shape.ts';
import type { NoteTaker } from './note-taker.ts';
import { isBlank, trimBlanks } from './paragraph.ts';

/** Which lines of a page captured as text belong to the page and not to the story. */
export interface PageCut {
  /** Indices of lines that are only labels of the page. */
  readonly furniture: ReadonlySet<number>;
  /** The related list: from its first line to just past its last; null where there is none. */
  readonly related: { readonly from: number; readonly to: number } | null;
  /** The headline as the share line repeats it; null where there is no such line. */
  readonly sharedHeadline: string | null;
}

const EDIT = 'edit content';
const RELATED = 'related articles';
const NO_MORE = 'no more articles';
const SHARE = 'share the article';
const SHARING = 'sharing:';

/** True for the label of a page's edit button, which stands over the headline. */
export function isEditLabel(line: string): boolean {
  return line.length <= 40 && trimBlanks(line).toLowerCase() === EDIT;
}

interface Marks {
  readonly edit: number;
  readonly related: number;
  readonly noMore: number;
  readonly share: number;
  readonly sharing: number;
}

const WHOLE: PageCut = { furniture: new Set(), related: null, sharedHeadline: null };

/**
 * Finds page furniture. A line is furniture only if it is nothing but the label, stands where the page has it, and at
 * least one other label confirms it: a story that has a section called "Related Articles", or a sentence with these
 * words in it, is left alone (the first is said in a note).
 */
export function findFurniture(lines: readonly string[], notes: NoteTaker): PageCut {
  const marks = findMarks(lines);
  const found = [marks.edit, marks.related, marks.noMore, marks.share, marks.sharing].filter((at) => at >= 0);
  if (found.length < 2) return findSingle(lines, marks, notes);
  const after = [marks.noMore, marks.share, marks.sharing].filter((at) => at > marks.related);
  const to = Math.min(...after, lines.length);
  sayDropped(
    found.map((at) => lines[at] ?? ''),
    notes,
  );
  const end = Math.max(...found);
  if (
    marks.related >= 0 &&
    lines.slice(to, end + 1).some((line, offset) => !found.includes(to + offset) && !isBlank(line))
  ) {
    notes.say('text-after-page-end', 'Text that stood after the related articles was kept at the end of the story.');
  }
  return {
    furniture: new Set(found),
    related: marks.related < 0 ? null : { from: marks.related + 1, to },
    sharedHeadline: marks.sharing < 0 ? null : sharedTitle(lines[marks.sharing] ?? ''),
  };
}

/** One label alone proves nothing, save where it cannot be part of a story: over a headline, or at the very end. */
function findSingle(lines: readonly string[], marks: Marks, notes: NoteTaker): PageCut {
  if (marks.related >= 0) {
    notes.say(
      'related-heading-kept',
      'A heading "Related Articles" was kept as a section of the story, as nothing else marks the file as a captured page.',
    );
    return WHOLE;
  }
  if (marks.edit >= 0) {
    const rest = lines.slice(marks.edit + 1, marks.edit + 12).filter((line) => !isBlank(line));
    if (rest.length < 2 || !isHeadlineShaped(trimBlanks(rest[0] ?? ''))) return WHOLE;
    sayDropped([lines[marks.edit] ?? ''], notes);
    return { ...WHOLE, furniture: new Set([marks.edit]) };
  }
  const isLast = marks.share >= 0 && lines.slice(marks.share + 1).every(isBlank);
  if (marks.sharing < 0 && !isLast) return WHOLE;
  const at = Math.max(marks.sharing, marks.share);
  const line = lines[at] ?? '';
  sayDropped([line], notes);
  return { furniture: new Set([at]), related: null, sharedHeadline: marks.sharing < 0 ? null : sharedTitle(line) };
}

function findMarks(lines: readonly string[]): Marks {
  const labels = lines.map((line) => (line.length <= 400 ? trimBlanks(line).toLowerCase() : ''));
  const first = lines.findIndex((line) => !isBlank(line));
  const noMore = labels.lastIndexOf(NO_MORE);
  const related = noMore < 0 ? labels.lastIndexOf(RELATED) : labels.lastIndexOf(RELATED, noMore);
  const share = labels.lastIndexOf(SHARE);
  return {
    edit: first >= 0 && labels[first] === EDIT ? first : -1,
    related,
    noMore: noMore > related ? noMore : -1,
    share: share > related ? share : -1,
    sharing: findSharing(lines, labels, first, share),
  };
}

/** The share line: after the label "Share the Article", or repeating a line from the top of the page word for word. */
function findSharing(lines: readonly string[], labels: readonly string[], first: number, share: number): number {
  const at = labels.findLastIndex((label) => label.startsWith(SHARING));
  if (at < 0) return -1;
  const title = sharedTitle(lines[at] ?? '');
  const top = lines.slice(first, first + 12).map(trimBlanks);
  const follows = share >= 0 && share < at && lines.slice(share + 1, at).every(isBlank);
  return title !== '' && (follows || top.includes(title)) ? at : -1;
}

function sharedTitle(line: string): string {
  return trimBlanks(trimBlanks(line).slice(SHARING.length));
}

function sayDropped(lines: readonly string[], notes: NoteTaker): void {
  const names = lines.map((line) => {
    const label = trimBlanks(line);
    return label.toLowerCase().startsWith(SHARING) ? '"Sharing: …"' : `"${label}"`;
  });
  notes.say(
    'page-furniture-dropped',
    `Lines of the page that are not part of the story were left out: ${names.join(', ')}.`,
    names.join(', '),
  );
}
