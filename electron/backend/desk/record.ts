import type { ArticleId } from '#shared/article/identity.ts';
import type { Losses } from '#shared/document/rescue.ts';
import { sha256Hex } from '../digest.ts';
import type { ArrivedPart } from './arrival.ts';
import type { LedgerEntry } from './ledger.ts';

/** The record that an article is on the desk. */
export function sharedEntry(article: ArticleId, time: number): LedgerEntry {
  return { kind: 'shared', key: article, article, time };
}

/** What is lost as the ledger records it: the same loss found twice has the same key. */
export function lossEntries(
  article: ArticleId,
  { passages, fields }: Losses,
  { from, time }: { from: ArrivedPart['from'] | null; time: number },
): readonly LedgerEntry[] {
  const rescued = passages.map((passage): LedgerEntry => {
    const { text, root, name, written } = passage;
    const key = keyOf([article, passage.place, text]);
    return { kind: 'rescued', key, article, text, root, name, written, from: written === 'there' ? from : null, time };
  });
  const passedOver = fields.map((field): LedgerEntry => {
    const { value, kept } = field;
    const key = keyOf([article, field.field, value, kept]);
    return { kind: 'passed-over', key, ...field, article, time };
  });
  return [...rescued, ...passedOver];
}

function keyOf(what: readonly unknown[]): string {
  return sha256Hex(new TextEncoder().encode(JSON.stringify(what))).slice(0, 32);
}
