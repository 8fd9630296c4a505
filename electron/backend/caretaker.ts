import type { Article } from '#shared/article/article.ts';
import { fail, type Failure, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { summarize, type Summary } from '#shared/article/summary.ts';
import { readState } from '#shared/document/read.ts';
import { onDisk } from './disk/failure.ts';
import type { Ground, Holding } from './holding.ts';
import { turn } from './journal/segment.ts';
import { writeMirror, type MirrorWriter } from './mirror.ts';
import { needsRetiring, retireSegment } from './retirement.ts';
import type { States } from './states.ts';

/** Pauses in milliseconds: after how long without writing in an article something is done, and at the latest. */
const SUMMARY = { quiet: 400, latest: 2_000 };
const KEEPING = { quiet: 3_000, latest: 60_000 };
const INDEXING = { quiet: 5_000, latest: 60_000 };
/** How often due work is looked for while there is any. */
const ROUND = 200;
/** After a refusal of the disk, how long until snapshots, mirrors and the index are tried again. */
const RETRY = 10_000;
/** How many articles are at most put into snapshots when a library closes; the journal holds the others safely. */
const KEPT_AT_CLOSE = 64;
/** So many new summaries are told in one go. */
const NEWS = 100;

interface Due {
  first: number;
  last: number;
  /** Since when the summary is behind; null where it is not. */
  behind: number | null;
  /** Nobody has seen the article in a list yet: its summary does not wait for a pause. */
  soon: boolean;
}

/**
 * Does, after a pause and a slice at a time, what need not be done before an answer: summaries, snapshots, mirrors, the
 * index, and the removal of journal segments that nothing needs any more.
 */
export class Caretaker {
  readonly #ground: Ground;
  readonly #states: States;
  readonly #o: CaretakerOptions;
  readonly #due = new Map<ArticleId, Due>();
  #indexDue: { first: number; last: number } | null = null;
  /** Segments that hold the last of a damaged article: they stay. */
  readonly #spared = new Set<string>();
  #news: Summary[] = [];
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #round: Promise<void> | null = null;
  #closed = false;

  constructor(ground: Ground, states: States, options: CaretakerOptions) {
    this.#ground = ground;
    this.#states = states;
    this.#o = options;
  }

  /** Says that something was written in the article, or that it was found unfinished. */
  touch(id: ArticleId, { summary, soon = false }: { summary: boolean; soon?: boolean }): void {
    const now = performance.now();
    const due = this.#due.get(id) ?? { first: now, last: now, behind: null, soon: false };
    const behind = due.behind ?? (summary ? now : null);
    this.#due.set(id, { first: due.first, last: now, behind, soon: due.soon || soon });
    this.indexChanged();
  }

  /** Says that the index is behind. */
  indexChanged(): void {
    if (this.#ground.access === 'write') {
      const now = performance.now();
      this.#indexDue = { first: this.#indexDue?.first ?? now, last: now };
    }
    this.#wake();
  }

  /** Brings every summary up to date now, a slice at a time. */
  async summarizeAll(): Promise<void> {
    for (const [id, due] of this.#due) if (due.behind !== null) await this.#summarize(id);
    this.#tellNews();
  }

  /** Resolves when nothing is left to do, or when the disk refuses. */
  async settle(): Promise<void> {
    await this.#round;
    await this.summarizeAll();
    if (this.#ground.access === 'read') return;
    let fine = true;
    for (const id of this.#due.keys()) fine = fine && (await this.#keep(id));
    while (fine && this.#retiring() !== null) fine = await this.#retire();
    if (fine) await this.#writeIndex();
  }

  /** As `settle` for what can be done quickly. Nothing is done afterwards. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#round;
    await this.summarizeAll();
    if (this.#ground.access === 'read') return;
    const last = [...this.#due].sort((a, b) => b[1].last - a[1].last).slice(0, KEPT_AT_CLOSE);
    for (const [id] of last) if (!(await this.#keep(id))) break;
    if (this.#indexDue !== null) await this.#writeIndex();
  }

  #wake(): void {
    if (this.#closed || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#round ??= this.#workRound().finally(() => {
        this.#round = null;
        if (this.#due.size > 0 || this.#indexDue !== null) this.#wake();
      });
    }, ROUND);
    this.#timer.unref();
  }

  async #workRound(): Promise<void> {
    const started = performance.now();
    for (const [id, due] of this.#due) {
      if (this.#closed) break;
      if (due.behind === null) continue;
      if (due.soon || isDue({ first: due.behind, last: due.last }, SUMMARY, started)) await this.#summarize(id);
    }
    this.#tellNews();
    if (this.#ground.access === 'read') return;
    for (const [id, due] of this.#due) {
      if (this.#closed || performance.now() - started > ROUND || performance.now() < this.#notBefore) break;
      if (due.behind === null && isDue(due, KEEPING, started) && !(await this.#keep(id))) break;
    }
    if (this.#closed || performance.now() < this.#notBefore) return;
    if (this.#retiring() !== null) await this.#retire();
    if (this.#indexDue !== null && isDue(this.#indexDue, INDEXING, performance.now())) await this.#writeIndex();
  }

  async #summarize(id: ArticleId): Promise<void> {
    const holding = this.#ground.holdings.get(id);
    const due = this.#due.get(id);
    if (due !== undefined) {
      due.behind = null;
      due.soon = false;
    }
    if (holding === undefined) return;
    const read = await readHolding(this.#states, holding);
    await turn();
    if (!read.ok) {
      this.#ground.problems.add(read.error);
      this.#due.delete(id);
      return;
    }
    holding.summary = summarize(read.value, isoTime(holding.modified));
    if (this.#ground.access === 'read') this.#due.delete(id);
    this.#news.push(holding.summary);
    if (this.#news.length >= NEWS) this.#tellNews();
  }

  #tellNews(): void {
    const items = this.#news;
    this.#news = [];
    if (items.length > 0) this.#o.onChanged(items);
  }

  /** Snapshot and mirror. Returns false when the disk refuses; then all of it is tried again later. */
  async #keep(id: ArticleId): Promise<boolean> {
    const holding = this.#ground.holdings.get(id);
    if (holding === undefined) return this.#done(id, undefined);
    const due = this.#due.get(id);
    const last = due?.last;
    const kept = holding.frames.length > 0 ? await this.#states.snapshot(holding) : null;
    if (kept !== null && !kept.ok) return this.#refused(id, kept.error);
    const mirrored = await this.#mirror(holding);
    if (!mirrored.ok) return this.#refused(id, mirrored.error);
    this.indexChanged();
    return this.#done(id, last);
  }

  #done(id: ArticleId, last: number | undefined): true {
    const due = this.#due.get(id);
    if (due !== undefined && due.last === last && due.behind === null) this.#due.delete(id);
    return true;
  }

  /** Damage concerns one article and is not tried again; anything else concerns the disk. */
  #refused(id: ArticleId, error: Failure): boolean {
    if (error.code === 'library-damaged') {
      this.#ground.problems.add(error);
      this.#due.delete(id);
      return true;
    }
    this.#ground.problems.add(NOT_KEPT);
    this.#notBefore = performance.now() + RETRY;
    return false;
  }

  async #mirror(holding: Holding): Promise<Result<null>> {
    const write = this.#o.mirror;
    if (write === null || holding.mirrored === holding.modified) return { ok: true, value: null };
    const { disk, place } = this.#ground;
    const { modified, mirror: before } = holding;
    const read = await readHolding(this.#states, holding);
    if (!read.ok) return read;
    const o = { article: read.value, modified: isoTime(modified), before, write };
    const name = await onDisk(() => writeMirror(disk, place, o));
    if (!name.ok) return name;
    holding.mirror = name.value;
    holding.mirrored = modified;
    return { ok: true, value: null };
  }

  #retiring(): string | null {
    return needsRetiring(this.#ground, new Set([...this.#spared, this.#o.current()]));
  }

  async #retire(): Promise<boolean> {
    const segment = this.#retiring();
    if (segment === null) return true;
    const retired = await retireSegment(this.#ground, this.#states, segment, () => this.#writeIndex());
    if (retired.ok) return true;
    if (retired.error.code === 'library-damaged') this.#spared.add(segment);
    this.#notBefore = performance.now() + RETRY;
    return false;
  }

  async #writeIndex(): Promise<boolean> {
    this.#indexDue = null;
    const written = await onDisk(() => this.#o.writeIndex());
    if (written.ok) return true;
    this.#notBefore = performance.now() + RETRY;
    this.indexChanged();
    return false;
  }
}

export interface CaretakerOptions {
  readonly mirror: MirrorWriter | null;
  readonly onChanged: (items: readonly Summary[]) => void;
  readonly writeIndex: () => Promise<void>;
  /** Name of the segment that is being written, or null. */
  readonly current: () => string | null;
}

/** The article of a holding, as it is now. */
export async function readHolding(states: States, holding: Holding): Promise<Result<Article>> {
  const state = await states.load(holding);
  return state.ok ? { ok: true, value: readState(holding.id, state.value) } : state;
}

/** ISO 8601 of milliseconds since 1970; the first moment of 1970 where they are no time. */
export function isoTime(milliseconds: number): string {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? new Date(0).toISOString() : time.toISOString();
}

function isDue(at: { first: number; last: number }, pause: { quiet: number; latest: number }, now: number): boolean {
  return now - at.last >= pause.quiet || now - at.first >= pause.latest;
}

const NOT_KEPT = fail(
  'disk-error',
  'Some articles could not be copied out of the journal yet; their text is safe there and it is tried again.',
).error;
