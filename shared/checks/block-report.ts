import type { RuleSeverity } from '#shared/article/house-rules.ts';
import { countWords } from '#shared/article/measure.ts';
import { isChecked, languageAt, placeOf, type BlockView, type ViewText } from './block-view.ts';
import type { BlockFinding, CheckCode, Fix, FindingValues, Passage, Severity } from './check.ts';
import { findDoubled } from './doubled-word.ts';
import { findByRules, languageOf, severityFor, type House } from './house.ts';
import { findLooseNumbers } from './number.ts';
import { findLoneQuote } from './quotes.ts';
import { findLongSentences } from './sentence.ts';
import { countTks, findTks } from './tk.ts';

/** All that the checks know of a block by itself. The same block always gives the same report. */
export interface BlockReport {
  readonly kind: BlockView['kind'];
  readonly findings: readonly BlockFinding[];
  /** The plain text of its first running text. */
  readonly text: string;
  /** True where the whole of it is marked CQ. */
  readonly isChecked: boolean;
  readonly hasText: boolean;
  readonly words: number;
  /** A quotation mark without partner, which the next block may still explain. */
  readonly loneQuote: { readonly goesOn: string | null; readonly finding: BlockFinding } | null;
  readonly related: string | null;
}

/** Looks at one block. `language` is the article's. */
export function reportOf(view: BlockView, language: string, house: House): BlockReport {
  const own = view.language ?? language;
  const findings = [
    ...tksIn(view),
    ...pictureFindings(view),
    ...emptyHeading(view),
    ...view.texts.flatMap((text) => [
      ...doubledIn(text, own, house),
      ...sentencesIn(view, text, own, house),
      ...linksIn(text, house),
      ...numbersIn(text, own, house),
      ...findByRules(house, text, own),
    ]),
  ];
  const [first] = view.texts;
  const words = [...view.texts.map(({ text }) => text), view.kind === 'embed' ? (view.labels[0] ?? '') : ''];
  return {
    kind: view.kind,
    findings,
    text: first?.text ?? '',
    isChecked: first !== undefined && first.text !== '' && isChecked(first, whole(first)),
    hasText: words.some((text) => text.trim() !== ''),
    words: words.reduce((sum, text) => sum + countWords(text, language), 0),
    loneQuote: loneQuoteIn(view, house),
    related: view.related,
  };
}

function tksIn(view: BlockView): BlockFinding[] {
  const passages = view.texts.flatMap((text) => placed(text, findTks(text.text)));
  const count = passages.length + view.labels.reduce((sum, label) => sum + countTks(label), 0);
  if (count === 0) return [];
  return [{ code: 'tk-left', severity: 'blocks', values: { count, place: placeOf(view.kind) }, passages }];
}

function pictureFindings({ picture }: BlockView): BlockFinding[] {
  if (picture === null) return [];
  const say = (isSo: boolean, code: CheckCode, severity: Severity): BlockFinding[] =>
    isSo ? [{ code, severity, values: {}, passages: [] }] : [];
  return [
    ...say(picture.needsAlt, 'alt-missing', 'blocks'),
    ...say(picture.needsCredit, 'credit-missing', 'blocks'),
    ...say(!picture.isThere, 'picture-missing', 'warns'),
  ];
}

function emptyHeading({ kind, texts }: BlockView): BlockFinding[] {
  if (kind !== 'heading' || texts.some(({ text }) => text.trim() !== '')) return [];
  return [{ code: 'heading-empty', severity: 'warns', values: {}, passages: [] }];
}

function doubledIn(text: ViewText, language: string, house: House): BlockFinding[] {
  return findDoubled(text.text, languageOf(language)).flatMap(({ word, mayBeMeant, at, fix }) => {
    const usual = mayBeMeant ? 'hints' : 'warns';
    return about(text, house, { code: 'doubled-word', usual, at, values: { word }, fix: moved(fix, text.at) });
  });
}

function sentencesIn({ kind }: BlockView, text: ViewText, language: string, house: House): BlockFinding[] {
  if (kind === 'table') return [];
  const limit = house.rules.sentenceWords;
  return findLongSentences(text.text, language, limit).flatMap(({ words, at }) =>
    about(text, house, { code: 'sentence-long', usual: 'warns', at, values: { count: words, limit } }),
  );
}

function linksIn(text: ViewText, house: House): BlockFinding[] {
  return text.spans.flatMap(({ from, to, href }) => {
    if (href === null || !/^http:/iu.test(href)) return [];
    const at = { from: from - text.at, to: to - text.at };
    const fix: Fix = { kind: 'secure-link', at: { from, to }, href: href.replace(/^http:/iu, 'https:') };
    return about(text, house, { code: 'link-insecure', usual: 'warns', at, values: { word: href }, fix });
  });
}

function numbersIn(text: ViewText, language: string, house: House): BlockFinding[] {
  return findLooseNumbers(text.text, house.rules.thousands[languageOf(language)] ?? '').flatMap((found) => {
    const { number, instead, at } = found;
    const isOwn = languageAt(text, text.at + at.from, language) === language;
    if (instead === number || !isOwn) return [];
    const values = { word: number, instead };
    return about(text, house, { code: 'number-style', usual: 'hints', at, values, fix: moved(found.fix, text.at) });
  });
}

function loneQuoteIn({ kind, texts }: BlockView, house: House): BlockReport['loneQuote'] {
  const [text] = texts;
  const lone = text === undefined || kind === 'table' ? null : findLoneQuote(text.text);
  if (text === undefined || lone === null) return null;
  const word = text.text.slice(lone.at.from, lone.at.to);
  const about_ = { code: 'quotes-unbalanced', usual: 'warns', at: lone.at, values: { word } } as const;
  const [finding] = about(text, house, about_);
  return finding === undefined ? null : { goesOn: lone.goesOn, finding };
}

interface About {
  readonly code: CheckCode;
  readonly usual: RuleSeverity;
  /** Counted in the text. */
  readonly at: Passage;
  readonly values: FindingValues;
  readonly fix?: Fix;
}

/** A finding about a passage of a text, unless it is checked or the house does not want it. */
function about(text: ViewText, house: House, { code, usual, at, values, fix }: About): BlockFinding[] {
  const severity = severityFor(house, code, usual);
  const passages = placed(text, [at]);
  if (severity === null || passages.length === 0) return [];
  return [{ code, severity, values, passages, ...(fix === undefined ? {} : { fix }) }];
}

/** Passages of a text as passages of its block, without those that are checked. */
function placed(text: ViewText, passages: readonly Passage[]): Passage[] {
  return passages
    .map(({ from, to }) => ({ from: from + text.at, to: to + text.at }))
    .filter((passage) => !isChecked(text, passage));
}

function moved(fix: Extract<Fix, { kind: 'replace' }>, by: number): Fix {
  return { ...fix, at: { from: fix.at.from + by, to: fix.at.to + by } };
}

function whole({ at, text }: ViewText): Passage {
  return { from: at, to: at + text.length };
}
