import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import type { FocusPart } from '#shared/contract/writing.ts';
import type { Page } from '../page.ts';
import { isTextBlockNode, shapeOf } from '../text-block.ts';
import { sentenceAround } from './sentence.ts';

/** The name under which the style sheet knows what stays in full ink. */
const NAME = 'stet-focus';

/**
 * Keeps the part of the text around the caret in full ink (the rest fades by the style sheet), until the returned
 * function is called. Painted as a highlight: the text's elements are not touched, and a letter costs no more than a
 * look whether the caret is still in the same block.
 */
export function keepInk(page: Page, part: Exclude<FocusPart, 'off'>): () => void {
  const ink = inkOf();
  const range = document.createRange();
  let frame = 0;
  let last: Shown | null = null;
  let { language } = page.session.metadata();
  const show = (): void => {
    frame = 0;
    const view = page.editor?.view;
    const next = view === undefined ? null : shownBy(view, part, language, last);
    if (next === null || same(last, next)) return;
    last = next;
    range.setStart(next.start.node, next.start.offset);
    range.setEnd(next.end.node, next.end.offset);
    ink.delete(range);
    ink.add(range);
  };
  const later = (): void => {
    if (frame === 0) frame = requestAnimationFrame(show);
  };
  const stops = [
    page.subscribe('transaction', later),
    page.subscribe('editors', later),
    page.session.subscribe('metadata', () => {
      ({ language } = page.session.metadata());
    }),
  ];
  later();
  return () => {
    for (const stop of stops) stop();
    cancelAnimationFrame(frame);
    ink.delete(range);
  };
}

/** One highlight for all pages on the screen. */
function inkOf(): Highlight {
  const made = CSS.highlights.get(NAME) ?? new Highlight();
  CSS.highlights.set(NAME, made);
  return made;
}

interface Place {
  readonly node: globalThis.Node;
  readonly offset: number;
}

interface Shown {
  readonly view: EditorView;
  /** The text's block with the caret, and the caret's place in it where that matters. */
  readonly block: Node;
  readonly at: number;
  readonly dom: globalThis.Node | null;
  readonly start: Place;
  readonly end: Place;
}

function same(one: Shown | null, other: Shown): boolean {
  if (one === null || one.dom !== other.dom || !(other.dom?.isConnected ?? false)) return false;
  return (
    one.start.node === other.start.node &&
    one.start.offset === other.start.offset &&
    one.end.node === other.end.node &&
    one.end.offset === other.end.offset
  );
}

function shownBy(
  view: EditorView,
  part: Exclude<FocusPart, 'off'>,
  language: string,
  last: Shown | null,
): Shown | null {
  const { doc, selection } = view.state;
  const index = Math.min(selection.$head.index(0), doc.childCount - 1);
  if (index < 0) return null;
  const block = doc.child(index);
  const at = selection.$head.depth > 0 ? selection.$head.start(1) - 1 : selection.head;
  const dom = view.nodeDOM(at);
  if (dom === null) return null;
  const whole = { view, block, at, dom };
  if (part === 'sentence') {
    const sentence = sentenceIn(view, language);
    if (sentence !== null) return { ...whole, ...sentence };
  }
  if (part === 'section') {
    if (last !== null && last.view === view && last.dom === dom && dom.isConnected) return last;
    return { ...whole, ...sectionIn(view, index) };
  }
  return { ...whole, start: { node: dom, offset: 0 }, end: { node: dom, offset: dom.childNodes.length } };
}

/** The sentence with the caret, in the text the caret stands in; null where there is none. */
function sentenceIn(view: EditorView, language: string): { readonly start: Place; readonly end: Place } | null {
  const { $head } = view.state.selection;
  if (!$head.parent.isTextblock || $head.parent.content.size === 0) return null;
  const text = $head.parent.textBetween(0, $head.parent.content.size, '\n', '\n');
  const [from, to] = sentenceAround(text, $head.parentOffset, language);
  const begin = view.domAtPos($head.start() + from, 1);
  const finish = view.domAtPos($head.start() + to, -1);
  return { start: begin, end: finish };
}

/** From the heading before the block to the block before the next heading. */
function sectionIn({ state: { doc }, dom }: EditorView, index: number): { readonly start: Place; readonly end: Place } {
  let from = index;
  while (from > 0 && !isHeading(doc.child(from))) from -= 1;
  let to = index + 1;
  while (to < doc.childCount && !isHeading(doc.child(to))) to += 1;
  return { start: { node: dom, offset: from }, end: { node: dom, offset: to } };
}

function isHeading(block: Node): boolean {
  return isTextBlockNode(block) && shapeOf(block).level !== null;
}
