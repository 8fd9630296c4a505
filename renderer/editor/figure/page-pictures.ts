import type { Editor } from '@tiptap/core';
import type { MediaName } from '#shared/article/block.ts';
import type { Failure } from '#shared/article/failure.ts';
import type { StoredMedia } from '#shared/contract/calls.ts';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import type { PicturesWords } from '#renderer/ui/words/en/pictures.ts';
import { asOwnStep } from '../binding/own-step.ts';
import type { ArticleSession } from '../session.ts';
import { Arrivals } from './arrivals.ts';
import type { FigureContext } from './figure-view.ts';
import { galleryOfBlocks } from './gallery.ts';
import { uploadPicture } from './upload.ts';

/** What the page's surroundings do for its pictures. */
export interface PictureSurroundings {
  readonly words: EditorWords;
  readonly pictures: PicturesWords;
  /** Says a sentence that must be noticed. */
  readonly complain: (sentence: string) => void;
  readonly sentenceOf: (failure: Failure) => string;
  /** Says how many have come, and offers to make a gallery of them. */
  readonly offerGallery: (count: number, make: () => void) => void;
  readonly pick: () => Promise<readonly File[]>;
}

/** The pictures of a page while it has its editors: how they come into it, and where they are loaded from. */
export class PagePictures {
  readonly #session: ArticleSession;
  /** The body's editor; null where there is none, or none any more. */
  readonly #body: () => Editor | null;
  readonly #around: PictureSurroundings;
  #arrivals: Arrivals | null = null;
  #mediaBase: Promise<string> | null = null;

  constructor(session: ArticleSession, body: () => Editor | null, around: PictureSurroundings) {
    this.#session = session;
    this.#body = () => (body()?.isDestroyed === false ? body() : null);
    this.#around = around;
  }

  /** What figures need of it. */
  get context(): Pick<FigureContext, 'mediaAddress' | 'onPick'> {
    return {
      mediaAddress: (name) => this.#address(name),
      onPick: (place, onProgress) => void this.#replace(place, onProgress),
    };
  }

  /** Lets the person pick pictures and puts them where the caret is in the body. */
  async pick(): Promise<void> {
    const files = await this.#around.pick();
    this.#body()?.view.focus();
    this.add(files);
  }

  /** Brings the pictures in: to a place in the body or after the block with the caret. */
  add(files: readonly File[], at?: number): void {
    const body = this.#body();
    if (body === null) return;
    const { words, pictures, sentenceOf, complain } = this.#around;
    this.#arrivals ??= new Arrivals(this.#session, body, {
      words: pictures,
      tooLarge: words.pictureTooLarge,
      refused: (failure, name) => {
        const sentence = sentenceOf(failure);
        complain(name === null ? sentence : pictures.refused(name, sentence));
      },
      several: (count, place) => this.#offerGallery(count, place),
    });
    this.#session.waitFor(this.#arrivals.add(files, at));
  }

  /** Stores one picture without showing it anywhere; null where that is refused, which is said. */
  async store(file: File): Promise<StoredMedia | null> {
    const { words, sentenceOf, complain } = this.#around;
    if (this.#session.readOnly !== undefined) return null;
    const stored = await uploadPicture(this.#session.client, file, { tooLarge: words.pictureTooLarge });
    if (stored.ok) return stored.value;
    complain(sentenceOf(stored.error));
    return null;
  }

  #offerGallery(count: number, place: number): void {
    const first = this.#body()?.state.doc.resolve(place).nodeAfter;
    this.#around.offerGallery(count, () => {
      const body = this.#body();
      if (body === null) return;
      // Found anew: writing went on meanwhile.
      const at = body.state.doc.children.indexOf(first ?? body.state.doc);
      const from = at >= 0 ? at : body.state.doc.resolve(Math.min(place, body.state.doc.content.size)).index(0);
      galleryOfBlocks(from, from + count - 1)(body.state, body.view.dispatch, body.view);
    });
  }

  async #replace(place: () => number | undefined, onProgress: (part: number | null) => void): Promise<void> {
    const [file] = await this.#around.pick();
    if (file === undefined || this.#session.readOnly !== undefined) return;
    this.#session.waitFor(this.#putInstead(file, place, onProgress));
  }

  /** Gives the figure at that place another picture. Its words stay; what they leave open the picture's own fill in. */
  async #putInstead(
    file: File,
    place: () => number | undefined,
    onProgress: (part: number | null) => void,
  ): Promise<void> {
    const { words, sentenceOf, complain } = this.#around;
    onProgress(0);
    const stored = await uploadPicture(this.#session.client, file, { tooLarge: words.pictureTooLarge, onProgress });
    onProgress(null);
    const view = this.#body()?.view;
    const pos = place();
    if (!stored.ok) return complain(sentenceOf(stored.error));
    if (view === undefined || pos === undefined) return undefined;
    const { name, width, height, words: found } = stored.value;
    const before = view.state.doc.nodeAt(pos)?.attrs as Readonly<Record<string, unknown>> | undefined;
    const transaction = asOwnStep(view.state.tr);
    const set = (attribute: string, value: unknown) => transaction.setNodeAttribute(pos, attribute, value);
    set('media', name);
    set('width', width);
    set('height', height);
    // What was to stay in sight of the other picture is nowhere in this one.
    set('focalX', null);
    set('focalY', null);
    for (const field of ['credit', 'source', 'alt'] as const) {
      if (found[field] !== '' && (before?.[field] ?? '') === '') set(field, found[field]);
    }
    view.dispatch(transaction);
    return undefined;
  }

  async #address(name: MediaName): Promise<string> {
    this.#mediaBase ??= this.#readMediaBase();
    return `${await this.#mediaBase}${name}`;
  }

  async #readMediaBase(): Promise<string> {
    const info = await this.#session.client.call('host.info', {});
    // Where the host was away for a moment, the next picture asks again.
    if (!info.ok) this.#mediaBase = null;
    return info.ok ? info.value.mediaBase : '';
  }
}
