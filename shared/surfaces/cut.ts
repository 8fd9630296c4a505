import type { Limit, Surface } from './surface.ts';

/** A text as a place shows it. */
export interface Cut {
  /** What is seen, with `…` where it was cut. */
  readonly shown: string;
  readonly isCut: boolean;
  /** Characters of the text itself that are seen, and all it has, counted as a reader counts. */
  readonly kept: number;
  readonly total: number;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ELLIPSIS = '…';

/** The title or description as the surface shows it; null where it shows no such text. */
export function cutTo(surface: Surface, part: 'title' | 'description', text: string): Cut | null {
  const limit = surface[part];
  return limit === null ? null : cutToLimit(limit, text);
}

/**
 * The text within a limit. White space is made single first, as every place does. The ellipsis counts as one
 * character. Never cuts inside a grapheme cluster; where words are kept whole and the first alone is too long, cuts it.
 */
export function cutToLimit(limit: Pick<Limit, 'characters' | 'cutsAt'>, text: string): Cut {
  const one = text.replaceAll(/\s+/gu, ' ').trim();
  const graphemes = Array.from(characters.segment(one), ({ segment }) => segment);
  const total = graphemes.length;
  if (total <= limit.characters) return { shown: one, isCut: false, kept: total, total };

  const room = Math.max(0, limit.characters - 1);
  const kept = limit.cutsAt === 'word' ? wordsWithin(graphemes, room) : room;
  const seen = withoutTail(graphemes.slice(0, kept));
  return { shown: seen.join('') + ELLIPSIS, isCut: true, kept: seen.length, total };
}

/** How many graphemes the whole words within `room` take; `room` where not even one word fits. */
function wordsWithin(graphemes: readonly string[], room: number): number {
  if (graphemes[room] === ' ') return room;
  const space = graphemes.lastIndexOf(' ', room - 1);
  return space > 0 ? space : room;
}

/** Nothing dangles before the ellipsis. */
function withoutTail(graphemes: readonly string[]): readonly string[] {
  let end = graphemes.length;
  while (end > 0 && /^[\s,;:–—-]$/u.test(graphemes[end - 1] ?? '')) end -= 1;
  return graphemes.slice(0, end);
}
