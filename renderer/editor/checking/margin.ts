import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { findingWords } from '#renderer/ui/words/finding-words.ts';
import type { Words } from '#renderer/ui/words/words.tsx';
import { blocksNear } from '../marking/blocks-near.ts';
import type { Page } from '../page.ts';
import type { Checker, LiveFinding } from './checker.ts';
import './margin.css';

/** How far above and below the window marks are set, in pixels, so that scrolling finds them there. */
const BEYOND = 600;

/**
 * Quiet marks in the page's margin, one beside each block in which the checks found something. They are laid over the
 * page, not into the text; set for blocks near the window only, when the findings change, when the text has another
 * height and when the page is scrolled; never for a key.
 */
export class Margin {
  readonly #page: Page;
  readonly #checker: Checker;
  readonly #words: Words;
  readonly #onShow: () => void;
  readonly #layer = document.createElement('div');
  #marks = new Map<string, HTMLButtonElement>();
  #findings: readonly LiveFinding[] | null = null;
  #byPlace = new Map<string, readonly LiveFinding[]>();
  #scroller: HTMLElement | null = null;
  #settled = 0;
  #frame = 0;

  constructor(page: Page, checker: Checker, words: Words, onShow: () => void) {
    this.#page = page;
    this.#checker = checker;
    this.#words = words;
    this.#onShow = onShow;
    this.#layer.className = 'check-margin';
  }

  /** Begins beside the editors that are on the screen. Returns the way to take all marks away. */
  begin(): () => void {
    const { editors } = this.#page;
    const sheet = editors?.body.view.dom.closest<HTMLElement>('.article-page');
    if (editors === null || sheet === null || sheet === undefined) return () => undefined;
    sheet.append(this.#layer);
    this.#scroller = sheet.closest<HTMLElement>('.article-scroll');
    this.#scroller?.addEventListener('scroll', this.#onScroll, { passive: true });
    const sizes = new ResizeObserver(() => {
      if (this.#byPlace.size > 0) this.#place();
    });
    for (const field of FIELDS_OF_TEXT) sizes.observe(editors[field].view.dom);
    const stop = this.#checker.subscribe(this.#renew);
    this.#renew();
    return () => {
      stop();
      sizes.disconnect();
      cancelAnimationFrame(this.#frame);
      this.#scroller?.removeEventListener('scroll', this.#onScroll);
      this.#layer.remove();
    };
  }

  readonly #renew = (): void => {
    const { findings, chosen } = this.#checker.state;
    if (findings !== this.#findings) {
      this.#findings = findings;
      this.#byPlace = groupedByPlace(findings ?? []);
      this.#later();
    }
    for (const [place, mark] of this.#marks) {
      const isChosen = this.#byPlace.get(place)?.some(({ key }) => key === chosen) ?? false;
      if (mark.hasAttribute('data-chosen') !== isChosen) mark.toggleAttribute('data-chosen', isChosen);
    }
  };

  readonly #onScroll = (): void => {
    const { scrollTop } = this.#scroller ?? { scrollTop: 0 };
    if (this.#byPlace.size > 0 && Math.abs(scrollTop - this.#settled) > BEYOND / 2) this.#later();
  };

  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
    });
  }

  #place(): void {
    const { editors } = this.#page;
    const scroller = this.#scroller;
    if (editors === null || scroller === null) return;
    const kept = new Map<string, HTMLButtonElement>();
    if (this.#byPlace.size > 0) {
      const { top, bottom } = scroller.getBoundingClientRect();
      const origin = this.#layer.getBoundingClientRect().top;
      this.#settled = scroller.scrollTop;
      for (const field of FIELDS_OF_TEXT) {
        for (const [place, findings, height] of this.#near(field, { top: top - BEYOND, bottom: bottom + BEYOND })) {
          const mark = this.#marks.get(place) ?? this.#make(place);
          this.#dress(mark, findings);
          // No transform: each would be painted apart, with every key's frame.
          mark.style.insetBlockStart = `calc(var(--mark-above) + ${Math.round(height - origin)}px)`;
          kept.set(place, mark);
        }
      }
    }
    for (const [place, mark] of this.#marks) if (!kept.has(place)) mark.remove();
    this.#marks = kept;
  }

  #near(field: TextField, band: { readonly top: number; readonly bottom: number }) {
    const view = this.#page.editors?.[field].view;
    if (view === undefined) return [];
    const near: [place: string, findings: readonly LiveFinding[], height: number][] = [];
    for (const { pos } of blocksNear(view, band)) {
      const place = `${field} ${view.state.doc.resolve(pos).index(0)}`;
      const findings = this.#byPlace.get(place);
      const dom = findings === undefined ? null : view.nodeDOM(pos);
      if (findings !== undefined && dom instanceof HTMLElement) {
        near.push([place, findings, dom.getBoundingClientRect().top]);
      }
    }
    return near;
  }

  #make(place: string): HTMLButtonElement {
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = 'check-mark';
    // The keyboard comes to findings by their commands and the panel, not through every mark.
    mark.tabIndex = -1;
    mark.addEventListener('mousedown', (event) => event.preventDefault());
    mark.addEventListener('click', () => {
      const [first] = this.#byPlace.get(place) ?? [];
      if (first === undefined) return;
      this.#onShow();
      this.#checker.choose(first.key);
    });
    this.#layer.append(mark);
    return mark;
  }

  #dress(mark: HTMLButtonElement, findings: readonly LiveFinding[]): void {
    const [first] = findings;
    if (first === undefined) return;
    const { checking, count } = this.#words;
    const more = findings.length > 1 ? count(checking.more, findings.length - 1) : '';
    const label = checking.marked(findingWords(this.#words, first).what, more);
    if (mark.title === label) return;
    mark.title = label;
    mark.setAttribute('aria-label', label);
    mark.dataset['severity'] = first.severity;
  }
}

/** Findings by the block they are in; they come with the gravest first. */
function groupedByPlace(findings: readonly LiveFinding[]): Map<string, readonly LiveFinding[]> {
  const places = new Map<string, LiveFinding[]>();
  for (const finding of findings) {
    if (finding.field === undefined) continue;
    const place = `${finding.field} ${finding.block ?? finding.part ?? 0}`;
    const there = places.get(place) ?? [];
    there.push(finding);
    places.set(place, there);
  }
  return places;
}
