import { mergeUpdates } from 'yjs';
import { fail, type Failure, type Result } from '#shared/article/failure.ts';

/** Where what was typed is: on disk, on its way there, or only in this window, with the sentence that says why. */
export type SavingState =
  { readonly state: 'saved' } | { readonly state: 'saving' } | { readonly state: 'unsaved'; readonly failure: Failure };

export interface OutboxOptions {
  /** Resolves with success only once the update is on disk. */
  readonly append: (update: Uint8Array) => Promise<Result<null>>;
  /**
   * After a lost connection: opens the article anew and answers everything the back end lacks, or null where it lacks
   * nothing. What it answers contains whatever is waiting here.
   */
  readonly resume: () => Promise<Result<Uint8Array | null>>;
  readonly onState: (state: SavingState) => void;
}

/**
 * How long updates are gathered before they are sent (milliseconds): the first after a pause hardly at all, while
 * somebody goes on writing some keys together. A page that is killed loses no more than that.
 */
const GATHER_MS = { first: 120, next: 400 } as const;
/** Beyond this many unanswered sendings the disk is stuck; what is typed is gathered until an answer comes. */
const MOST_IN_FLIGHT = 16;
const RETRY_MS = 1_000;
/** Updates are merged up to this size (bytes), well below what one call may carry. */
const LARGEST_MERGE = 4 * 1024 * 1024;

const SAVED: SavingState = { state: 'saved' };
const SAVING: SavingState = { state: 'saving' };

/**
 * Brings local updates to the back end and keeps each one until the back end has said that it is on disk.
 * Nothing is ever dropped: what fails is tried again every second until it goes through.
 */
export class Outbox {
  readonly #options: OutboxOptions;
  #waiting: Uint8Array[] = [];
  /** When the first of those that wait was written. */
  #waitingSince = 0;
  /** When the first of each sending that has no answer yet was written. */
  readonly #inFlight = new Set<{ readonly since: number }>();
  #sentAt = Number.NEGATIVE_INFINITY;
  #failure: Failure | null = null;
  #connectionLost = false;
  #retrying = false;
  #stopped = false;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #state: SavingState = SAVED;
  #waitingForSaved: (() => void)[] = [];

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  get state(): SavingState {
    return this.#state;
  }

  /** For how long the oldest text that is not on disk has been written, in milliseconds; 0 where all is. */
  unsavedFor(): number {
    const since = Array.from(this.#inFlight, (sending) => sending.since);
    if (this.#waiting.length > 0) since.push(this.#waitingSince);
    return since.length === 0 ? 0 : performance.now() - Math.min(...since);
  }

  /** Takes one local update. It is sent within `GATHER_MS.next` unless the disk is stuck or failing. */
  add(update: Uint8Array): void {
    if (this.#waiting.length === 0) this.#waitingSince = performance.now();
    this.#waiting.push(update);
    this.#gather();
    this.#publish();
  }

  /** Sends at once and resolves when everything is on disk, however long that takes. */
  flush(): Promise<void> {
    this.sendNow();
    if (this.#state.state === 'saved') return Promise.resolve();
    return new Promise((resolve) => this.#waitingForSaved.push(resolve));
  }

  /** Sends what has been gathered without waiting longer, as when the page is about to be hidden. */
  sendNow(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    if (this.#failure === null) this.#sendGathered();
  }

  /** The connection is not the one the article was opened on: open it again and find out what is lacking there. */
  connectionChanged(): void {
    this.#connectionLost = true;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    void this.#tryAgain();
  }

  /** No more timers. Only for an outbox that is saved, or a page that is gone. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#gathering);
    clearTimeout(this.#retry);
  }

  #gather(): void {
    if (this.#gathering !== undefined || this.#failure !== null || this.#connectionLost || this.#stopped) return;
    if (this.#waiting.length === 0 || this.#inFlight.size >= MOST_IN_FLIGHT) return;
    const goesOn = performance.now() - this.#sentAt < GATHER_MS.next;
    this.#gathering = setTimeout(
      () => {
        this.#gathering = undefined;
        this.#sendGathered();
      },
      goesOn ? GATHER_MS.next : GATHER_MS.first,
    );
  }

  #sendGathered(): void {
    while (this.#waiting.length > 0 && this.#inFlight.size < MOST_IN_FLIGHT && !this.#connectionLost) {
      void this.#send(this.#takeSome());
    }
  }

  async #send(update: Uint8Array): Promise<boolean> {
    const sending = { since: this.#waitingSince };
    this.#inFlight.add(sending);
    this.#sentAt = performance.now();
    const reply = await this.#settle(() => this.#options.append(update));
    this.#inFlight.delete(sending);
    if (reply.ok) {
      this.#gather();
    } else {
      this.#waiting.unshift(update);
      this.#waitingSince = Math.min(this.#waitingSince, sending.since);
      this.#failed(reply.error);
    }
    this.#publish();
    return reply.ok;
  }

  #failed(failure: Failure): void {
    this.#failure = failure;
    if (failure.code === 'disconnected' || failure.code === 'unknown-article') this.#connectionLost = true;
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    if (this.#stopped) return;
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      void this.#tryAgain();
    }, RETRY_MS);
  }

  /** One sending at a time while something is wrong; the first that goes through opens the door again. */
  async #tryAgain(): Promise<void> {
    if (this.#retrying || this.#stopped) return;
    this.#retrying = true;
    const reached = !this.#connectionLost || (await this.#resume());
    const sent = reached && (this.#waiting.length === 0 || (await this.#send(this.#takeSome())));
    this.#retrying = false;
    if (sent) {
      this.#failure = null;
      clearTimeout(this.#retry);
      this.#retry = undefined;
      this.#sendGathered();
    }
    this.#publish();
  }

  async #resume(): Promise<boolean> {
    const covered = this.#waiting.length;
    const reply = await this.#settle(() => this.#options.resume());
    if (!reply.ok) {
      this.#failed(reply.error);
      return false;
    }
    this.#connectionLost = false;
    // What waited before the question is inside the answer; what came meanwhile may be too, and repeats harmlessly.
    this.#waiting.splice(0, covered);
    if (reply.value !== null) this.#waiting.unshift(reply.value);
    return true;
  }

  #takeSome(): Uint8Array {
    let size = 0;
    let count = 0;
    for (const update of this.#waiting) {
      if (count > 0 && size + update.byteLength > LARGEST_MERGE) break;
      size += update.byteLength;
      count += 1;
    }
    const taken = this.#waiting.splice(0, count);
    const [only] = taken;
    return taken.length === 1 && only !== undefined ? only : mergeUpdates(taken);
  }

  async #settle<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work();
    } catch {
      return fail('internal', 'Something went wrong on the way to the disk.');
    }
  }

  #publish(): void {
    const next = this.#current();
    if (next.state === this.#state.state && !(next.state === 'unsaved' && this.#differs(next.failure))) return;
    this.#state = next;
    this.#options.onState(next);
    if (next.state !== 'saved') return;
    const waiting = this.#waitingForSaved;
    this.#waitingForSaved = [];
    for (const resolve of waiting) resolve();
  }

  #current(): SavingState {
    if (this.#failure !== null) return { state: 'unsaved', failure: this.#failure };
    return this.#waiting.length === 0 && this.#inFlight.size === 0 ? SAVED : SAVING;
  }

  #differs(failure: Failure): boolean {
    return this.#state.state !== 'unsaved' || this.#state.failure.message !== failure.message;
  }
}
