import { AUDIT_CODES } from '#shared/formats/clipboard-audit.ts';
import type { Words } from '#renderer/ui/words/words.tsx';
import type { PasteReport } from './paster.ts';

/** What is said after a paste that was not taken whole: a title and a sentence for each kind of change. */
export function pasteSentences({ audit, missing, isPlainInstead }: PasteReport, words: Words): string {
  const { pasting } = words;
  const sentences = AUDIT_CODES.flatMap((code) => {
    const count = audit[code] ?? 0;
    return count === 0 ? [] : [words.count(pasting[code], count)];
  });
  const places = missing.slice(0, MOST_PLACES).join(', ') + (missing.length > MOST_PLACES ? ' …' : '');
  return [
    ...(isPlainInstead ? [pasting.unreadable] : []),
    ...sentences,
    ...(missing.length === 0 ? [] : [pasting.picturesFrom(places)]),
  ].join(' ');
}

const MOST_PLACES = 3;
