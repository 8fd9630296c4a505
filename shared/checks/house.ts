import type { HouseRule, HouseRules, RuleSeverity } from '#shared/article/house-rules.ts';
import { isChecked, languageAt, type ViewText } from './block-view.ts';
import type { BlockFinding, CheckCode, Severity } from './check.ts';
import { patternOf } from './pattern.ts';

/** House rules made ready to be used. Equal rules made ready twice are two: results are kept by it. */
export interface House {
  readonly rules: HouseRules;
  readonly patterns: readonly Ready[];
}

interface Ready {
  readonly rule: HouseRule;
  readonly expression: RegExp;
  /** How often it took too long. */
  slow: number;
}

/** What holds where a house says nothing: our limits, no rules. */
export const PLAIN_RULES: HouseRules = {
  sentenceWords: 40,
  headlineCharacters: 110,
  standfirstCharacters: 300,
  headlines: {},
  thousands: {},
  checks: {},
  rules: [],
};

/** One rule may take so long over one text, in milliseconds; it was tried before, so this is for what nobody foresaw. */
const PATIENCE = 250;
/** A busy machine may be slow now and then; a rule that was slow so often is not asked again. */
const MOST_SLOW = 3;
/** Findings of one rule in one text beyond this are not told one by one. */
const MOST_FOUND = 100;

/** Makes rules ready. Patterns that are none are left out: whoever read them has said so. */
export function makeHouse(rules: HouseRules): House {
  const patterns = rules.rules.flatMap((rule): Ready[] => {
    const expression = patternOf(rule);
    return expression === null ? [] : [{ rule, expression, slow: 0 }];
  });
  return { rules, patterns };
}

export const PLAIN_HOUSE = makeHouse(PLAIN_RULES);

/** How the house takes a check that does not stop an export; null: not at all. */
export function severityFor({ rules }: House, code: CheckCode, usual: RuleSeverity): RuleSeverity | null {
  const asked = rules.checks[code];
  return asked === 'off' ? null : (asked ?? usual);
}

/** What the rules of a house find in a text. */
export function findByRules(house: House, text: ViewText, language: string): readonly BlockFinding[] {
  return house.patterns.flatMap((ready) => findByRule(ready, text, language));
}

function findByRule(ready: Ready, text: ViewText, language: string): BlockFinding[] {
  const { rule, expression } = ready;
  if (ready.slow >= MOST_SLOW || (!isFor(rule, language) && !text.spans.some((span) => isFor(rule, span.language))))
    return [];
  const begun = performance.now();
  const found: BlockFinding[] = [];
  expression.lastIndex = 0;
  for (let times = 0; times < MOST_FOUND; times += 1) {
    const match = expression.exec(text.text);
    if (match === null) break;
    if (match[0] === '') expression.lastIndex += 1;
    else found.push(...findingOf(rule, match, text, language));
  }
  if (performance.now() - begun > PATIENCE) ready.slow += 1;
  return found;
}

function findingOf(rule: HouseRule, match: RegExpExecArray, text: ViewText, language: string): BlockFinding[] {
  const word = match[0];
  const from = text.at + match.index;
  const at = { from, to: from + word.length };
  if (isChecked(text, at) || !isFor(rule, languageAt(text, from, language))) return [];
  const instead = rule.instead === null ? null : filled(rule.instead, match);
  if (instead === word) return [];
  const severity: Severity = rule.severity;
  const { say, why, name } = rule;
  const values = { word, say, why, name, ...(instead === null ? {} : { instead }) };
  const fix = instead === null ? {} : { fix: { kind: 'replace', at, text: instead } as const };
  return [{ code: 'house-rule', severity, values, passages: [at], ...fix }];
}

/** `$1` to `$9` are what the groups found, `$$` is a dollar; a text that begins a sentence keeps its capital. */
function filled(instead: string, match: RegExpExecArray): string {
  const text = instead.replaceAll(/\$([$1-9])/gu, (_whole, sign: string) =>
    sign === '$' ? '$' : (match[Number(sign)] ?? ''),
  );
  const begins = /^\p{Lu}(?!\p{Lu})/u.test(match[0]) && !instead.startsWith('$');
  return begins ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text;
}

function isFor({ languages }: HouseRule, language: string | null): boolean {
  return languages.length === 0 || (language !== null && languages.includes(languageOf(language)));
}

/** The language of a BCP 47 tag without its script and country. */
export function languageOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
