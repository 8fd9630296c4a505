import { isMediaName, type MediaName } from '#shared/article/block.ts';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import type { PicturesWords } from '#renderer/ui/words/en/pictures.ts';
import './arriving.css';
import { make } from './element.ts';
import { focalPointIn, placeOn } from './focal-point.ts';

interface FrameContext {
  readonly words: EditorWords;
  readonly pictures: PicturesWords;
  readonly mediaAddress: (name: MediaName) => Promise<string>;
}

/** The picture of a figure, or a plain word on why there is none; and where the eye should stay in it. */
export class PictureFrame {
  readonly dom = make('div', 'figure-picture');
  /** As large as the picture itself. */
  readonly holder = make('div', 'figure-holder');
  readonly #ring = make('span', 'figure-ring');
  readonly #bar = make('div', 'arriving-bar figure-replacing');
  readonly #context: FrameContext;
  readonly #pick: () => void;
  #shown: unknown;
  #image: HTMLImageElement | null = null;

  constructor(context: FrameContext, pick: () => void) {
    this.#context = context;
    this.#pick = pick;
    this.dom.contentEditable = 'false';
    this.dom.append(this.holder);
    this.#bar.append(make('div', 'arriving-fill'));
    this.#bar.role = 'progressbar';
    this.#bar.ariaLabel = context.pictures.replacing;
  }

  show(attributes: Readonly<Record<string, unknown>>): void {
    const { media } = attributes;
    if (this.#shown !== media) {
      this.#shown = media;
      if (isMediaName(media)) void this.#load(media, attributes);
      else this.#say(this.#context.words.pictureMissing);
    }
    const image = this.#image;
    if (image === null) return;
    image.alt = typeof attributes['alt'] === 'string' ? attributes['alt'] : '';
    const point = focalPointIn(attributes);
    if (point === null) return this.#ring.remove();
    placeOn(this.#ring, point);
    // Seen where the picture is cropped: in galleries.
    image.style.objectPosition = `${point.x * 100}% ${point.y * 100}%`;
    if (!this.#ring.isConnected) this.holder.append(this.#ring);
  }

  /** Shows how much of another picture has come; null when that is over. */
  progress(part: number | null): void {
    if (part === null) return this.#bar.remove();
    const fill = this.#bar.firstElementChild;
    if (fill instanceof HTMLElement) fill.style.inlineSize = `${Math.round(part * 100)}%`;
    this.#bar.ariaValueNow = String(Math.round(part * 100));
    if (!this.#bar.isConnected) this.dom.append(this.#bar);
  }

  async #load(media: MediaName, { width, height }: Readonly<Record<string, unknown>>): Promise<void> {
    const image = make('img', 'figure-image');
    if (typeof width === 'number' && typeof height === 'number') {
      image.width = width;
      image.height = height;
    }
    image.draggable = false;
    image.addEventListener('error', () => {
      if (this.#image === image) this.#say(this.#context.words.pictureNotFound);
    });
    this.#image = image;
    this.holder.replaceChildren(image);
    image.src = await this.#context.mediaAddress(media);
  }

  #say(sentence: string): void {
    const box = make('div', 'figure-missing');
    const text = make('p', 'figure-missing-text');
    text.textContent = sentence;
    const button = make('button', 'button button-quiet button-small');
    button.type = 'button';
    button.textContent = this.#context.words.choosePicture;
    button.addEventListener('click', this.#pick);
    box.append(text, button);
    this.#image = null;
    this.holder.replaceChildren(box);
  }
}
