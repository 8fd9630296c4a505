import type { Article } from '#shared/article/article.ts';
import type { Block } from '#shared/article/block.ts';
import { plainText, type Inline } from '#shared/article/inline.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import type { Finding } from './check.ts';

/**
 * `TK`, `Tk` or `tk`, once or repeated (`TKTK`), not inside a word. The ending of a web address (`example.tk`) is
 * no TK.
 */
const TK = /(?<![\p{L}\p{M}\p{N}_])(?:TK|Tk|(?<![\p{L}\p{N}]\.)tk)(?:TK|Tk|tk)*(?![\p{L}\p{M}\p{N}_])/gu;

/** Metadata that readers see. The internal ed note may hold TKs for ever. */
const PUBLISHED_FIELDS = [
  'kicker',
  'dateline',
  'editorsNote',
  'copyright',
  'printHeadline',
  'socialHeadline',
  'searchHeadline',
  'shareTitle',
  'shareDescription',
] as const satisfies readonly (keyof Metadata)[];

/** How many TKs a plain text holds. */
export function countTks(text: string): number {
  return text.match(TK)?.length ?? 0;
}

/** Finds what is still to come. A passage marked CQ (checked, correct as is) is passed over. */
export function tkLeft(article: Article): readonly Finding[] {
  const findings: Finding[] = [];
  const say = (count: number, where: string, block?: number): void => {
    if (count === 0) return;
    const message = count === 1 ? `A TK is left in ${where}.` : `${count} TKs are left in ${where}.`;
    findings.push({ code: 'tk-left', severity: 'blocks', message, ...(block === undefined ? {} : { block }) });
  };
  say(countIn(article.headline), 'the headline');
  say(countIn(article.standfirst), 'the standfirst');
  article.body.forEach((block, at) => say(countInBlock(block), placeOf(block), at));
  for (const link of article.related) say(countTks(link.headline) + countTks(link.blurb), 'a related article');
  for (const name of PUBLISHED_FIELDS) say(countTks(article.metadata[name]), `the field "${name}"`);
  for (const { name, role } of article.metadata.bylines) say(countTks(name) + countTks(role), 'a byline');
  return findings;
}

function countIn(content: readonly Inline[]): number {
  const checked: [from: number, to: number][] = [];
  let at = 0;
  for (const inline of content) {
    const length = inline.type === 'text' ? inline.text.length : 1;
    if (inline.type === 'text' && inline.marks.cq === true) checked.push([at, at + length]);
    at += length;
  }
  const found = [...plainText(content).matchAll(TK)];
  return found.filter(({ index }) => !checked.some(([from, to]) => index >= from && index < to)).length;
}

function countInBlock(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'correction':
      return countIn(block.content);
    case 'blockQuote':
    case 'pullQuote':
      return countIn(block.content) + countTks(block.attribution ?? '');
    case 'figure':
      return countIn(block.caption) + countTks(block.credit) + countTks(block.source) + countTks(block.alt);
    case 'table':
      return block.rows.flatMap((row) => row.cells).reduce((sum, cell) => sum + countIn(cell.content), 0);
    case 'embed':
      return countTks(block.title);
    case 'rule':
    case 'relatedCard':
      return 0;
  }
}

function placeOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return 'a paragraph';
    case 'heading':
      return 'a section heading';
    case 'blockQuote':
    case 'pullQuote':
      return 'a quote';
    case 'correction':
      return 'a correction';
    case 'figure':
      return 'the caption, credit, source or alternative text of a picture';
    case 'table':
      return 'a table';
    case 'embed':
      return 'the title of an embed';
    case 'rule':
    case 'relatedCard':
      return 'the body';
  }
}
