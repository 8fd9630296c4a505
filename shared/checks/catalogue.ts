import type { Article } from '#shared/article/article.ts';
import { viewOf, viewOfLine } from './block-view.ts';
import { reportOf, type BlockReport } from './block-report.ts';
import { CHECK_CODES, type BlockFinding, type CheckField, type Finding } from './check.ts';
import { englishSentence } from './english.ts';
import { PLAIN_HOUSE, severityFor, type House } from './house.ts';
import { checkMetadata } from './release.ts';

/** How far over the commissioned length an article may run before it is said, as a fraction of that length. */
const TOLERANCE = 0.1;

/** The reports of an article's blocks, with what is said about it: all that findings are made of. */
interface Reported extends Pick<Article, 'metadata' | 'related'> {
  readonly headline: readonly BlockReport[];
  readonly standfirst: readonly BlockReport[];
  readonly body: readonly BlockReport[];
}

/** What all checks find in an article: what blocks first, then what warns, then hints, each in the order of the codes. */
export function checkArticle(article: Article, house: House = PLAIN_HOUSE): readonly Finding[] {
  const { metadata, related } = article;
  const report = (view: ReturnType<typeof viewOf>): BlockReport => reportOf(view, metadata.language, house);
  const headline = [report(viewOfLine(article.headline))];
  const standfirst = [report(viewOfLine(article.standfirst))];
  return gatherFindings({ metadata, related, headline, standfirst, body: article.body.map(viewOf).map(report) }, house);
}

/** The findings of an article whose blocks have been looked at. Costs next to nothing for each block. */
export function gatherFindings(reported: Reported, house: House): readonly Finding[] {
  const found = [
    ...wholeArticle(reported, house),
    ...placed(reported.headline, 'headline'),
    ...placed(reported.standfirst, 'standfirst'),
    ...placed(reported.body, 'body'),
    ...checkMetadata(reported.metadata, reported.related).map((finding) => spoken(finding)),
  ];
  const ranked: Finding[][] = [];
  for (const finding of found) (ranked[rankOf(finding)] ??= []).push(finding);
  return ranked.flat();
}

/**
 * Whether all checks find now what they found before, with nothing else changed: what differs are blocks of the body in
 * which nothing is to be found. Costs a comparison for each block, and may say no where it is so.
 */
export function findsAsBefore(before: Reported, now: Reported): boolean {
  if (!isSameList(before.headline, now.headline) || !isSameList(before.standfirst, now.standfirst)) return false;
  if (before.body.length !== now.body.length || isOverLength(before) || isOverLength(now)) return false;
  return now.body.every((block, at) => {
    const was = before.body[at];
    if (block === was) return true;
    const isAsQuiet = was !== undefined && isQuiet(was) && isQuiet(block) && was.hasText === block.hasText;
    // A quotation before it that is not ended looks how it begins.
    return isAsQuiet && (now.body[at - 1]?.loneQuote ?? null) === null;
  });
}

function isQuiet({ findings, loneQuote, related }: BlockReport): boolean {
  return findings.length === 0 && loneQuote === null && related === null;
}

function isSameList(one: readonly BlockReport[], other: readonly BlockReport[]): boolean {
  return one.length === other.length && one.every((report, at) => report === other[at]);
}

const SEVERITIES = ['blocks', 'warns', 'hints'] as const;
const PLACES = new Map(CHECK_CODES.map((code, at) => [code, at]));

function rankOf({ severity, code }: Finding): number {
  return SEVERITIES.indexOf(severity) * CHECK_CODES.length + (PLACES.get(code) ?? 0);
}

/** The findings that stop an export. */
export function blocking<Found extends Finding>(findings: readonly Found[]): readonly Found[] {
  return findings.filter((finding) => finding.severity === 'blocks');
}

/** What can only be said with all blocks in sight. */
function wholeArticle(reported: Reported, house: House): Finding[] {
  const { metadata, related, headline, standfirst, body } = reported;
  const known = new Set(related.map((link) => link.id));
  const found: Finding[] = [
    ...tooLong(headline, 'headline', house),
    ...tooLong(standfirst, 'standfirst', house),
    ...body.flatMap((block, at): Finding[] =>
      block.related === null || known.has(block.related)
        ? []
        : [
            spoken(
              { code: 'related-card-lost', severity: 'warns', values: {}, passages: [] },
              { field: 'body', block: at },
            ),
          ],
    ),
  ];
  if (headline.every((block) => !block.hasText)) {
    found.push(
      spoken({ code: 'headline-missing', severity: 'warns', values: {}, passages: [] }, { field: 'headline' }),
    );
  }
  if (body.every((block) => !block.hasText)) {
    found.push(spoken({ code: 'body-empty', severity: 'warns', values: {}, passages: [] }));
  }
  if (isOverLength(reported)) {
    const values = { count: wordsIn(body), limit: metadata.commissionedLength };
    found.push(spoken({ code: 'over-length', severity: 'warns', values, passages: [] }));
  }
  return found;
}

function isOverLength({ metadata: { commissionedLength }, body }: Reported): boolean {
  return commissionedLength > 0 && wordsIn(body) > commissionedLength * (1 + TOLERANCE);
}

function wordsIn(body: readonly BlockReport[]): number {
  return body.reduce((sum, block) => sum + block.words, 0);
}

/** A headline or standfirst of more characters than the house allows, unless all of it is marked CQ. */
function tooLong(
  blocks: readonly BlockReport[],
  field: 'headline' | 'standfirst',
  { rules, ...house }: House,
): Finding[] {
  const limit = field === 'headline' ? rules.headlineCharacters : rules.standfirstCharacters;
  const text = lineOf(blocks);
  const code = `${field}-long` as const;
  const severity = severityFor({ rules, ...house }, code, 'warns');
  if (limit <= 0 || text.length <= limit || severity === null || blocks.every((block) => block.isChecked)) return [];
  const count = [...text].length;
  if (count <= limit) return [];
  const passages = [{ from: 0, to: blocks[0]?.text.length ?? 0 }];
  return [spoken({ code, severity, values: { count, limit }, passages }, { field, part: 0 })];
}

/** A field of one line as it is read. */
function lineOf(blocks: readonly BlockReport[]): string {
  return blocks
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s*\n\s*/gu, ' ')
    .trim();
}

/** The findings of blocks with their places. */
function placed(blocks: readonly BlockReport[], field: CheckField): Finding[] {
  return blocks.flatMap((block, at) => {
    const { loneQuote } = block;
    const next = blocks[at + 1]?.text.trimStart() ?? '';
    const isLone = loneQuote !== null && (loneQuote.goesOn === null || !next.startsWith(loneQuote.goesOn));
    const known = said.get(block);
    if (known?.field === field && known.at === at && known.isLone === isLone) return known.findings;
    const found = isLone ? [...block.findings, loneQuote.finding] : block.findings;
    const findings = found.map((finding) => {
      if (field === 'body') return spoken(finding, { field, block: at });
      const values = finding.values.place === undefined ? finding.values : { ...finding.values, place: field };
      return spoken({ ...finding, values }, { field, part: at });
    });
    said.set(block, { field, at, isLone, findings });
    return findings;
  });
}

/** What was said of a block where it stood last: most blocks stand there still. */
const said = new WeakMap<
  BlockReport,
  { readonly field: CheckField; readonly at: number; readonly isLone: boolean; readonly findings: readonly Finding[] }
>();

function spoken(finding: BlockFinding, place: Pick<Finding, 'field' | 'block' | 'part'> = {}): Finding {
  const { passages, ...rest } = finding;
  const where = passages.length === 0 ? {} : { passages };
  return { ...rest, message: englishSentence(finding.code, finding.values), ...place, ...where };
}
