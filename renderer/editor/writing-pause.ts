/** How long nothing must have been written, in milliseconds. */
const QUIET = 400;
/** From then on the browser's next idle moment is waited for, but no longer than this, in milliseconds. */
const PATIENCE = 500;

/**
 * Tells when writing rests, so that work on the text never stands between a key and its letter. A written letter costs
 * one reading of the clock: the timer that runs looks whether it has to wait on.
 */
export class WritingPause {
  readonly #rested: () => void;
  readonly #isBusy: () => boolean;
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle = 0;

  /** `rested` is called at each pause; never while `isBusy` says that an input method is composing. */
  constructor(rested: () => void, isBusy: () => boolean) {
    this.#rested = rested;
    this.#isBusy = isBusy;
  }

  /** Something was written. */
  touch(): void {
    this.#last = performance.now();
    this.#timer ??= setTimeout(this.#look, QUIET);
  }

  /** Forgets what it waited for. */
  stop(): void {
    clearTimeout(this.#timer);
    cancelIdleCallback(this.#idle);
    this.#timer = undefined;
  }

  readonly #look = (): void => {
    const still = performance.now() - this.#last;
    const wait = this.#isBusy() ? QUIET : QUIET - still;
    if (wait > 1) {
      this.#timer = setTimeout(this.#look, wait);
      return;
    }
    this.#idle = requestIdleCallback(
      () => {
        if (performance.now() - this.#last < QUIET || this.#isBusy()) this.#look();
        else {
          this.#timer = undefined;
          this.#rested();
        }
      },
      { timeout: PATIENCE },
    );
  };
}
