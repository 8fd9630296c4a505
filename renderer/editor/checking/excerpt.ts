import type { Page } from '../page.ts';
import type { LiveFinding } from './checker.ts';

/** A finding's passage with a few words around it. */
export interface Excerpt {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

const AROUND = 36;
const LONGEST = 90;

/** The words a finding is about as they stand in the text; null where it is about no passage. */
export function excerptOf(page: Page, { field, block, part, passages }: LiveFinding): Excerpt | null {
  const [passage] = passages ?? [];
  const index = block ?? part;
  if (field === undefined || passage === undefined || index === undefined) return null;
  const node = page.editors?.[field].state.doc.maybeChild(index);
  if (node === null || node === undefined || passage.to > node.content.size) return null;
  const text = (from: number, to: number): string =>
    node.textBetween(Math.max(0, from), Math.min(to, node.content.size), ' ', ' ');
  const found = text(passage.from, passage.to);
  const before = text(passage.from - AROUND, passage.from);
  const after = text(passage.to, passage.to + AROUND);
  const isLong = found.length > LONGEST;
  return {
    before: passage.from > AROUND ? `…${afterSpace(before)}` : before,
    found: isLong ? `${beforeSpace(found.slice(0, LONGEST))}…` : found,
    after: isLong ? '' : passage.to + AROUND < node.content.size ? `${beforeSpace(after)}…` : after,
  };
}

function afterSpace(text: string): string {
  return text.includes(' ') ? text.slice(text.indexOf(' ') + 1) : text;
}

function beforeSpace(text: string): string {
  return text.includes(' ') ? text.slice(0, text.lastIndexOf(' ')) : text;
}
