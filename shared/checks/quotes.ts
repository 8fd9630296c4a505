import type { Article } from '#shared/article/article.ts';
import { isTextBlock } from '#shared/article/block.ts';
import { plainText } from '#shared/article/inline.ts';
import type { Finding } from './check.ts';

/** What opens and what closes. */
const PAIRS = [
  ['“', '”'],
  ['«', '»'],
] as const;

/** A quote between two letters is a gershayim (צה"ל) or the like; one after a digit is an inch. */
const STRAIGHT = /(?<!\p{L}(?="\p{L}))(?<!\p{N})"/gu;

/**
 * Text blocks in which a double quotation mark was opened and not closed, or the reverse. A quotation may run over
 * several paragraphs: a block may end open when the next one opens again. Text that quotes „…“, ”…” or »…« is
 * balanced by its own rules.
 */
export function quotesUnbalanced(article: Article): readonly Finding[] {
  const texts = article.body.map((block) => (isTextBlock(block) ? plainText(block.content) : ''));
  return texts.flatMap((text, at): Finding[] =>
    isBalanced(text, texts[at + 1]?.trimStart() ?? '')
      ? []
      : [
          {
            code: 'quotes-unbalanced',
            severity: 'warns',
            message: 'A quotation mark is opened and not closed, or closed and not opened.',
            block: at,
          },
        ],
  );
}

function isBalanced(text: string, next: string): boolean {
  const straight = text.match(STRAIGHT)?.length ?? 0;
  if (straight % 2 !== 0 && !next.startsWith('"')) return false;
  if (text.includes('„')) return true;
  return PAIRS.every(([open, close]) => isPaired(text, open, close, next));
}

function isPaired(text: string, open: string, close: string, next: string): boolean {
  const opened = count(text, open);
  const closed = count(text, close);
  if (opened === closed) return true;
  if (opened === 0) return closed % 2 === 0;
  return opened === closed + 1 && next.startsWith(open);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
