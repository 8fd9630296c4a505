import type { Result } from '#shared/article/failure.ts';
import type { Library } from '../library.ts';
import type { Desk } from './desk.ts';
import type { Gate } from './gate.ts';
import type { ExchangeReport } from './status.ts';

/** Tells when something changes in a folder or below; returns the way to stop, or null where that can't be had. */
export type Watch = (folder: string, tell: () => void) => (() => void) | null;

/** Milliseconds. */
const RHYTHM = {
  /** From the last edit to its publishing, */
  quiet: 3_000,
  /** and from the first, however long somebody writes on. */
  latest: 30_000,
  /** From a change in the folder to a look at it, */
  arrived: 250,
  /** and at least between two such looks. */
  apart: 1_000,
  /** Between looks when nothing is heard: some shares tell nothing. */
  poll: 15_000,
  /** While the folder is away. */
  away: 1_000,
  /** After another failure, doubled each time in a row up to `poll`. */
  retry: 1_000,
} as const;

export interface CourierOptions {
  readonly desk: Desk;
  readonly library: Library;
  /** The desk's folder. */
  readonly place: string;
  readonly watch: Watch | null;
  /** The desk's gate, closed with the courier. */
  readonly gate: Gate;
}

/**
 * The rhythm above a desk: publishes a few seconds after the last edit and at most half a minute apart, looks when the
 * folder changes, and now and then when it says nothing; the listing is the truth, what is heard only hastens it.
 */
export class Courier {
  readonly desk: Desk;
  readonly #o: CourierOptions;
  readonly #stops: readonly (() => void)[];
  readonly #ending = new AbortController();
  #unwatch: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #due = 0;
  #why: 'edit' | 'look' = 'look';
  #firstEdit: number | null = null;
  #lastLook = 0;
  #failures = 0;
  #running: Promise<unknown> | null = null;

  constructor(o: CourierOptions) {
    this.desk = o.desk;
    this.#o = o;
    this.#stops = [o.library.on('appended', () => this.#edited()), o.desk.on('changed', () => this.#edited())];
    this.#plan(0);
  }

  /** Exchanges now, and resolves to how that went. */
  async hurry(): Promise<Result<ExchangeReport>> {
    const exchanged = this.#exchange();
    this.#running = exchanged;
    return exchanged;
  }

  /** Ends what runs between two files, and waits for it. The desk is left to the library's end. */
  async close(): Promise<void> {
    this.#ending.abort();
    for (const stop of this.#stops) stop();
    this.#unwatch?.();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#running;
    await this.#o.gate.close();
  }

  #edited(): void {
    if (!this.desk.hasUnpublished) return;
    const now = performance.now();
    this.#firstEdit ??= now;
    const latest = Math.max(0, this.#firstEdit + RHYTHM.latest - now);
    this.#plan(Math.min(RHYTHM.quiet, latest), 'edit');
  }

  /** Plans an exchange in so many milliseconds; what is planned earlier stands, but an edit may put off an edit's. */
  #plan(after: number, why: 'edit' | 'look' = 'look'): void {
    if (this.#ending.signal.aborted) return;
    const due = performance.now() + after;
    const putsOff = why === 'edit' && this.#why === 'edit';
    if (this.#timer !== null && due >= this.#due && !putsOff) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#why = why;
    this.#due = due;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#running = this.#exchange();
    }, after);
    this.#timer.unref();
  }

  async #exchange(): Promise<Result<ExchangeReport>> {
    this.#firstEdit = null;
    // Before the folder is listed: what comes while the rest of the exchange runs is heard, not left to the next poll.
    this.#listen();
    const exchanged = await this.desk.exchange({ signal: this.#ending.signal });
    this.#lastLook = performance.now();
    const away = !exchanged.ok && exchanged.error.code === 'desk-missing';
    // A folder that is away is no failure that counts: what fails first when it is back must not wait the longest.
    this.#failures = exchanged.ok || away ? 0 : this.#failures + 1;
    const patience = Math.min(RHYTHM.poll, RHYTHM.retry * 2 ** Math.min(this.#failures, 8));
    if (!exchanged.ok) this.#deafen();
    else if (this.#listen()) this.#plan(RHYTHM.apart);
    this.#plan(exchanged.ok ? RHYTHM.poll : away ? RHYTHM.away : patience);
    if (exchanged.ok) this.#edited();
    return exchanged;
  }

  /** True where it begins only now, so that what came before was not heard. */
  #listen(): boolean {
    if (this.#unwatch !== null || this.#ending.signal.aborted) return false;
    this.#unwatch = this.#o.watch?.(this.#o.place, () => this.#heard()) ?? null;
    return this.#unwatch !== null;
  }

  /** A folder that was away is another folder when it is back: what listened to the old one hears nothing. */
  #deafen(): void {
    this.#unwatch?.();
    this.#unwatch = null;
  }

  #heard(): void {
    const since = performance.now() - this.#lastLook;
    this.#plan(Math.max(RHYTHM.arrived, RHYTHM.apart - since));
  }
}
