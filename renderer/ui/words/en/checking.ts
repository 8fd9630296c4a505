import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** What a sentence about a finding may hold, each as it is read: numbers written, foreign words isolated. */
export interface FindingParts {
  readonly count: string;
  readonly limit: string;
  readonly word: string;
  readonly instead: string;
  readonly until: string;
  readonly status: string;
  readonly place: string;
}

/** A check in words: what was found, why it matters, what to do. */
export interface FindingText {
  readonly what: (parts: FindingParts) => string;
  readonly why: string;
  readonly todo: string;
}

const plain = (what: string, why: string, todo: string): FindingText => ({ what: () => what, why, todo });

/** Words of the checks and the counts. */
export const checking = {
  findings: {
    'embargo-active': {
      what: ({ until }: FindingParts) => (until === '' ? 'Under embargo' : `Under embargo until ${until}`),
      why: 'Nothing leaves the house before its time, whatever the clock of this machine says.',
      todo: 'Lift the embargo in the Story panel when it may go out.',
    },
    'legal-flag': plain(
      'The legal flag is raised',
      'Somebody wants a lawyer to read this first.',
      'Take the flag down in the Story panel once it is cleared.',
    ),
    'alt-missing': plain(
      'A picture has no alt text',
      'Readers who can’t see the picture are told nothing about it.',
      'Say in a few words what it shows, or mark it as decorative.',
    ),
    'credit-missing': plain(
      'A picture has no credit',
      'Whoever took it has a right to be named.',
      'Write the photographer or agency under the picture.',
    ),
    'tk-left': {
      what: ({ place, count }: FindingParts) =>
        count === '' ? `TK left ${place}` : `TK left ${place}, ${count} times`,
      why: 'TK stands for something that is still to come.',
      todo: 'Fill it in, or take it out.',
    },
    'headline-missing': plain(
      'No headline yet',
      'Lists, links and cards show the headline before anything else.',
      'Write one at the top of the page.',
    ),
    'body-empty': plain('The article has no text', 'There is nothing to read yet.', 'Start writing.'),
    'in-trash': plain(
      'This story is in the trash',
      'What is in the trash is not meant to go out.',
      'Put it back from the library if it is.',
    ),
    dropped: {
      what: ({ status }: FindingParts) => `The status is ${status}`,
      why: 'A story that was dropped is not meant to go out.',
      todo: 'Change the status if it is alive again.',
    },
    'headline-long': {
      what: ({ count, limit }: FindingParts) => `Headline of ${count} characters; ${limit} are enough`,
      why: 'Beyond that it is cut short nearly everywhere it is shared.',
      todo: 'Shorten it, or write a short one for search and social in the Story panel.',
    },
    'standfirst-long': {
      what: ({ count, limit }: FindingParts) => `Standfirst of ${count} characters; ${limit} are enough`,
      why: 'It is cut short in lists and previews, and readers skip it.',
      todo: 'Move what is not needed into the text.',
    },
    'over-length': {
      what: ({ count, limit }: FindingParts) => `${count} words; ${limit} were commissioned`,
      why: 'It may not fit the space that waits for it.',
      todo: 'Cut, or agree on another length in the Story panel.',
    },
    'heading-empty': plain(
      'A section heading is empty',
      'It leaves a hole on the page and in the outline.',
      'Name the section or take the heading out.',
    ),
    'picture-missing': plain(
      'A picture was never put in',
      'Its caption is there, its file is not.',
      'Choose the picture, or take the place for it out.',
    ),
    'picture-flag': plain(
      'The picture flag is raised',
      'Somebody wants the pictures to be looked at.',
      'Take the flag down in the Story panel once they are.',
    ),
    'related-card-lost': plain(
      'A related card leads nowhere',
      'The article it showed has left the related list.',
      'Add it to the list again, or take the card out.',
    ),
    'quotes-unbalanced': {
      what: ({ word }: FindingParts) => `A quotation mark without its partner: ${word}`,
      why: 'Readers can’t tell where the speaker ends and you go on.',
      todo: 'Close the quotation, or open it.',
    },
    'doubled-word': {
      what: ({ word }: FindingParts) => `“${word}” stands twice`,
      why: 'The eye skips it, so it stays in when nobody asks.',
      todo: 'Take one out, unless it is meant.',
    },
    'sentence-long': {
      what: ({ count, limit }: FindingParts) => `A sentence of ${count} words; the house wants ${limit} at most`,
      why: 'Readers lose the thread before the full stop.',
      todo: 'Make two of it.',
    },
    'link-insecure': {
      what: ({ word }: FindingParts) => `A link without https: ${word}`,
      why: 'Anyone on the way can read and change what such a page shows.',
      todo: 'Use the https address; nearly every site has one. Open it once to be sure.',
    },
    'number-style': {
      what: ({ word, instead }: FindingParts) => `The house writes ${instead}, not ${word}`,
      why: 'Long numbers are read in groups of three.',
      todo: 'Set the thousands apart, unless it is a code or a year.',
    },
    'house-rule': {
      what: ({ word, instead }: FindingParts) =>
        instead === '' ? `House rule: ${word}` : `The house writes “${instead}”, not “${word}”`,
      why: 'A rule of the house.',
      todo: 'Write it as the house does, unless there is a reason.',
    },
  },

  places: {
    headline: 'in the headline',
    standfirst: 'in the standfirst',
    paragraph: 'in a paragraph',
    heading: 'in a section heading',
    quote: 'in a quote',
    correction: 'in a correction',
    picture: 'with a picture',
    table: 'in a table',
    embed: 'in an embed',
    related: 'in a related article',
    byline: 'in a byline',
    field: 'in the Story panel',
  },

  hints: 'May be meant so',
  goThere: 'Go there',
  replaceWith: (text: string) => `Write “${isolate(text)}”`,
  takeOut: 'Take one out',
  useHttps: 'Use https',
  correct: 'Correct as is',
  correctHint: 'Marks the passage CQ: no check asks again. Undo takes it back.',
  decorative: 'It is decorative',
  changedMeanwhile: 'The text has changed since; nothing was done.',
  more: forms('and {n} more', 'and {n} more'),
  marked: (what: string, more: string) => (more === '' ? what : `${what}, ${more}`),

  rulesOn: forms('{n} house rule on', '{n} house rules on'),
  rulesFrom: {
    library: 'Read from this library’s own file:',
    desk: 'Read from the desk’s file, which holds for everyone on it:',
    stet: 'These are the rules Stet brings. Make a file of them to write your own:',
  },
  rulesMake: 'Make the file',
  rulesMade: 'The file is made. What you save in it holds at once.',
  rulesNotMade: 'The file could not be made in the library’s folder.',
  line: (line: string) => `Line ${line}`,
  wholeFile: 'The file',
  problems: {
    unreadable: 'can’t be read, so the rules of Stet hold.',
    'too-large': 'is larger than 256 KB, so the rules of Stet hold.',
    'too-many': 'there are too many entries; the rest is not read.',
    'not-understood': 'is not written as YAML is. Look at the quotes and the spaces.',
    'unknown-name': 'is no name Stet knows.',
    'wrong-value': 'has a value that can’t be meant.',
    'pattern-broken': 'the pattern is no regular expression, or finds everything.',
    'pattern-slow': 'the pattern could take for ever. Write it without a repetition inside a repetition.',
  },

  nextFinding: 'Next finding',
  previousFinding: 'Previous finding',
  runChecks: 'Run the checks',
  showCounts: 'Show counts',

  counts: 'Counts',
  countsHint: 'Words, characters and lengths',
  part: 'Part',
  wordsColumn: 'Words',
  charactersColumn: 'Characters',
  withoutSpaces: 'Without spaces',
  readingColumn: 'Reading',
  minutes: forms('{n} min', '{n} min'),
  underMinute: 'under 1 min',
  selection: 'Selection',
  commissioned: (written: string, ordered: string) => `${written} of ${ordered} words commissioned`,
  stillFree: forms('{n} word to go', '{n} words to go'),
  lengths: 'Headline, place by place',
  print: 'Print',
  descriptions: 'Description, place by place',
  fits: (count: string, limit: string) => `${count} of ${limit}`,
  tooLongFor: (places: string) => `Too long for ${places}`,
  placeAndLength: (place: string, length: string) => `${isolate(place)} (${length})`,
  isCut: (limit: string) => `cut after ${limit}`,
};

export type CheckingWords = typeof checking;
