import type { Forms } from '../language.ts';
import { isolate } from '../isolate.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** Words of find and replace, in a story and in several, and of folding sections. */
export const find = {
  title: 'Find and replace',
  find: 'Find',
  findIn: 'Find in the story',
  replaceWith: 'Replace with',
  nextHit: 'Next place found',
  previousHit: 'Previous place found',
  close: 'Close find',
  showReplace: 'Show replace',
  showList: 'List all places found',
  list: 'Places found',
  matchCase: 'Match capital letters',
  wholeWords: 'Whole words only',
  foldMarks: 'Ignore accents, points and vowels',
  pattern: 'Regular expression',
  replace: 'Replace',
  replaceAll: 'Replace all',
  place: (now: string, count: string) => `${now} of ${count}`,
  found: forms('{n} found', '{n} found'),
  nothing: 'Nothing found',
  replaced: forms('{n} place replaced', '{n} places replaced'),
  badPattern: 'This pattern can’t be read: a bracket or a sign has no partner.',
  slowPattern: 'This pattern takes too long on this text. Write it in a simpler way.',
  more: forms('and {n} more', 'and {n} more'),
  headline: 'Headline',
  standfirst: 'Standfirst',
  opening: 'Opening',
  caption: 'Caption',
  table: 'Table',
  body: 'Text',

  foldSection: (title: string) => `Fold ${isolate(title)}`,
  unfoldSection: (title: string) => `Unfold ${isolate(title)}`,
  foldThis: 'Fold this section',
  unfoldThis: 'Unfold this section',
  foldAll: 'Fold all sections',
  unfoldAll: 'Unfold all sections',
  foldInText: 'Fold in the text, too',
  folded: forms('{n} paragraph folded away', '{n} paragraphs folded away'),

  inStories: 'Find and replace in stories',
  inStoriesHint: 'In the stories of the list: headline, standfirst, text, captions and tables.',
  search: 'Find',
  searching: (done: string, count: string) => `Searching: ${done} of ${count}`,
  places: forms('{n} place', '{n} places'),
  stories: forms('{n} story', '{n} stories'),
  foundIn: (places: string, stories: string) => `${places} in ${stories}`,
  nothingInStories: 'Nothing found in these stories',
  replaceIn: forms('Replace in {n} story', 'Replace in {n} stories'),
  replacing: (done: string, count: string) => `Replacing: ${done} of ${count}`,
  stop: 'Stop',
  changed: (places: string, stories: string) => `${places} replaced in ${stories}.`,
  oneChange: 'Each story gets one change. A story that is open shows it at once.',
  notChanged: forms('{n} story was not changed', '{n} stories were not changed'),
};

export type FindWords = typeof find;
