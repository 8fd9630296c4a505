import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** Words of what is pasted and copied. */
export const pasting = {
  pasting: 'Pasting…',
  pastingPart: (percent: string) => `Pasting… ${percent}`,
  cancelHint: 'Esc to cancel',
  plain: 'Paste as plain text',
  pressKeys: (keys: string) =>
    `Your browser keeps the clipboard to itself. Press ${isolate(keys)} to paste as plain text.`,
  withChanges: 'Pasted with changes',
  undo: 'Undo paste',
  unreadable: 'What you pasted is too large to keep its formatting; it came in as plain text.',
  nothing: 'There was nothing to paste.',

  comments: forms('{n} comment was left out.', '{n} comments were left out.'),
  deletions: forms('{n} tracked deletion was left out.', '{n} tracked deletions were left out.'),
  insertions: forms('{n} tracked insertion was taken as text.', '{n} tracked insertions were taken as text.'),
  footnotes: forms('{n} footnote stands at the end.', '{n} footnotes stand at the end.'),
  pictures: forms('{n} picture is missing.', '{n} pictures are missing.'),
  picturesFrom: (places: string) => `Not on the clipboard: ${isolate(places)}`,
  links: forms('{n} link was removed, its text kept.', '{n} links were removed, their text kept.'),
  embeds: forms('{n} embedded frame was left out.', '{n} embedded frames were left out.'),
  mergedCells: forms('{n} merged cell was split.', '{n} merged cells were split.'),
  cards: forms('{n} related card was left out.', '{n} related cards were left out.'),
  picturesNotCopied: forms(
    '{n} picture was not copied along; its words were.',
    '{n} pictures were not copied along; their words were.',
  ),
};

export type PastingWords = typeof pasting;
