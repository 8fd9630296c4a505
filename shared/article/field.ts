import { isMediaName } from './block.ts';
import { fail, succeed, type Result } from './failure.ts';
import { DEFAULT_METADATA, type Byline, type Embargo, type Metadata } from './metadata.ts';
import { isStatus, STATUSES } from './status.ts';
import { isWebUrl } from './url.ts';

export type FieldName = keyof Metadata;

/**
 * One metadata field: whether a stored value is well formed, and how a person's words become one.
 * The one door for values from disk, colleagues and the command line alike.
 */
interface Field<Value> {
  readonly accepts: (value: unknown) => value is Value;
  /** Reads what a person typed; null when it can't be read, and then `expects` says what would do. */
  readonly parse: (text: string) => Value | null;
  readonly expects: string;
}

/** No metadata text is longer than this; longer ones are refused at the door, never cut. */
const LONGEST_FIELD_TEXT = 20_000;
const MOST_LIST_ENTRIES = 500;

const text: Field<string> = {
  accepts: (value): value is string => typeof value === 'string' && value.length <= LONGEST_FIELD_TEXT,
  parse: (typed) => (typed.length <= LONGEST_FIELD_TEXT ? typed : null),
  expects: `text of at most ${LONGEST_FIELD_TEXT} characters`,
};

const flag: Field<boolean> = {
  accepts: (value): value is boolean => typeof value === 'boolean',
  parse: (typed) => (/^(?:true|yes|on|1)$/iu.test(typed) ? true : /^(?:false|no|off|0)$/iu.test(typed) ? false : null),
  expects: 'yes or no',
};

const list: Field<readonly string[]> = {
  accepts: (value): value is readonly string[] =>
    Array.isArray(value) && value.length <= MOST_LIST_ENTRIES && value.every((entry) => text.accepts(entry)),
  parse: (typed) =>
    typed
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  expects: 'words separated by commas',
};

const bylines: Field<readonly Byline[]> = {
  accepts: (value): value is readonly Byline[] =>
    Array.isArray(value) &&
    value.length <= MOST_LIST_ENTRIES &&
    value.every((entry) => hasTexts(entry, ['name', 'role'])),
  parse: (typed) =>
    (list.parse(typed) ?? []).map((entry) => {
      const [name = '', role = ''] = entry.split('|').map((part) => part.trim());
      return { name, role };
    }),
  expects: 'names separated by commas, a role after a bar: Ana Ruiz | Madrid correspondent',
};

const embargo: Field<Embargo> = {
  accepts: (value): value is Embargo =>
    hasTexts(value, ['until', 'reason']) && typeof (value as { active?: unknown }).active === 'boolean',
  parse: (typed) => {
    if (/^(?:none|off|no)?$/iu.test(typed)) return { active: false, until: '', reason: '' };
    const [until = '', reason = ''] = typed.split('|').map((part) => part.trim());
    return moment.parse(until) === null ? null : { active: true, until, reason };
  },
  expects: 'a time such as 2026-11-30T06:00:00Z, with a reason after a bar, or none',
};

const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

const moment: Field<string> = {
  accepts: (value): value is string => value === '' || (typeof value === 'string' && moment.parse(value) !== null),
  parse: (typed) => (typed === '' || (MOMENT.test(typed) && !Number.isNaN(Date.parse(typed))) ? typed : null),
  expects: 'a day or a time with its offset, such as 2026-11-30T06:00:00Z',
};

const language: Field<string> = {
  accepts: (value): value is string => typeof value === 'string' && language.parse(value) === value,
  parse: (typed) => {
    try {
      return Intl.getCanonicalLocales(typed)[0] ?? null;
    } catch {
      return null;
    }
  },
  expects: 'a language tag such as en-GB, he, ar or fa',
};

const webUrl: Field<string> = {
  accepts: (value): value is string => value === '' || (typeof value === 'string' && isWebUrl(value)),
  parse: (typed) => (typed === '' || isWebUrl(typed) ? typed : null),
  expects: 'a full web address that begins with https:// or http://',
};

function wholeNumber(least: number, most: number): Field<number> {
  return {
    accepts: (value): value is number =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    parse: (typed) => {
      const number = Number(typed);
      return /^\d+$/u.test(typed) && number >= least && number <= most ? number : null;
    },
    expects: `a whole number from ${least} to ${most}`,
  };
}

/** Every metadata field, in the order in which people read them. */
export const FIELDS: { readonly [Name in FieldName]: Field<Metadata[Name]> } = {
  slug: text,
  urlSlug: text,
  kicker: text,
  bylines,
  dateline: text,
  desk: text,
  section: text,
  keywords: list,
  topics: list,
  genre: text,
  language,
  priority: wholeNumber(1, 9),
  status: {
    accepts: isStatus,
    parse: (typed) => (isStatus(typed) ? typed : null),
    expects: `one of ${STATUSES.join(', ')}`,
  },
  assignee: text,
  deadline: moment,
  embargo,
  commissionedLength: wholeNumber(0, 1_000_000),
  legalFlag: flag,
  pictureFlag: flag,
  edNote: text,
  editorsNote: text,
  copyright: text,
  canonicalUrl: webUrl,
  printHeadline: text,
  socialHeadline: text,
  searchHeadline: text,
  shareTitle: text,
  shareDescription: text,
  shareImage: {
    accepts: (value): value is Metadata['shareImage'] => value === '' || isMediaName(value),
    parse: (typed) => (typed === '' || isMediaName(typed) ? typed : null),
    expects: 'the name of a picture of this library',
  },
  published: moment,
  created: moment,
  trashed: flag,
};

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

/** A person's words for a field, as the value to store; or a failure that says what the field takes. */
export function parseField(name: string, typed: string): Result<Partial<Metadata>> {
  if (!isFieldName(name)) {
    return fail('unknown-field', `There is no field "${name}". Fields: ${FIELD_NAMES.join(', ')}.`);
  }
  const value = FIELDS[name].parse(typed.trim());
  if (value === null) return fail('bad-input', `The field "${name}" takes ${FIELDS[name].expects}.`);
  return succeed({ [name]: value });
}

/** Metadata made of stored values: well-formed ones are taken, the default stands for every other. */
export function metadataFrom(stored: (name: FieldName) => unknown): Metadata {
  const entries = FIELD_NAMES.map((name) => {
    const value = stored(name);
    return [name, FIELDS[name].accepts(value) ? value : DEFAULT_METADATA[name]];
  });
  return Object.fromEntries(entries) as Metadata;
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => text.accepts((value as Readonly<Record<string, unknown>>)[name]))
  );
}
