import type { Editor } from '@tiptap/core';
import { Selection, TextSelection, type Command } from '@tiptap/pm/state';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { offerHome } from '#renderer/ui/keyboard-home.ts';
import type { Words } from '#renderer/ui/words/words.tsx';
import { scrollBehavior } from './calm.ts';
import { Suggestions } from './command/suggestions.ts';
import { createFieldEditor, type FieldContext } from './field-editor.ts';
import { partOf, type FieldPart } from './field-part.ts';
import { letGo } from './let-go.ts';
import { enterField, neighbour, turnPage, type Edge } from './field-walk.ts';
import { PagePictures } from './figure/page-pictures.ts';
import { Painter } from './marking/painter.ts';
import { leavePage, returnToPage, type LeftPage } from './left-page.ts';
import { prepareClipboard } from './paste/reading.ts';
import { quietly } from './quietly.ts';
import { PageSelection } from './page-selection.ts';
import { contextOf, type PageSurroundings } from './page-surroundings.ts';
import { blockPosition } from './sections.ts';
import type { ArticleSession } from './session.ts';
import { showPassage } from './show-passage.ts';
import { bringInSight, sightOf } from './sight.ts';
import { WritingPause } from './writing-pause.ts';

/** What reads and writes clippings is fetched in the first idle moment, no later than this, in milliseconds. */
const SOON = 300;

export type FieldEditors = { readonly [Field in TextField]: Editor };
export type FieldElements = { readonly [Field in TextField]: HTMLElement };

/**
 * What can be followed: editors coming and going, every transaction in any of them, the field with the caret, and each
 * pause in writing (one comes after opening as well), where work on the text belongs.
 */
export type PageEvent = 'editors' | 'transaction' | 'field' | 'pause';

/** The three editors of an article as the one page they look like. */
export class Page {
  readonly session: ArticleSession;
  #editors: FieldEditors | null = null;
  #field: TextField = 'body';
  #surroundings: PageSurroundings | null = null;
  #pictures: PagePictures | null = null;
  /** How it was when it was on the screen last. */
  #left: LeftPage | null = null;
  readonly #listeners: { readonly [Event in PageEvent]: Set<() => void> };
  /** Passages marked in the text: spelling, checks, what was searched for. */
  readonly marks: Painter;
  /** The list that is open at the caret, where one is. */
  readonly suggestions = new Suggestions();
  readonly #pause: WritingPause;
  readonly #whole = new PageSelection({
    views: () => this.#views(),
    field: () => this.#field,
    go: (field, edge) => this.go(field, edge),
    history: () => this.session.undoManager,
    readOnly: () => this.session.readOnly !== undefined,
    tell: () => this.#tell('transaction'),
  });

  constructor(session: ArticleSession) {
    this.session = session;
    this.#listeners = { editors: new Set(), transaction: new Set(), field: new Set(), pause: new Set() };
    this.marks = new Painter({ views: () => this.#views() });
    this.#pause = new WritingPause(
      () => this.#rest(),
      () => this.editor?.view.composing ?? false,
    );
  }

  /** The editors while the page is on the screen, else null. */
  get editors(): FieldEditors | null {
    return this.#editors;
  }

  /** Whether this is the page on the screen or, of two, the one that had the keyboard last. */
  get isInFront(): boolean {
    return front.page === null || front.page === this;
  }

  /** The field the caret is in, or was in last. */
  get field(): TextField {
    return this.#field;
  }

  get editor(): Editor | null {
    return this.#editors?.[this.#field] ?? null;
  }

  subscribe(event: PageEvent, listener: () => void): () => void {
    this.#listeners[event].add(listener);
    return () => this.#listeners[event].delete(listener);
  }

  /** Whether it has been on the screen before. */
  get wasShown(): boolean {
    return this.#left !== null;
  }

  /**
   * Puts the editors into these elements. Returns the way to take them out again. Where it is on the screen again (the
   * interface speaks another language, say), caret, window and folded sections are where they were.
   */
  mount(elements: FieldElements, surroundings: PageSurroundings): () => void {
    this.#surroundings = surroundings;
    let body: Editor | null = null;
    const pictures = new PagePictures(this.session, () => body, surroundings.pictures);
    this.#pictures = pictures;
    const context = this.#context(surroundings, pictures);
    const make = (field: TextField): Editor => createFieldEditor(this.session, field, elements[field], context);
    // Out of the layout until all is there: ProseMirror measures twice for each editor it makes.
    for (const field of FIELDS_OF_TEXT) elements[field].style.display = 'none';
    const editors = { headline: make('headline'), standfirst: make('standfirst'), body: make('body') };
    body = editors.body;
    for (const field of FIELDS_OF_TEXT) elements[field].style.removeProperty('display');
    for (const field of FIELDS_OF_TEXT) this.#follow(editors[field], field);
    this.#editors = editors;
    this.marks.begin(surroundings.scroller);
    this.#pause.touch();
    const preparing = requestIdleCallback(quietly(prepareClipboard), { timeout: SOON });
    const stopHome = offerHome(() => {
      if (front.page === this) this.focus();
    });
    this.#return(surroundings);
    const stopHistory = this.#whole.followHistory();
    const stopCommands = this.session.client.on('host.command', ({ command }) => {
      if (front.page !== null && front.page !== this) return;
      if (command === 'undo') this.undo();
      if (command === 'redo') this.redo();
    });
    this.#tell('editors');
    return () => {
      const views = this.#views();
      const wasInFront = front.page === this;
      if (views !== null) this.#left = { ...leavePage(views, this.#field, surroundings.scroller), wasInFront };
      stopHome();
      stopCommands();
      stopHistory();
      this.#pause.stop();
      cancelIdleCallback(preparing);
      this.#whole.end();
      this.marks.end();
      // Fields of figures write what is in them when they lose the focus.
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && this.#left?.hadKeyboard === true) activeElement.blur();
      this.#editors = null;
      this.#surroundings = null;
      if (front.page === this) front.page = null;
      letGo(this.session, Object.values(editors));
      this.#tell('editors');
    };
  }

  /** Runs a command where the caret is (or was last). True when it applied. */
  run(command: Command): boolean {
    const { editor } = this;
    if (editor === null || this.session.readOnly !== undefined) return false;
    return command(editor.state, editor.view.dispatch, editor.view);
  }

  /** Runs one that is for words: on what is selected in every field, where that is more than one. */
  runOnWords(command: Command): boolean {
    if (!this.#whole.isSelected) return this.run(command);
    return this.session.readOnly === undefined && this.#whole.run(command);
  }

  /** Runs one that is for blocks: on all that are selected in the body, wherever the keyboard is. */
  runOnBlocks(command: Command): boolean {
    if (!this.#whole.isSelected) return this.run(command);
    const blocks = this.blocks();
    return this.session.readOnly === undefined && blocks !== null && this.#whole.run(command, [blocks]);
  }

  /** What is selected in the body, or the caret's place in it; null where the one or the other is elsewhere. */
  blocks(): FieldPart | null {
    return this.parts().find(({ view }) => view === this.#editors?.body.view) ?? null;
  }

  /** True while more than one field is selected. */
  get isOverFields(): boolean {
    return this.#whole.isSelected;
  }

  /** What is selected, in the order of the page; the caret's place where nothing is, and none without editors. */
  parts(): readonly FieldPart[] {
    if (this.#whole.isSelected) return this.#whole.parts();
    return this.editor === null ? [] : [partOf(this.editor.view, 'own')];
  }

  /** Gives the keyboard back to the field it was in. */
  focus(): void {
    this.editor?.view.focus();
  }

  /** Takes the caret to an end of a field. */
  go(field: TextField, edge: Edge, x?: number): void {
    this.#whole.end();
    if (this.#editors !== null) enterField(this.#editors[field].view, edge, x);
  }

  /** Selects a passage of a field and brings it in sight; the keyboard stays where it is. */
  select(field: TextField, from: number, to: number): void {
    const view = this.#editors?.[field].view;
    if (view === undefined) return;
    this.#whole.end();
    const { doc, tr } = view.state;
    const end = doc.content.size;
    const selection = TextSelection.between(doc.resolve(Math.min(from, end)), doc.resolve(Math.min(to, end)));
    view.dispatch(tr.setSelection(selection));
    this.#enter(field);
    if (this.#surroundings !== null) showPassage(view, this.#surroundings.scroller, selection.from);
  }

  /** Takes the caret to the start of a block of the body and shows it near the top of the window. */
  goToBlock(index: number): void {
    const view = this.#editors?.body.view;
    if (view === undefined) return;
    this.#whole.end();
    const { doc } = view.state;
    const pos = blockPosition(doc, index);
    view.dispatch(view.state.tr.setSelection(Selection.near(doc.resolve(Math.min(pos + 1, doc.content.size)))));
    view.focus();
    const dom = view.nodeDOM(pos);
    if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'start', behavior: scrollBehavior() });
  }

  /** Has the page laid out anew by `change`: what somebody looks at stays where it is in the window. */
  keepSight(change: () => void): void {
    const views = this.#views();
    const scroller = this.#surroundings?.scroller;
    const sight = views === null || scroller === undefined ? null : sightOf(views, this.#field, scroller);
    change();
    if (views !== null && scroller !== undefined && sight !== null) bringInSight(views, scroller, sight);
  }

  /** Takes back the last step. What typed signs were just made into becomes the signs again first. */
  undo(): void {
    if (this.session.readOnly !== undefined || this.editor?.commands.undoInputRule() === true) return;
    this.session.undoManager.undo();
  }

  redo(): void {
    if (this.session.readOnly === undefined) this.session.undoManager.redo();
  }

  /** All words of the interface while the page is on the screen, else null. */
  get speech(): Words | null {
    return this.#surroundings?.speech ?? null;
  }

  /** Says something in passing. */
  say(sentence: (words: Words) => string): void {
    const around = this.#surroundings;
    around?.say(sentence(around.speech), false);
  }

  openLink(): void {
    this.#surroundings?.openLink();
  }

  goToToolbar(): void {
    this.#surroundings?.goToToolbar();
  }

  /** Lets the person pick pictures and puts them where the caret is in the body. */
  async pickPictures(): Promise<void> {
    await this.#pictures?.pick();
  }

  #return({ scroller, speech }: PageSurroundings): void {
    const left = this.#left;
    const views = this.#views();
    if (left === null || left.wasInFront) front.page = this;
    if (left === null || views === null) return;
    returnToPage(views, scroller, left, (blocks) => speech.count(speech.find.folded, blocks));
    if (left.hadKeyboard) this.focus();
  }

  #context(surroundings: PageSurroundings, pictures: PagePictures): FieldContext {
    const { session, suggestions } = this;
    const keys = {
      walk: (from: TextField, by: 1 | -1, edge: Edge, x?: number) => this.#walk(from, by, edge, x),
      turn: (by: 1 | -1) => this.#turn(by),
      whole: this.#whole,
      isInOther: (than: TextField) => this.#field !== than && this.editor?.isFocused === true,
    };
    const onPause = (listener: () => void): (() => void) => this.subscribe('pause', listener);
    return contextOf({ session, pictures, suggestions, keys, onPause }, surroundings);
  }

  /** PageUp and PageDown go through the three fields as through one page. */
  #turn(by: 1 | -1): boolean {
    const views = this.#views();
    const scroller = this.#surroundings?.scroller;
    return views !== null && scroller !== undefined && turnPage(views, this.#field, scroller, by);
  }

  #walk(from: TextField, by: 1 | -1, edge: Edge, x?: number): boolean {
    const next = neighbour(from, by);
    if (next === null) return false;
    this.go(next, edge, x);
    return true;
  }

  #follow(editor: Editor, field: TextField): void {
    editor.on('focus', () => {
      if (front.page !== null && front.page !== this) front.page.#whole.end();
      front.page = this;
      this.#whole.enter(field);
      this.#enter(field);
    });
    editor.on('transaction', ({ transaction }) => {
      if (this.#editors?.[field] !== editor) return;
      if (transaction.docChanged) this.#pause.touch();
      if (this.#whole.isSelected) this.#whole.follow(field, transaction, editor.view);
      this.#tell('transaction');
    });
  }

  #enter(field: TextField): void {
    if (this.#field === field) return;
    this.#field = field;
    this.#tell('field');
    this.#tell('transaction');
  }

  #rest(): void {
    this.#tell('pause');
    this.marks.renew();
  }

  #views() {
    const editors = this.#editors;
    if (editors === null) return null;
    return { headline: editors.headline.view, standfirst: editors.standfirst.view, body: editors.body.view };
  }

  #tell(event: PageEvent): void {
    for (const listener of this.#listeners[event]) listener();
  }
}

/** Of two pages on the screen, the one that had the keyboard last: what the host's menu asks is meant for it. */
const front: { page: Page | null } = { page: null };

const pages = new WeakMap<ArticleSession, Page>();

/** The page of a session: one, however many components ask. */
export function pageOf(session: ArticleSession): Page {
  const page = pages.get(session) ?? new Page(session);
  pages.set(session, page);
  return page;
}
