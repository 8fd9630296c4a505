/** From so near to an edge on the page is scrolled, in pixels. */
const NEAR = 24;
/** How fast (pixels in a second): at first, for each pixel further on, and at the most. */
const SPEED = { least: 120, each: 12, most: 2_400 } as const;
/** A frame that came late scrolls no further than one that took so long, in milliseconds. */
const LONGEST_FRAME = 50;

/**
 * Scrolls while the pointer is held near an edge of what is scrolled, or beyond it: the further out, the faster. Each
 * step is there at once, so it is the same for those who want no motion.
 */
export class EdgeScroll {
  readonly #scroller: HTMLElement;
  readonly #onStep: () => void;
  #speed = 0;
  #frame = 0;
  #last = 0;
  /** What is less than a pixel is scrolled with the next frame. */
  #rest = 0;

  constructor(scroller: HTMLElement, onStep: () => void) {
    this.#scroller = scroller;
    this.#onStep = onStep;
  }

  /** The pointer is at this height of the window now. */
  follow(y: number): void {
    this.#speed = speedAt(y, this.#scroller.getBoundingClientRect());
    if (this.#speed === 0) return this.stop();
    if (this.#frame !== 0) return undefined;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#step);
    return undefined;
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #step = (now: number): void => {
    const distance = this.#rest + (this.#speed * Math.min(Math.max(now - this.#last, 0), LONGEST_FRAME)) / 1_000;
    this.#last = now;
    this.#rest = distance - Math.trunc(distance);
    this.#frame = requestAnimationFrame(this.#step);
    this.#scroller.scrollTop += Math.trunc(distance);
    // Also where it can go no further: what is beneath the pointer may have moved for another reason.
    this.#onStep();
  };
}

/** Pixels in a second, less than 0 for upwards; 0 where the pointer is not at an edge. */
export function speedAt(y: number, { top, bottom }: { readonly top: number; readonly bottom: number }): number {
  const [above, below] = [top + NEAR - y, y - (bottom - NEAR)];
  const past = Math.max(above, below);
  if (past < 0) return 0;
  const speed = Math.min(SPEED.most, SPEED.least + past * SPEED.each);
  return above > below ? -speed : speed;
}
