import { isBlank, trimBlanks } from './paragraph.ts';
import type { NoteTaker } from './note-taker.ts';

/** A page captured as text, cut into what belongs to the story and what belonged to the page. */
export interface CutPage {
  /** Lines of headline and body. */
  readonly story: readonly string[];
  /** Lines of the related list; null where there is none. */
  readonly related: readonly string[] | null;
  /** The headline as the share line repeats it; null where there is no such line. */
  readonly sharedHeadline: string | null;
}

const EDIT = 'edit content';
const RELATED = 'related articles';
const NO_MORE = 'no more articles';
const SHARE = 'share the article';
const SHARING = 'sharing:';

interface Marks {
  readonly edit: number;
  readonly related: number;
  readonly noMore: number;
  readonly share: number;
  readonly sharing: number;
}

/**
 * Cuts page furniture off a captured page. A line is furniture only if it is nothing but the label, stands where the
 * page has it, and at least one other label confirms it: a story that has a section called "Related Articles", or a
 * sentence with these words in it, is left alone (the first is said in a note).
 */
export function cutFurniture(lines: readonly string[], notes: NoteTaker): CutPage {
  const marks = findMarks(lines);
  const found = [marks.edit, marks.related, marks.noMore, marks.share, marks.sharing].filter((at) => at >= 0);
  if (found.length < 2) return cutSingle(lines, marks, notes);

  const tail = [marks.related, marks.noMore, marks.share, marks.sharing].filter((at) => at >= 0);
  const endOfStory = Math.min(...tail, lines.length);
  const endOfRelated = Math.min(...tail.filter((at) => at > marks.related), lines.length);
  const related = marks.related < 0 ? null : lines.slice(marks.related + 1, endOfRelated);
  const afterwards = lines
    .slice(marks.related < 0 ? endOfStory : endOfRelated)
    .filter((_line, offset) => !tail.includes((marks.related < 0 ? endOfStory : endOfRelated) + offset));
  sayDropped(
    found.map((at) => lines[at] ?? ''),
    notes,
  );
  const keptAfter = afterwards.some((line) => !isBlank(line));
  if (keptAfter) {
    notes.say('text-after-page-end', 'Text that stood after the end of the page was kept at the end of the story.');
  }
  return {
    story: [...lines.slice(marks.edit + 1, endOfStory), ...(keptAfter ? ['', ...afterwards] : [])],
    related,
    sharedHeadline: marks.sharing < 0 ? null : sharedTitle(lines[marks.sharing] ?? ''),
  };
}

/** One label alone proves nothing, save for two that cannot be part of a story. */
function cutSingle(lines: readonly string[], marks: Marks, notes: NoteTaker): CutPage {
  const whole: CutPage = { story: lines, related: null, sharedHeadline: null };
  if (marks.related >= 0) {
    notes.say(
      'related-heading-kept',
      'A heading "Related Articles" was kept as a section of the story, as nothing else marks the file as a captured page.',
    );
    return whole;
  }
  const isLast = (at: number) => at >= 0 && lines.slice(at + 1).every(isBlank);
  if (marks.sharing >= 0 || isLast(marks.share)) {
    const at = Math.max(marks.sharing, marks.share);
    const line = lines[at] ?? '';
    sayDropped([line], notes);
    return {
      story: lines.filter((_line, place) => place !== at),
      related: null,
      sharedHeadline: marks.sharing < 0 ? null : sharedTitle(line),
    };
  }
  return whole;
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
  );
}
