import type { FindingParts } from './en/checking.ts';
import { isolate } from './isolate.ts';
import type { Words } from './words.tsx';

/** A text in one or several languages; `''` is for those that are not named. */
type TextByLanguage = Readonly<Record<string, string>>;

/** A finding of the checks, as data. */
interface SpokenFinding {
  readonly code: string;
  readonly message: string;
  readonly values: {
    readonly count?: number;
    readonly limit?: number;
    readonly word?: string;
    readonly instead?: string;
    readonly until?: string;
    readonly status?: string;
    readonly place?: string;
    readonly name?: string;
    readonly say?: TextByLanguage;
    readonly why?: TextByLanguage;
  };
}

/** What was found, why it matters and what to do, in the language of the interface. */
interface FindingWords {
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/** A finding in the interface's language; one this version has no words for comes as it was said in English. */
export function findingWords(words: Words, { code, message, values }: SpokenFinding): FindingWords {
  const { findings, places } = words.checking;
  if (!isKey(findings, code)) return { what: message, why: '', todo: '' };
  const { what, why, todo } = findings[code];
  const { count, limit, until = '', status = '', place = '' } = values;
  const statuses: Readonly<Record<string, string>> = words.app.status;
  const parts: FindingParts = {
    count: count === undefined || (code === 'tk-left' && count === 1) ? '' : words.number(count),
    limit: limit === undefined ? '' : words.number(limit),
    word: shown(values.word),
    instead: shown(values.instead),
    until: until === '' ? '' : words.moment(until) || until,
    status: statuses[status] ?? status,
    place: isKey(places, place) ? places[place] : '',
  };
  if (code !== 'house-rule') return { what: what(parts), why, todo };
  return {
    what: inLanguage(values.say, words.language) ?? what(parts),
    why: inLanguage(values.why, words.language) ?? why,
    todo,
  };
}

/** A finding as one sentence. English shows the exact sentence it came with. */
export function findingSentence(words: Words, finding: SpokenFinding): string {
  return words.language.startsWith('en') ? finding.message : findingWords(words, finding).what;
}

/** White space can't be seen: it is shown as the sign for it. */
function shown(text: string | undefined): string {
  return text === undefined || text === '' ? '' : isolate(text.replaceAll(/^[ \u00a0]+|[ \u00a0]+$/gu, '␣'));
}

function inLanguage(texts: TextByLanguage | undefined, language: string): string | undefined {
  return texts?.[language.split('-', 1)[0] ?? ''] ?? texts?.[''] ?? texts?.['en'];
}

function isKey<Thing extends object>(thing: Thing, key: string): key is Extract<keyof Thing, string> {
  return Object.hasOwn(thing, key);
}
