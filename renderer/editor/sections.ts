import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { perBlock } from './per-block.ts';
import { isTextBlockNode, shapeOf } from './text-block.ts';
import { blockWords } from './words-of.ts';

/** A section as the outline shows it. */
export interface OutlineSection {
  /** Names the section while its title stays; the second of two with one title has a number. */
  readonly key: string;
  /** 0 for what stands before the first heading. */
  readonly level: number;
  readonly title: string;
  /** Words of the section, deeper ones inside it included. */
  readonly words: number;
  /** Index in the body of the heading, and just past the last block. */
  readonly from: number;
  readonly to: number;
}

/** What the outline has of each block: its words, and the title it is, where it is a heading (level 0: none). */
const linesOf = perBlock((block, language) => {
  const level = isTextBlockNode(block) ? (shapeOf(block).level ?? 0) : 0;
  return { level, title: level === 0 ? '' : block.textContent.trim(), words: blockWords(block, language) };
});

/** The sections of a body in order, as `sectionsOf` has them, with their words counted. */
export function outlineOf(doc: Node, language: string): OutlineSection[] {
  const lines = linesOf(doc, language);
  const heads = lines.flatMap(({ level, title }, at) => (level === 0 ? [] : [{ at, level, title }]));
  const first = heads[0]?.at ?? doc.childCount;
  const begun = heads.length > 0 && first > 0 ? [{ at: 0, level: 0, title: '' }] : [];
  const seen = new Map<string, number>();
  return [...begun, ...heads].map((head, place, all) => {
    const next = all.slice(place + 1).find((later) => head.level === 0 || later.level <= head.level);
    const to = next?.at ?? doc.childCount;
    const name = `${head.level === 0 ? 'opening' : 'section'} ${head.title}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    let words = 0;
    for (let at = head.at; at < to; at += 1) words += lines[at]?.words ?? 0;
    return {
      key: times === 1 ? name : `${name} ${times}`,
      level: head.level,
      title: head.title,
      words,
      from: head.at,
      to,
    };
  });
}

/** The place of the deepest section the block at `index` belongs to; -1 where there is none. */
export function sectionAt(sections: readonly OutlineSection[], index: number): number {
  return sections.findLastIndex((section) => section.from <= index);
}

/** The heading of the section that the block at `index` stands in; empty before the first. */
export function titleAt(doc: Node, index: number): string {
  for (let at = Math.min(index, doc.childCount - 1); at >= 0; at -= 1) {
    const block = doc.child(at);
    if (isTextBlockNode(block) && shapeOf(block).level !== null) return block.textContent.trim();
  }
  return '';
}

/** The position in the document just before the block at `index`. */
export function blockPosition(doc: Node, index: number): number {
  let pos = 0;
  for (let at = 0; at < Math.min(index, doc.childCount); at += 1) pos += doc.child(at).nodeSize;
  return pos;
}

/**
 * Moves the blocks `from` to `to` (past the last) so that they stand before the block that is at `before` now.
 * One transaction; the caret goes along. False where nothing would move.
 */
export function moveBlocks(from: number, to: number, before: number): Command {
  return ({ doc, tr, selection }, dispatch) => {
    if (from >= to || to > doc.childCount || before > doc.childCount || (before >= from && before <= to)) return false;
    const start = blockPosition(doc, from);
    const end = blockPosition(doc, to);
    const target = blockPosition(doc, before);
    if (!dispatch) return true;
    const blocks = doc.slice(start, end).content;
    const caret = selection.from > start && selection.to < end ? selection.from - start : null;
    tr.delete(start, end);
    const place = tr.mapping.map(target);
    tr.insert(place, blocks);
    if (caret !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(place + caret)));
    dispatch(tr);
    return true;
  };
}

/** Where the section would go by one step up or down past its neighbour of the same rank; null at the end of the way. */
export function stepTarget(sections: readonly OutlineSection[], place: number, by: 1 | -1): number | null {
  const section = sections[place];
  if (section === undefined || section.level === 0) return null;
  if (by === 1) {
    const next = sections.find((other) => other.from === section.to);
    return next === undefined ? null : next.to;
  }
  const before = sections.slice(0, place).findLast((other) => other.level > 0 && other.level <= section.level);
  return before === undefined ? null : before.from;
}

/** Adds a section (an empty heading) at the end of the section that holds the block at `index`, with the caret in it. */
export function addSection(sections: readonly OutlineSection[], index: number): Command {
  return ({ doc, tr, schema }, dispatch) => {
    const type = schema.nodes[NODE.textBlock];
    if (type === undefined) return false;
    const top = sections.filter((section) => section.level <= 2);
    const at = sectionAt(top, index);
    const place = blockPosition(doc, top[at]?.to ?? doc.childCount);
    if (!dispatch) return true;
    tr.insert(place, type.create({ kind: 'heading', level: 2 }));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, place + 1)).scrollIntoView());
    return true;
  };
}
