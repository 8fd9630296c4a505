import type { Node } from '@tiptap/pm/model';
import type { Hit, Matcher } from '#shared/article/search.ts';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { blockTexts } from '../marking/block-text.ts';
import type { FieldEditors } from '../page.ts';

/** A hit in a block: positions counted from the start of the block's content. */
export interface BlockHit {
  readonly from: number;
  readonly to: number;
  /** The text it stands in, and the hit there. */
  readonly text: string;
  readonly hit: Hit;
}

/** A hit on the page: positions in the document of its field. */
export interface PageHit extends BlockHit {
  readonly field: TextField;
  readonly block: Node;
  /** The block's place in its field. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** What one query finds in blocks, kept for each block: a block that did not change is never searched again. */
export class BlockHits {
  readonly matcher: Matcher;
  readonly #known = new WeakMap<Node, readonly BlockHit[]>();

  constructor(matcher: Matcher) {
    this.matcher = matcher;
  }

  /** What is known of a block at this moment, or null. Costs nothing. */
  known(block: Node): readonly BlockHit[] | null {
    return this.#known.get(block) ?? null;
  }

  /** Keeps what was found in the texts of a block. */
  keep(block: Node, found: readonly (readonly Hit[])[]): readonly BlockHit[] {
    const hits = blockTexts(block).flatMap(({ text, at }, place) =>
      (found[place] ?? []).map((hit) => ({ from: at + hit.from, to: at + hit.to, text, hit })),
    );
    this.#known.set(block, hits);
    return hits;
  }

  /** Searches the block, unless that was done before. Not for patterns, which take as long as they like. */
  search(block: Node): readonly BlockHit[] {
    return (
      this.known(block) ??
      this.keep(
        block,
        blockTexts(block).map(({ text }) => this.matcher.hits(text)),
      )
    );
  }

  /** The blocks of the page nothing is known of yet. */
  missing(editors: FieldEditors): readonly Node[] {
    const missing: Node[] = [];
    for (const field of FIELDS_OF_TEXT) {
      editors[field].state.doc.forEach((block) => {
        if (!this.#known.has(block)) missing.push(block);
      });
    }
    return missing;
  }

  /** All hits of the page in reading order, as far as its blocks are known. */
  all(editors: FieldEditors): readonly PageHit[] {
    const all: PageHit[] = [];
    for (const field of FIELDS_OF_TEXT) {
      editors[field].state.doc.forEach((block, pos, index) => {
        for (const hit of this.known(block) ?? []) {
          all.push({ ...hit, field, block, index, start: pos + 1 + hit.from, end: pos + 1 + hit.to });
        }
      });
    }
    return all;
  }
}

/** The place in the list of the hit that is exactly this passage; -1 where it is none. */
export function placeOf(hits: readonly PageHit[], field: TextField, from: number, to: number): number {
  return hits.findIndex((hit) => hit.field === field && hit.start === from && hit.end === to);
}

/** The first hit that begins at this place of the page or after it, or the first of all; -1 where there are none. */
export function placeFrom(hits: readonly PageHit[], field: TextField, pos: number): number {
  if (hits.length === 0) return -1;
  const order = FIELDS_OF_TEXT.indexOf(field);
  const found = hits.findIndex((hit) => {
    const other = FIELDS_OF_TEXT.indexOf(hit.field);
    return other > order || (other === order && hit.start >= pos);
  });
  return Math.max(found, 0);
}

/** The last hit that ends at this place of the page or before it, or the last of all; -1 where there are none. */
export function placeBefore(hits: readonly PageHit[], field: TextField, pos: number): number {
  const order = FIELDS_OF_TEXT.indexOf(field);
  const found = hits.findLastIndex((hit) => {
    const other = FIELDS_OF_TEXT.indexOf(hit.field);
    return other < order || (other === order && hit.end <= pos);
  });
  return found === -1 ? hits.length - 1 : found;
}
