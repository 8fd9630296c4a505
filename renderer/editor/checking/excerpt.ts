import type { Node } from '@tiptap/pm/model';
import { textDirection } from '#shared/article/direction.ts';
import type { Direction } from '#shared/article/inline.ts';
import type { Page } from '../page.ts';
import type { LiveFinding } from './checker.ts';

/** A block of the text, for whoever need not know what it is made of. */
export type PassageBlock = Node;

/** A finding's passage with a few words around it. */
export interface Excerpt {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

const AROUND = 36;
const LONGEST = 90;

/** The block in which a finding has a passage, as it stands in the text; null where it is about no passage. */
export function blockOfPassage(page: Page, { field, block, part, passages }: LiveFinding): PassageBlock | null {
  const [passage] = passages ?? [];
  const index = block ?? part;
  if (field === undefined || passage === undefined || index === undefined) return null;
  return page.editors?.[field].state.doc.maybeChild(index) ?? null;
}

/** The words a finding is about, in its block; null where they are no longer there. */
export function excerptOf(node: Node, { passages }: LiveFinding): Excerpt | null {
  const [passage] = passages ?? [];
  if (passage === undefined || passage.to > node.content.size) return null;
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

/** Which way an excerpt runs, null where nothing says. A TK says nothing: it would turn a line of Hebrew round. */
export function directionOf({ before, found, after }: Excerpt): Direction | null {
  return textDirection(TO_COME.test(found) ? `${before}${after}` : `${before}${found}${after}`);
}

const TO_COME = /^(?:tk)+$/iu;

function afterSpace(text: string): string {
  return text.includes(' ') ? text.slice(text.indexOf(' ') + 1) : text;
}

function beforeSpace(text: string): string {
  return text.includes(' ') ? text.slice(0, text.lastIndexOf(' ')) : text;
}
