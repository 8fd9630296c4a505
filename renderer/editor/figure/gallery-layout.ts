import { gallerySpans } from '#shared/article/gallery.ts';

/**
 * Says of each figure of a gallery how wide it is and whether it ends a row, as attributes for the style sheet. Done
 * when figures come, go or change, and in pauses, when something may have been written between them; not per key.
 */
export class GalleryLayout {
  readonly #onPause: (listener: () => void) => () => void;
  readonly #figures = new Set<HTMLElement>();
  #stopPauses: (() => void) | null = null;
  #isPlanned = false;

  constructor(onPause: (listener: () => void) => () => void) {
    this.#onPause = onPause;
  }

  /** The figure is shown, in a gallery or not. */
  show(figure: HTMLElement, gallery: string | null): void {
    if ((figure.dataset['gallery'] ?? null) === gallery) return;
    if (gallery === null) {
      delete figure.dataset['gallery'];
      this.#figures.delete(figure);
      clear(figure);
    } else {
      figure.dataset['gallery'] = gallery;
      this.#figures.add(figure);
      this.#stopPauses ??= this.#onPause(() => this.#arrange());
    }
    this.#later();
  }

  letGo(figure: HTMLElement): void {
    if (!this.#figures.delete(figure)) return;
    if (this.#figures.size > 0) return this.#later();
    this.#stopPauses?.();
    this.#stopPauses = null;
  }

  #later(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    requestAnimationFrame(() => {
      this.#isPlanned = false;
      this.#arrange();
    });
  }

  #arrange(): void {
    for (const figure of this.#figures) {
      if (isSame(figure.previousElementSibling, figure)) continue;
      const row = [figure];
      for (let next = figure.nextElementSibling; isSame(next, figure); next = next.nextElementSibling) row.push(next);
      arrangeRow(row);
    }
  }
}

function isSame(element: Element | null, figure: HTMLElement): element is HTMLElement {
  return element instanceof HTMLElement && element.dataset['gallery'] === figure.dataset['gallery'];
}

function arrangeRow(figures: readonly HTMLElement[]): void {
  const spans = gallerySpans(figures.length);
  let filled = 0;
  figures.forEach((figure, at) => {
    const span = spans[at] ?? 'whole';
    filled += span === 'whole' ? 6 : span === 'half' ? 3 : 2;
    if (span === 'whole') return clear(figure);
    if (figure.dataset['span'] !== span) figure.dataset['span'] = span;
    figure.toggleAttribute('data-ends-row', filled % 6 === 0);
    return undefined;
  });
}

function clear(figure: HTMLElement): void {
  delete figure.dataset['span'];
  figure.removeAttribute('data-ends-row');
}
