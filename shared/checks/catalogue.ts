import type { Article } from '#shared/article/article.ts';
import { bodyEmpty, cardsLost, overLength } from './body.ts';
import type { Check, Finding } from './check.ts';
import { headingsEmpty, headlineLong, headlineMissing } from './headline.ts';
import { altMissing, creditMissing, pictureFlagged, pictureMissing } from './picture.ts';
import { quotesUnbalanced } from './quotes.ts';
import { dropped, embargoActive, legalFlagged } from './release.ts';
import { tkLeft } from './tk.ts';

/** Every check of the house. The first five are the gate before an export. */
const CHECKS: readonly Check[] = [
  embargoActive,
  legalFlagged,
  altMissing,
  creditMissing,
  tkLeft,
  headlineMissing,
  bodyEmpty,
  dropped,
  headlineLong,
  overLength,
  headingsEmpty,
  pictureMissing,
  pictureFlagged,
  cardsLost,
  quotesUnbalanced,
];

/** What all checks find: what blocks first, then what warns, each in the order of `CHECKS` and of the body. */
export function checkArticle(article: Article): readonly Finding[] {
  const findings = CHECKS.flatMap((check) => check(article));
  return [...blocking(findings), ...findings.filter((finding) => finding.severity === 'warns')];
}

/** The findings that stop an export. */
export function blocking<Found extends Finding>(findings: readonly Found[]): readonly Found[] {
  return findings.filter((finding) => finding.severity === 'blocks');
}
