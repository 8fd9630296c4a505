import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { HouseRules, RuleProblem, RuleSeverity } from '#shared/article/house-rules.ts';
import { CHECK_CODES } from '#shared/checks/check.ts';
import { PLAIN_RULES } from '#shared/checks/house.ts';
import { readRule } from './rule-entry.ts';
import { entriesOf, isNothing, levelOf, startOf, textOf, type Say } from './yaml-value.ts';

/** What a file of house rules says, and what in it is wrong. Whatever is wrong, the rest counts. */
export interface ReadRules {
  readonly rules: HouseRules;
  readonly problems: readonly RuleProblem[];
}

/** Rules beyond these are not read: a list of words belongs into one rule. */
const MOST_RULES = 1_000;
const MOST_PROBLEMS = 50;
const LARGEST_LIMIT = 100_000;

/** Reads a file of house rules. Never throws: files come from anywhere. */
export function readRulesText(text: string): ReadRules {
  const lines = new LineCounter();
  const problems: RuleProblem[] = [];
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const say: Say = (code, node, name) => {
    const line = lineAt(startOf(node));
    if (problems.length < MOST_PROBLEMS) problems.push({ code, line, name: name.slice(0, 80) });
  };
  let rules: HouseRules = PLAIN_RULES;
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    for (const error of document.errors.slice(0, 3)) {
      problems.push({ code: 'not-understood', line: lineAt(error.pos[0]), name: '' });
    }
    if (isMap(document.contents)) rules = readTop(document.contents, say, (node) => lineAt(startOf(node)));
    else if (document.contents !== null) say('not-understood', document.contents, '');
  } catch {
    problems.push({ code: 'not-understood', line: 0, name: '' });
  }
  return { rules, problems };
}

function readTop(top: unknown, say: Say, lineOf: (node: unknown) => number): HouseRules {
  let rules = PLAIN_RULES;
  for (const { key, value } of entriesOf(top, say, '')) {
    const name = textOf(key) ?? '';
    switch (name) {
      case 'limits':
        rules = { ...rules, ...readLimits(value, say) };
        break;
      case 'headlines':
        rules = { ...rules, headlines: readRecord(value, say, numberOf) };
        break;
      case 'thousands':
        rules = { ...rules, thousands: readRecord(value, say, signOf) };
        break;
      case 'checks':
        rules = { ...rules, checks: readChecks(value, say) };
        break;
      case 'rules':
        rules = { ...rules, rules: readRules(value, say, lineOf) };
        break;
      default:
        say('unknown-name', key, name);
    }
  }
  return rules;
}

const LIMITS: Readonly<Record<string, 'sentenceWords' | 'headlineCharacters' | 'standfirstCharacters'>> = {
  sentence: 'sentenceWords',
  headline: 'headlineCharacters',
  standfirst: 'standfirstCharacters',
};

function readLimits(node: unknown, say: Say): Partial<HouseRules> {
  const limits: { -readonly [Name in keyof HouseRules]?: HouseRules[Name] } = {};
  for (const { key, value } of entriesOf(node, say, 'limits')) {
    const name = textOf(key) ?? '';
    const field = Object.hasOwn(LIMITS, name) ? LIMITS[name] : undefined;
    const number = numberOf(value);
    if (field === undefined) say('unknown-name', key, name);
    else if (number === null) say('wrong-value', value ?? key, name);
    else limits[field] = number;
  }
  return limits;
}

function readChecks(node: unknown, say: Say): HouseRules['checks'] {
  const checks: [string, RuleSeverity | 'off'][] = [];
  for (const { key, value } of entriesOf(node, say, 'checks')) {
    const name = textOf(key) ?? '';
    const level = levelOf(value);
    if (!(CHANGEABLE as readonly string[]).includes(name)) say('unknown-name', key, name);
    else if (level === null) say('wrong-value', value ?? key, name);
    else checks.push([name, level]);
  }
  return Object.fromEntries(checks);
}

/** What stops an export is the product's, not a file's. */
const CHANGEABLE = CHECK_CODES.filter((code) =>
  /^(?:quotes|doubled|sentence|link|number|headline-long|standfirst-long)/u.test(code),
);

function readRules(node: unknown, say: Say, lineOf: (node: unknown) => number): HouseRules['rules'] {
  if (!isSeq(node)) {
    if (!isNothing(node)) say('wrong-value', node, 'rules');
    return [];
  }
  if (node.items.length > MOST_RULES) say('too-many', node.items[MOST_RULES], 'rules');
  const read = node.items.slice(0, MOST_RULES).flatMap((item) => readRule(item, say, lineOf(item)));
  if (read.length > MOST_RULES) say('too-many', node, 'rules');
  return read.slice(0, MOST_RULES);
}

function readRecord<T>(node: unknown, say: Say, read: (value: unknown) => T | null): Readonly<Record<string, T>> {
  const found: [string, T][] = [];
  for (const { key, value } of entriesOf(node, say, '').slice(0, 100)) {
    const name = textOf(key);
    const got = read(value);
    if (name === null || got === null || name === '__proto__') say('wrong-value', value ?? key, name ?? '');
    else found.push([name, got]);
  }
  return Object.fromEntries(found);
}

function numberOf(node: unknown): number | null {
  const value = isScalar(node) ? node.value : null;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_LIMIT ? value : null;
}

function signOf(node: unknown): string | null {
  const sign = textOf(node);
  return sign !== null && [...sign].length <= 1 ? sign : null;
}
