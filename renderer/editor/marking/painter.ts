import type { EditorView } from '@tiptap/pm/view';
import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { blocksNear, type Band } from './blocks-near.ts';
import { MARK_NAMES, type MarkName, type MarkSource, type Passage } from './mark-source.ts';
import './marking.css';

/**
 * How far above and below the window passages are marked, in pixels. Chromium goes over every marked line again with each
 * key, so that while somebody writes there are few; who scrolls finds the next ones marked.
 */
const REACH = { writing: 100, scrolling: 800 } as const;

/** What the painter asks of the page: the editors' views while they are on the screen. */
export interface PaintedPage {
  readonly views: () => { readonly [Field in TextField]: EditorView } | null;
}

/**
 * Marks passages of the three fields without touching the text: the browser draws ranges above it (CSS Custom
 * Highlights), so neither the document nor its elements change, and a typed letter costs nothing. Only blocks near the
 * window have ranges; they are made anew at pauses in writing, when a source has news and when the page is scrolled.
 */
export class Painter {
  readonly #page: PaintedPage;
  readonly #sources = new Set<MarkSource>();
  #ranges: readonly (readonly [MarkName, Range])[] = [];
  #painted: { readonly at: number; readonly reach: number } | null = null;
  #reach: number = REACH.writing;
  #scroller: HTMLElement | null = null;
  #frame = 0;

  constructor(page: PaintedPage) {
    this.#page = page;
  }

  /** Asks the source for passages from now on. Returns the way to stop, which takes its marks away. */
  add(source: MarkSource): () => void {
    this.#sources.add(source);
    this.renew();
    return () => {
      this.#sources.delete(source);
      this.renew();
    };
  }

  /** Paints again with the next frame: a source knows more, or the text has changed. */
  renew(): void {
    if (this.#scroller === null || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#paint();
    });
  }

  /** Begins with the editors that are on the screen inside `scroller`. */
  begin(scroller: HTMLElement): void {
    this.#scroller = scroller;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.renew();
  }

  /** Takes every mark away and waits for the next `begin`. */
  end(): void {
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#scroller = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#show([]);
  }

  /** Blocks that come in sight are painted when the window has moved half as far as is painted. */
  readonly #onScroll = (): void => {
    const { scrollTop } = this.#scroller ?? { scrollTop: 0 };
    if (this.#painted !== null && Math.abs(scrollTop - this.#painted.at) <= this.#painted.reach / 2) return;
    this.#reach = REACH.scrolling;
    this.renew();
  };

  #paint(): void {
    const views = this.#page.views();
    const scroller = this.#scroller;
    if (views === null || scroller === null) return;
    if (this.#sources.size === 0) {
      this.#show([]);
      return;
    }
    const { top, bottom } = scroller.getBoundingClientRect();
    const reach = this.#reach;
    this.#reach = REACH.writing;
    this.#painted = { at: scroller.scrollTop, reach };
    const band = { top: top - reach, bottom: bottom + reach };
    this.#show(FIELDS_OF_TEXT.flatMap((field) => this.#rangesIn(views[field], field, band)));
  }

  #rangesIn(view: EditorView, field: TextField, band: Band): (readonly [MarkName, Range])[] {
    const ranges: (readonly [MarkName, Range])[] = [];
    for (const { block, pos } of blocksNear(view, band)) {
      for (const source of this.#sources) {
        for (const passage of source.passages(block, field)) {
          const range = rangeOf(view, pos + 1, passage, block.content.size);
          if (range !== null) ranges.push([source.name, range]);
        }
      }
    }
    return ranges;
  }

  #show(ranges: readonly (readonly [MarkName, Range])[]): void {
    for (const [name, range] of this.#ranges) highlightOf(name).delete(range);
    for (const [name, range] of ranges) highlightOf(name).add(range);
    this.#ranges = ranges;
  }
}

function rangeOf(view: EditorView, start: number, { from, to }: Passage, size: number): Range | null {
  if (from < 0 || to > size || from >= to) return null;
  const begin = view.domAtPos(start + from, 1);
  const end = view.domAtPos(start + to, -1);
  const range = document.createRange();
  range.setStart(begin.node, begin.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

const highlights = new Map<MarkName, Highlight>();

/** The one highlight of that name in this window, which pages side by side share. */
function highlightOf(name: MarkName): Highlight {
  const known = highlights.get(name);
  if (known !== undefined) return known;
  const highlight = new Highlight();
  highlight.priority = MARK_NAMES.indexOf(name);
  if (name === 'spelling') highlight.type = 'spelling-error';
  if (name === 'check') highlight.type = 'grammar-error';
  highlights.set(name, highlight);
  CSS.highlights.set(`stet-${name}`, highlight);
  return highlight;
}
