import { FIELDS_OF_TEXT } from '#shared/document/layout.ts';
import type { Page } from '../page.ts';
import { checkerOf, type LiveFinding } from './checker.ts';
import { goTo } from './put-right.ts';

/** Where something stands on the page, field by field, block by block. */
type Standing = readonly [field: number, block: number, at: number];

/** Selects the next finding (or the one before) from the caret on, beginning again at the other end of the page. */
export function stepFinding(page: Page, by: 1 | -1): void {
  const checker = checkerOf(page.session);
  checker.run();
  const placed = (checker.state.findings ?? [])
    .filter(({ field }) => field !== undefined)
    .toSorted((one, other) => compare(standingOf(one), standingOf(other)));
  const here = caretStanding(page);
  const found =
    by === 1
      ? (placed.find((finding) => compare(standingOf(finding), here) > 0) ?? placed[0])
      : (placed.findLast((finding) => compare(standingOf(finding), here) < 0) ?? placed.at(-1));
  if (found === undefined) return;
  checker.choose(found.key);
  goTo(page, found, true);
}

function standingOf({ field = 'body', block, part, passages }: LiveFinding): Standing {
  return [FIELDS_OF_TEXT.indexOf(field), block ?? part ?? 0, passages?.[0]?.from ?? 0];
}

function caretStanding(page: Page): Standing {
  const selection = page.editor?.state.selection;
  if (selection === undefined) return [0, 0, -1];
  const { $from } = selection;
  const at = $from.depth === 0 ? 0 : $from.pos - $from.start(1);
  return [FIELDS_OF_TEXT.indexOf(page.field), $from.index(0), at];
}

function compare(one: Standing, other: Standing): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}
