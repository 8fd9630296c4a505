import { expect, test } from 'vitest';
import { FIELD_NAMES, FIELDS, metadataFrom, parseField } from '#shared/article/field.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';

test('every field has a rule, and every default passes its own', () => {
  expect([...FIELD_NAMES].sort()).toEqual(Object.keys(DEFAULT_METADATA).sort());
  for (const name of FIELD_NAMES) expect(FIELDS[name].accepts(DEFAULT_METADATA[name]), name).toBe(true);
});

test.each([
  ['status', 'legal', 'legal'],
  ['priority', '3', 3],
  ['legalFlag', 'Yes', true],
  ['keywords', 'Oman, talks , ', ['Oman', 'talks']],
  [
    'bylines',
    'Ana Ruiz | Madrid, Bo Li',
    [
      { name: 'Ana Ruiz', role: 'Madrid' },
      { name: 'Bo Li', role: '' },
    ],
  ],
  ['embargo', '2026-11-30T06:00:00Z | budget', { active: true, until: '2026-11-30T06:00:00Z', reason: 'budget' }],
  ['embargo', 'none', { active: false, until: '', reason: '' }],
  ['language', 'en-gb', 'en-GB'],
  ['canonicalUrl', 'https://example.org/a', 'https://example.org/a'],
  ['deadline', '', ''],
])('%s reads %j', (name, typed, value) => {
  expect(parseField(name, typed)).toEqual({ ok: true, value: { [name]: value } });
});

test.each([
  ['status', 'done'],
  ['priority', '12'],
  ['priority', '1.5'],
  ['legalFlag', 'perhaps'],
  ['embargo', 'tomorrow'],
  ['language', '!!'],
  ['canonicalUrl', 'javascript:alert(1)'],
  ['deadline', '31/12/2026'],
  ['slug', 'x'.repeat(20_001)],
])('%s refuses %j and says what it takes', (name, typed) => {
  const result = parseField(name, typed);
  expect(result).toMatchObject({ ok: false, error: { code: 'bad-input' } });
});

test('an unknown field is refused, names of Object included', () => {
  for (const name of ['hedline', '__proto__', 'constructor', 'toString']) {
    expect(parseField(name, 'x')).toMatchObject({ ok: false, error: { code: 'unknown-field' } });
  }
});

test('stored values that are not well formed fall to their defaults, one by one', () => {
  const stored: Record<string, unknown> = { slug: 'ok', priority: 'high', bylines: [{ name: 7 }], embargo: null };
  expect(metadataFrom((name) => stored[name])).toEqual({ ...DEFAULT_METADATA, slug: 'ok' });
});
