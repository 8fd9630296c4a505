import type { HouseRule } from '#shared/article/house-rules.ts';

/** Patterns longer than this are refused. */
export const LONGEST_PATTERN = 600;
/** A pattern may offer so many ways to match at one place before it is refused. */
const MOST_WAYS = 5_000;
/** Repetitions up to this many count as bounded. */
const FEW = 4;
/** How long a pattern may look at the worst text we can think of, in milliseconds. */
const BUDGET = 25;
const LONGEST_TRIAL = 2_048;

/** The regular expression of a rule; null where it is none. */
export function patternOf({ pattern, matchCase }: Pick<HouseRule, 'pattern' | 'matchCase'>): RegExp | null {
  try {
    return new RegExp(pattern, matchCase ? 'gu' : 'giu');
  } catch {
    return null;
  }
}

/**
 * True for a pattern that can't take a text hostage: no repetition inside a repetition, no choice inside a long one, no
 * reference back, and few ways to match at one place; and then it is tried, on texts made to slow it down.
 */
export function isQuick(expression: RegExp): boolean {
  if (expression.source.length > LONGEST_PATTERN) return false;
  const shape = readShape(expression.source);
  return shape.isSafe && shape.ways <= MOST_WAYS && (shape.endless === 0 || passesTrial(expression));
}

interface Shape {
  readonly isSafe: boolean;
  /** Ways to match at one place, repetitions without end counted as two. */
  readonly ways: number;
  readonly endless: number;
}

interface Group {
  alternatives: number;
  ways: number;
  isVariable: boolean;
}

const newGroup = (): Group => ({ alternatives: 1, ways: 1, isVariable: false });
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/u;
const OPENING = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u;
const ESCAPE = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|[\s\S])/u;

/** Reads a pattern that is known to be a regular expression. */
function readShape(source: string): Shape {
  const open: Group[] = [newGroup()];
  let last: Group | null = null;
  let isSafe = true;
  let endless = 0;
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at);
    const quantifier = last === null ? null : QUANTIFIER.exec(rest);
    const group = open.at(-1) ?? newGroup();
    if (last !== null && quantifier !== null) {
      const most = mostTimes(quantifier);
      if (most > 1 && last.isVariable) isSafe = false;
      if (most > FEW && last.alternatives > 1) isSafe = false;
      if (most === Number.POSITIVE_INFINITY) endless += 1;
      group.ways *= last.ways ** Math.min(most, FEW) * (isFixed(quantifier) ? 1 : 2);
      group.isVariable ||= last.isVariable || last.alternatives > 1 || !isFixed(quantifier);
      last = null;
      at += quantifier[0].length;
      continue;
    }
    if (last !== null) {
      group.ways *= last.ways;
      group.isVariable ||= last.isVariable || last.alternatives > 1;
      last = null;
    }
    const length = tokenLength(rest);
    const sign = rest[0];
    if (sign === '(') open.push(newGroup());
    else if (sign === ')') last = closed(open);
    else if (sign === '|') group.alternatives += 1;
    else if (sign !== '^' && sign !== '$') last = newGroup();
    if (/^\\(?:[1-9]|k<)/u.test(rest)) isSafe = false;
    at += length;
  }
  const whole = open[0] ?? newGroup();
  return { isSafe, ways: whole.ways * (last?.ways ?? 1) * whole.alternatives, endless };
}

function closed(open: Group[]): Group {
  const group = open.pop() ?? newGroup();
  return { ...group, ways: group.ways * group.alternatives };
}

function tokenLength(rest: string): number {
  if (rest.startsWith('[')) return classLength(rest);
  return (ESCAPE.exec(rest) ?? OPENING.exec(rest))?.[0].length ?? 1;
}

function classLength(rest: string): number {
  for (let at = 1; at < rest.length; at += 1) {
    if (rest[at] === '\\') at += 1;
    else if (rest[at] === ']') return at + 1;
  }
  return rest.length;
}

function mostTimes([whole, least, range, most]: RegExpExecArray): number {
  if (whole.startsWith('?')) return 1;
  if (!whole.startsWith('{')) return Number.POSITIVE_INFINITY;
  if (range === undefined) return Number(least);
  return most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most);
}

function isFixed([whole, , range]: RegExpExecArray): boolean {
  return whole.startsWith('{') && range === undefined;
}

/** Texts that grow, made of the pattern's own letters and of what classes take; the first that is slow ends it. */
function passesTrial(expression: RegExp): boolean {
  const letters = new Set([...expression.source.replaceAll(/\\[pPuxk]?(?:\{[^}]*\})?./gu, '')].slice(0, 12));
  const pieces = [...[...letters].slice(0, 5), 'a', '1', ' ', 'א', 'a ', '1,', expression.source.slice(0, 12)];
  for (let length = 16; length <= LONGEST_TRIAL; length *= 2) {
    for (const piece of pieces) {
      const text = `${piece.repeat(Math.ceil(length / piece.length))}\u0001`;
      if (quickest(expression, text) > BUDGET) return false;
    }
  }
  return true;
}

/** A busy machine may be slow once; what is slow by itself is slow each time. */
function quickest(expression: RegExp, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3 && least > BUDGET; time += 1) {
    const begun = performance.now();
    expression.lastIndex = 0;
    while (expression.exec(text) !== null) {
      if (expression.lastIndex >= text.length) break;
      expression.lastIndex += 1;
    }
    least = Math.min(least, performance.now() - begun);
  }
  expression.lastIndex = 0;
  return least;
}
