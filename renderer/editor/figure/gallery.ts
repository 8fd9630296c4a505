import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { NODE } from '#shared/document/layout.ts';
import { asOwnStep } from '../binding/own-step.ts';
import { blockPosition } from '../sections.ts';

/** The name of the gallery a block is part of, or null. */
export function galleryOf(block: Node | null | undefined): string | null {
  const name: unknown = isFigure(block) ? block.attrs['gallery'] : null;
  return typeof name === 'string' && name !== '' ? name : null;
}

function isFigure(block: Node | null | undefined): block is Node {
  return block?.type.name === NODE.figure;
}

/**
 * Puts the selected figures into one gallery; one alone goes into that of the figure beside it, the one before it
 * first. A gallery that is touched takes the others in.
 */
export const joinGallery: Command = (state, dispatch) => {
  const [first, last] = selectedBlocks(state);
  return joinFigures(state, withNeighbour(state.doc, first, last), dispatch);
};

/** Puts the figures at these places, which must follow each other, into one gallery. */
export function galleryOfBlocks(first: number, last: number): Command {
  return (state, dispatch) => joinFigures(state, [first, last], dispatch);
}

/** Takes the selected figures out of their galleries; one that stays behind alone is no gallery any more. */
export const leaveGallery: Command = ({ doc, tr, selection }, dispatch) => {
  const [first, last] = selectedBlocks({ doc, selection });
  const leaving = figuresIn(doc, first, last).filter((at) => galleryOf(doc.child(at)) !== null);
  if (leaving.length === 0) return false;
  if (!dispatch) return true;
  const set = new Set(leaving);
  for (const at of leaving) {
    for (const beside of [at - 1, at + 1]) if (!set.has(beside) && isAloneWithout(doc, beside, set)) set.add(beside);
  }
  for (const at of set) tr.setNodeAttribute(blockPosition(doc, at), 'gallery', null);
  dispatch(asOwnStep(tr));
  return true;
};

/** A name that no other gallery has. */
function newName(): string {
  return crypto.randomUUID().slice(0, 8);
}

function joinFigures(
  { doc, tr }: EditorState,
  [first, last]: readonly [number, number],
  dispatch: Parameters<Command>[1],
): boolean {
  const places = figuresIn(doc, first, last);
  if (places.length < 2 || places.length !== last - first + 1) return false;
  const names = places.map((at) => galleryOf(doc.child(at)));
  const name = names.find((found) => found !== null) ?? newName();
  if (names.every((found) => found === name)) return false;
  if (!dispatch) return true;
  for (const at of places) {
    if (galleryOf(doc.child(at)) !== name) tr.setNodeAttribute(blockPosition(doc, at), 'gallery', name);
  }
  dispatch(asOwnStep(tr));
  return true;
}

/** The first and last block the selection touches. */
function selectedBlocks({ doc, selection }: Pick<EditorState, 'doc' | 'selection'>): readonly [number, number] {
  const { $from, $to } = selection;
  const last = $to.depth === 0 && $to.pos > $from.pos ? $to.index(0) - 1 : $to.index(0);
  return [$from.index(0), Math.min(Math.max(last, $from.index(0)), doc.childCount - 1)];
}

function withNeighbour(doc: Node, first: number, last: number): readonly [number, number] {
  if (first !== last) return [first, last];
  if (first > 0 && isFigure(doc.child(first - 1))) return [first - 1, last];
  return last + 1 < doc.childCount && isFigure(doc.child(last + 1)) ? [first, last + 1] : [first, last];
}

function figuresIn(doc: Node, first: number, last: number): number[] {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_unused, at) => first + at);
  return places.filter((at) => at < doc.childCount && isFigure(doc.child(at)));
}

function isAloneWithout(doc: Node, at: number, leaving: ReadonlySet<number>): boolean {
  const name = at < 0 || at >= doc.childCount ? null : galleryOf(doc.child(at));
  if (name === null) return false;
  return [at - 1, at + 1].every(
    (beside) => leaving.has(beside) || beside < 0 || beside >= doc.childCount || galleryOf(doc.child(beside)) !== name,
  );
}
