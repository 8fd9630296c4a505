import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type Command, type Transaction } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { MediaName } from '#shared/article/block.ts';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import type { PicturesWords } from '#renderer/ui/words/en/pictures.ts';
import { asOwnStep } from '../binding/own-step.ts';
import { blockPosition, moveBlocks } from '../sections.ts';
import { make } from './element.ts';
import { figureFields, type FigureFields } from './figure-fields.ts';
import { figureTools, type FigureTools } from './figure-tools.ts';
import './figure-view.css';
import { aim, focalPointIn } from './focal-point.ts';
import { GalleryLayout } from './gallery-layout.ts';
import { galleryOf, joinGallery, leaveGallery } from './gallery.ts';
import { PictureFrame } from './picture-frame.ts';
import { leaveFigure } from './figure-keys.ts';

export interface FigureContext {
  readonly words: EditorWords;
  readonly pictures: PicturesWords;
  /** Where the picture of that name can be loaded from. */
  readonly mediaAddress: (name: MediaName) => Promise<string>;
  /** Lets the person pick a file for the figure at that place; says how much of it has come, null when it is over. */
  readonly onPick: (at: () => number | undefined, onProgress: (part: number | null) => void) => void;
  /** Calls the listener in pauses of writing; returns the way to stop. */
  readonly onPause: (listener: () => void) => () => void;
}

/** A figure on the page: its picture or a plain word on why there is none, its caption, and a row of its fields. */
export function figureView(context: FigureContext) {
  const layout = new GalleryLayout(context.onPause);
  return (node: Node, view: EditorView, place: () => number | undefined): NodeView =>
    new FigureView(node, { view, place, context, layout });
}

interface Surroundings {
  readonly view: EditorView;
  readonly place: () => number | undefined;
  readonly context: FigureContext;
  readonly layout: GalleryLayout;
}

class FigureView implements NodeView {
  readonly dom = make('figure', 'figure');
  readonly contentDOM = make('figcaption', 'figure-caption');
  readonly #around: Surroundings;
  readonly #frame: PictureFrame;
  readonly #fields: FigureFields;
  #tools: FigureTools | null = null;
  #node: Node;

  constructor(node: Node, around: Surroundings) {
    this.#node = node;
    this.#around = around;
    const { context } = around;
    this.#frame = new PictureFrame(context, () => this.#replace());
    this.#fields = figureFields(context.words, context.pictures, (name, value) => this.#set({ [name]: value }));
    this.contentDOM.dataset['placeholder'] = context.words.caption;
    this.contentDOM.dir = 'auto';
    this.dom.append(this.#frame.dom, this.contentDOM, this.#fields.dom);
    this.dom.addEventListener('pointerenter', () => this.#showTools());
    this.dom.addEventListener('focusin', () => this.#showTools());
    this.dom.addEventListener('keydown', (event) => this.#key(event));
    this.#show(node);
  }

  update(next: Node): boolean {
    if (next.type !== this.#node.type) return false;
    const isSame = next.attrs === this.#node.attrs;
    this.#node = next;
    // A letter in the caption changes nothing else.
    if (isSame) this.#showCaption(next);
    else this.#show(next);
    return true;
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode');
    this.#showTools();
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode');
  }

  stopEvent(event: Event): boolean {
    if (!(event.target instanceof Element)) return false;
    // Undo and its like mean the text, except where letters are typed.
    const isChord = event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey);
    if (isChord && !event.target.matches('input:not([type="checkbox"])')) return false;
    return event.target.closest('.figure-fields, .figure-tools, .figure-aim, .figure-missing') !== null;
  }

  ignoreMutation(mutation: MutationRecord | { type: 'selection'; target: globalThis.Node }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.#around.layout.letGo(this.dom);
  }

  #show(node: Node): void {
    const attributes = node.attrs as Readonly<Record<string, unknown>>;
    this.#fields.show(attributes);
    this.#frame.show(attributes);
    this.#showCaption(node);
    this.#around.layout.show(this.dom, galleryOf(node));
    if (this.#tools?.dom.isConnected === true) this.#renewTools();
  }

  #showCaption(node: Node): void {
    const isBlank = node.content.size === 0;
    if (this.contentDOM.hasAttribute('data-blank') === isBlank) return;
    this.contentDOM.toggleAttribute('data-blank', isBlank);
    // Of nothing no direction can be read: its placeholder runs as the interface does.
    this.contentDOM.dir = isBlank ? '' : 'auto';
  }

  #set(attributes: Readonly<Record<string, unknown>>): void {
    const { view, place } = this.#around;
    const pos = place();
    if (pos === undefined || !view.editable) return;
    const transaction = view.state.tr;
    for (const [name, value] of Object.entries(attributes)) transaction.setNodeAttribute(pos, name, value);
    view.dispatch(transaction);
  }

  #replace(): void {
    this.#around.context.onPick(this.#around.place, (part) => this.#frame.progress(part));
  }

  /** Nothing is made for figures that nobody looks at; nothing at all where nothing may be changed. */
  #showTools(): void {
    const { view, context } = this.#around;
    this.#fields.setEditable(view.editable);
    if (!view.editable) return;
    this.#tools ??= figureTools(context.pictures, {
      replace: () => this.#replace(),
      aim: () => this.#aim(),
      gallery: () => this.#run(galleryOf(this.#node) === null ? joinGallery : leaveGallery),
      move: (by) => this.#move(by),
      remove: () => this.#remove(),
    });
    if (!this.#tools.dom.isConnected) this.#frame.dom.append(this.#tools.dom);
    this.#renewTools();
    this.#fields.show(this.#node.attrs);
  }

  #renewTools(): void {
    const { view } = this.#around;
    const run = (command: Command): boolean => {
      const state = this.#selected();
      return state !== null && command(state, undefined, view);
    };
    const leaves = galleryOf(this.#node) !== null;
    this.#tools?.show({
      hasPicture: typeof this.#node.attrs['media'] === 'string',
      gallery: leaves ? 'leave' : run(joinGallery) ? 'join' : 'none',
      canMove: (by) => run(moveFigure(by)),
    });
  }

  /** The state with this figure selected. */
  #selected() {
    const { view, place } = this.#around;
    const pos = place();
    if (pos === undefined || view.state.doc.nodeAt(pos) !== this.#node) return null;
    const { state } = view;
    return state.apply(state.tr.setSelection(NodeSelection.create(state.doc, pos)));
  }

  /** Runs a command on this figure, and keeps the keyboard where it is. */
  #run(command: Command): void {
    const { view, place } = this.#around;
    const pos = place();
    if (pos === undefined) return;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
    command(view.state, view.dispatch, view);
    this.#renewTools();
  }

  #move(by: 1 | -1): void {
    const pos = this.#around.place();
    const { view } = this.#around;
    if (pos === undefined) return;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
    moveFigure(by)(view.state, view.dispatch, view);
    view.focus();
  }

  #remove(): void {
    const { view, place } = this.#around;
    const pos = place();
    if (pos === undefined) return;
    view.dispatch(asOwnStep(view.state.tr.delete(pos, pos + this.#node.nodeSize)).scrollIntoView());
    view.focus();
  }

  #aim(): void {
    const { context } = this.#around;
    const holder = this.#frame.holder;
    this.dom.toggleAttribute('data-aiming', true);
    aim(holder, {
      words: context.pictures,
      start: focalPointIn(this.#node.attrs),
      onDone: (point) => {
        this.dom.removeAttribute('data-aiming');
        if (point !== null) this.#setFocalPoint(point.x, point.y);
        this.#tools?.dom.querySelectorAll('button')[1]?.focus({ preventScroll: true });
      },
    });
  }

  #setFocalPoint(focalX: number, focalY: number): void {
    const { view, place } = this.#around;
    const pos = place();
    if (pos === undefined || !view.editable) return;
    const { tr } = view.state;
    view.dispatch(asOwnStep(tr.setNodeAttribute(pos, 'focalX', focalX).setNodeAttribute(pos, 'focalY', focalY)));
  }

  #key(event: KeyboardEvent): void {
    const { view, place } = this.#around;
    const pos = place();
    if (pos === undefined || event.defaultPrevented) return;
    if (leaveFigure(event, { view, pos, figure: this.dom })) event.preventDefault();
  }
}

/** Moves the selected figure past the block before or after it, as one undo step. */
function moveFigure(by: 1 | -1): Command {
  return (state, dispatch, view) => {
    const at = state.selection.$from.index(0);
    const send = (transaction: Transaction): void => {
      const place = blockPosition(transaction.doc, at + by);
      transaction.setSelection(NodeSelection.create(transaction.doc, place));
      dispatch?.(asOwnStep(transaction).scrollIntoView());
    };
    return moveBlocks(at, at + 1, by === -1 ? at - 1 : at + 2)(state, dispatch && send, view);
  };
}
