import type { Editor } from '@tiptap/core';
import type { Failure } from '#shared/article/failure.ts';
import type { StoredMedia } from '#shared/contract/calls.ts';
import type { PicturesWords } from '#renderer/ui/words/en/pictures.ts';
import type { ArticleSession } from '../session.ts';
import { arrivingPlace, endArriving, showArriving } from './arriving.ts';
import { make } from './element.ts';
import { figurePlace, insertFigures } from './insert.ts';
import { placeholder, type Placeholder } from './placeholder.ts';
import { uploadPicture } from './upload.ts';

export interface ArrivalContext {
  readonly words: PicturesWords;
  readonly tooLarge: string;
  /** Says why a picture did not come, by name where there were several. */
  readonly refused: (failure: Failure, name: string | null) => void;
  /** Several have come at once, and stand from this place on. */
  readonly several: (count: number, at: number) => void;
}

interface Coming {
  readonly file: File;
  readonly stop: AbortController;
  readonly placeholder: Placeholder;
}

/**
 * Brings picture files into the body. They are shown at once where they will stand; writing goes on meanwhile; when all
 * have come they stand in the text as one undo step, in the order in which they were given.
 */
export class Arrivals {
  readonly #session: ArticleSession;
  readonly #editor: Editor;
  readonly #context: ArrivalContext;

  constructor(session: ArticleSession, editor: Editor, context: ArrivalContext) {
    this.#session = session;
    this.#editor = editor;
    this.#context = context;
  }

  async add(files: readonly File[], at?: number): Promise<void> {
    if (files.length === 0 || this.#session.readOnly !== undefined) return;
    const { view } = this.#editor;
    const id = {};
    const coming = files.map((file) => this.#begin(file));
    const dom = make('div', coming.length > 1 ? 'arrivals arrivals-several' : 'arrivals');
    dom.contentEditable = 'false';
    dom.append(...coming.map((one) => one.placeholder.dom));
    const fragment = this.#session.doc.getXmlFragment('body');
    view.dispatch(showArriving(view.state, { id, dom, pos: figurePlace(view.state, at), fragment }));
    const before = view.state;
    const stored: StoredMedia[] = [];
    for (const one of coming) {
      const media = await this.#bring(one, files.length > 1);
      if (media !== null) stored.push(media);
    }
    for (const one of coming) one.placeholder.end();
    if (this.#editor.isDestroyed) return;
    const { state } = view;
    const place = arrivingPlace(state, id) ?? figurePlace(state);
    // One picture at the caret takes it into its caption; whoever has gone on writing, or went elsewhere, keeps it.
    const untouched = state.doc === before.doc && state.selection.eq(before.selection) && view.hasFocus();
    const enter = untouched && at === undefined && files.length === 1;
    const transaction = stored.length === 0 ? state.tr : insertFigures(state, stored, { at: place, enter });
    view.dispatch(endArriving(transaction, id));
    if (stored.length > 1) this.#context.several(stored.length, place);
  }

  #begin(file: File): Coming {
    const stop = new AbortController();
    return { file, stop, placeholder: placeholder(file, this.#context.words, () => stop.abort()) };
  }

  async #bring({ file, stop, placeholder: shown }: Coming, isOneOfSeveral: boolean): Promise<StoredMedia | null> {
    const { tooLarge, refused } = this.#context;
    const options = { tooLarge, signal: stop.signal, onProgress: (part: number) => shown.progress(part) };
    const stored = await uploadPicture(this.#session.client, file, options);
    if (stored.ok) {
      shown.progress(1);
      return stored.value;
    }
    // A person who stops a picture knows that it did not come.
    if (stored.error.code !== 'cancelled') refused(stored.error, isOneOfSeveral ? file.name : null);
    shown.end();
    return null;
  }
}
