/** What happens at the chosen call; `kill` and `torn` (half of a write is done first) end the process. */
export type Stumble = 'kill' | 'torn' | 'EIO' | 'ENOSPC' | 'short' | 'EBUSY';
export const STUMBLES: readonly Stumble[] = ['kill', 'torn', 'EIO', 'ENOSPC', 'short', 'EBUSY'];

export type RefusalCode = 'EIO' | 'ENOSPC' | 'EBUSY';

/** How a disk says no, and how a process ends on it. */
export interface Means {
  refusal(code: RefusalCode, path: string): Error;
  /** Where it returns, every later call of this life is refused. */
  die(): void;
}

/** A call as it was asked for. */
export interface Call {
  /** What the one whose calls these are was about: see `step`. */
  readonly step: string;
  readonly name: string;
  readonly path: string;
}

/** After EBUSY so many further calls at the same path meet it too. */
const PATIENCE = 3;

/** Counts the calls of all disks that share it and stumbles at one of them. */
export class Stumbling {
  /** What is being done; noted with each call. */
  step = '';
  isDead = false;
  /** Every call, in order. */
  readonly calls: Call[] = [];
  readonly #at: number;
  readonly #how: Stumble;
  readonly #means: Means;
  #busy: string | null = null;
  #patience = 0;

  /** `at` counts from 1; 0: never. */
  constructor(at: number, how: Stumble, means: Means) {
    this.#at = at;
    this.#how = how;
    this.#means = means;
  }

  /** The call at which it stumbled, or null. */
  get met(): Call | null {
    return this.#at === 0 ? null : (this.calls[this.#at - 1] ?? null);
  }

  /** A call that is done wholly or not at all. */
  async call<T>(name: string, path: string, work: () => Promise<T>): Promise<T> {
    this.calls.push({ step: this.step, name, path });
    if (this.isDead) throw this.#means.refusal('EIO', path);
    if (this.#busy === path && this.#patience > 0) {
      this.#patience -= 1;
      throw this.#means.refusal('EBUSY', path);
    }
    if (this.calls.length !== this.#at || this.#how === 'short') return work();
    return this.#stumble(this.#how, path);
  }

  /** A call that moves up to `length` bytes: `work` moves the first of them, as many as it is told. */
  async move<T>(name: string, path: string, length: number, work: (length: number) => Promise<T>): Promise<T> {
    const half = Math.ceil(length / 2);
    const stumbles = this.calls.length + 1 === this.#at && !this.isDead;
    if (stumbles && this.#how === 'torn') await work(half);
    return this.call(name, path, () => work(stumbles && this.#how === 'short' ? half : length));
  }

  #stumble(how: Exclude<Stumble, 'short'>, path: string): never {
    switch (how) {
      case 'kill':
      case 'torn':
        this.isDead = true;
        this.#means.die();
        throw this.#means.refusal('EIO', path);
      case 'EBUSY':
        this.#busy = path;
        this.#patience = PATIENCE;
        throw this.#means.refusal(how, path);
      case 'EIO':
      case 'ENOSPC':
        throw this.#means.refusal(how, path);
    }
  }
}
