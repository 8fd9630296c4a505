import type { Article, ArticleDraft } from '#shared/article/article.ts';
import type { MediaName } from '#shared/article/block.ts';
import { fail, succeed, type Failure, type Result } from '#shared/article/failure.ts';
import { articleIdFrom, ID_BYTES, type ArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import { summarize, type Summary } from '#shared/article/summary.ts';
import type { LibraryStatus } from '#shared/contract/calls.ts';
import { firstUpdate } from '#shared/document/first.ts';
import { inspectUpdate } from '#shared/document/inspect.ts';
import { SCHEMA_VERSION } from '#shared/document/layout.ts';
import { schemaOf } from '#shared/document/schema.ts';
import { mergeUpdates } from '#shared/document/part.ts';
import { readState } from '#shared/document/read.ts';
import { Caretaker, isoTime, readHolding } from './caretaker.ts';
import type { Clock } from './clock.ts';
import type { Disk, DiskLock } from './disk/disk.ts';
import { diskFailure } from './disk/failure.ts';
import { fingerprintOf } from './fingerprint.ts';
import { holdingOf, type Ground, type Holding } from './holding.ts';
import { writeIndex } from './index-file.ts';
import { Journal, type Written } from './journal/journal.ts';
import type { FrameRef } from './journal/segment.ts';
import { Listeners, type LibraryEvents, type TakenUpdate, type Witness } from './library-events.ts';
import { Listing, resolveRelated, type ListQuery } from './listing.ts';
import type { MirrorWriter } from './mirror.ts';
import { openGround, type Opened } from './opening.ts';
import { readPicture, writePicture } from './picture-store.ts';
import { recover } from './recovery.ts';
import { States } from './states.ts';
import { verifyLibrary, type VerifyReport } from './verify.ts';

export interface LibraryOptions {
  /** The library's folder. With write access an empty or missing one becomes a library. */
  readonly place: string;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  /** `write`: for one process at a time, refused with `library-busy` meanwhile. `read`: joins, and changes nothing. */
  readonly access: 'write' | 'read';
  /** What writes the readable mirror; null for none. */
  readonly mirror?: MirrorWriter | null;
  /** What `openGround` found, where it was asked with the same options before; it is not asked again. */
  readonly found?: Opened;
}

/** So many unfinished summaries are made before `open` resolves; more are made afterwards. */
const SUMMARIES_AT_OPENING = 200;

/**
 * A journalist's folder of articles. The format on disk: docs/library-format.md. Nothing here throws; failures are data.
 * The one door to it, and for that longer than other files: each method hands on to the part that knows how.
 */
export class Library {
  readonly id: string;
  readonly place: string;
  readonly #ground: Ground;
  readonly #lock: DiskLock | null;
  readonly #journal: Journal;
  readonly #states: States;
  readonly #caretaker: Caretaker;
  readonly #listing: Listing;
  readonly #listeners = new Listeners();
  /** Articles of which the journal of earlier processes holds something that no snapshot covers. */
  readonly #unproven = new Set<ArticleId>();
  #witness: Witness | null = null;
  readonly #endings = new Set<() => Promise<void>>();
  /** True while there may be an article without a summary; once whole, the list stays whole. */
  #indexing = true;
  #closing: Promise<void> | null = null;

  private constructor(id: string, ground: Ground, lock: DiskLock | null, mirror: MirrorWriter | null) {
    const { disk, place, clock, random } = ground;
    this.id = id;
    this.place = place;
    this.#ground = ground;
    this.#lock = lock;
    this.#states = new States(ground);
    this.#listing = new Listing(ground.holdings);
    this.#journal = new Journal({
      disk,
      folder: `${place}/journal`,
      clock,
      random,
      onTrouble: (trouble) => this.#listeners.tell('trouble', { trouble }),
    });
    this.#caretaker = new Caretaker(ground, this.#states, {
      mirror,
      onChanged: (items) => {
        this.#listing.changed();
        this.#listeners.tell('changed', { items });
      },
      writeIndex: () => writeIndex(ground, id),
      current: () => this.#journal.current,
    });
  }

  /** Opens the library in a folder. Reads the index and what is newer in the journal, not the articles. */
  static async open(o: LibraryOptions): Promise<Result<Library>> {
    const opened = o.found === undefined ? await openGround(o) : succeed(o.found);
    if (!opened.ok) return opened;
    const { id, ground, lock } = opened.value;
    const library = new Library(id, ground, lock, o.mirror ?? null);
    try {
      await library.#begin(await recover(ground, id));
      return succeed(library);
    } catch (error) {
      await lock?.release();
      return diskFailure(error);
    }
  }

  async #begin(touched: ReadonlySet<ArticleId>): Promise<void> {
    let unfinished = 0;
    for (const holding of this.#ground.holdings.values()) {
      if (holding.frames.length > 0) this.#unproven.add(holding.id);
      const summary = holding.summary === null || touched.has(holding.id);
      if (summary) unfinished += 1;
      const keeping = holding.frames.length > 0 || holding.mirrored !== holding.modified;
      if (summary || keeping) this.#caretaker.touch(holding.id, { summary });
    }
    const atOnce = this.#ground.access === 'read' || unfinished <= SUMMARIES_AT_OPENING;
    if (atOnce) await this.#caretaker.summarizeAll();
  }

  status(): LibraryStatus {
    const { holdings, problems } = this.#ground;
    this.#indexing &&= holdings.values().some((holding) => holding.summary === null);
    return {
      id: this.id,
      place: this.place,
      articles: holdings.size,
      problems: problems.all(),
      indexing: this.#indexing,
    };
  }

  /** Newest first, from the summaries. Without a limit at most 500. */
  list(query: ListQuery): { total: number; items: readonly Summary[] } {
    return this.#listing.list(query);
  }

  /** The one article whose id begins with `prefix`. */
  find(prefix: string): Result<ArticleId> {
    const found = [...this.#ground.holdings.keys()].filter((id) => prefix !== '' && id.startsWith(prefix));
    const [only] = found;
    if (only === undefined) return UNKNOWN;
    if (found.length === 1) return succeed(only);
    return fail('ambiguous-article', 'More than one article has an id that begins like that; give more of it.');
  }

  /** Makes an article. When it resolves the article is on disk. */
  async create(draft: ArticleDraft): Promise<Result<ArticleId>> {
    const { clock, random, holdings } = this.#ground;
    const shut = this.#shut();
    if (shut !== null) return shut;
    const id = articleIdFrom(random(ID_BYTES));
    const created = draft.metadata.created || isoTime(clock.now());
    const update = firstUpdate(id, { ...draft, metadata: { ...draft.metadata, created } }, random);
    const schema = schemaOf(draft.body);
    const written = await this.#journal.append({ kind: 'first', article: id, schema, update });
    if (!written.ok) return written;
    const { ref, time } = written.value;
    const holding = holdingOf(holdings, id);
    holding.modified = time;
    holding.schema = schema;
    holding.summary = summarize(readState(id, update), isoTime(time));
    this.#states.begun(holding, ref, update);
    this.#wrote(ref);
    this.#caretaker.touch(id, { summary: false });
    this.#listing.changed();
    this.#listeners.tell('changed', { items: [holding.summary] });
    return succeed(id);
  }

  /** The whole state of an article, a copy with a buffer of its own; `readOnly` says why this Stet may only show it. */
  async load(id: ArticleId): Promise<Result<{ state: Uint8Array; modified: string; readOnly?: Failure }>> {
    const holding = this.#ground.holdings.get(id);
    if (holding === undefined) return UNKNOWN;
    const state = await this.#states.load(holding);
    if (!state.ok) return state;
    const loaded = { state: new Uint8Array(state.value), modified: isoTime(holding.modified) };
    return succeed(holding.schema > SCHEMA_VERSION ? { ...loaded, readOnly: NEWER.error } : loaded);
  }

  async read(id: ArticleId): Promise<Result<{ article: Article; modified: string }>> {
    const holding = this.#ground.holdings.get(id);
    if (holding === undefined) return UNKNOWN;
    const article = await readHolding(this.#states, holding);
    return article.ok ? succeed({ article: article.value, modified: isoTime(holding.modified) }) : article;
  }

  /**
   * Adds to an article. Resolves when the update is synced to disk; updates given at the same time share one sync.
   * After a failure keep the update and give it again: repeats are harmless. `origin` comes back with the event.
   */
  async append(id: ArticleId, update: Uint8Array, origin?: object): Promise<Result<null>> {
    const holding = this.#ground.holdings.get(id);
    const shut = this.#shut();
    if (shut !== null) return shut;
    if (holding === undefined) return UNKNOWN;
    if (holding.schema > SCHEMA_VERSION) return NEWER;
    const inspected = inspectUpdate(update);
    if (!inspected.ok) return inspected;
    this.#witness?.begins(id);
    const written = await this.#write(holding, { id, update, schema: inspected.value.schema });
    const heard = this.#witness?.ended(id, written.ok ? update : null) ?? null;
    if (written.ok) this.#listeners.tell('appended', { id, update, origin });
    return written.ok ? (heard ?? succeed(null)) : written;
  }

  /**
   * Adds what others wrote, to articles known or not; who gives it has tried it. Resolves when all of it is on disk.
   * What needs a newer schema makes its article read-only. No witness is asked; `origin` comes back with the events.
   */
  async take(updates: readonly TakenUpdate[], origin: object): Promise<Result<null>> {
    const shut = this.#shut();
    if (shut !== null) return shut;
    const taken = updates.map(async (taken): Promise<Result<null>> => {
      const { id, update, schema } = taken;
      const written = await this.#write(this.#ground.holdings.get(id), taken);
      if (!written.ok) return written;
      if (schema <= SCHEMA_VERSION) this.#listeners.tell('appended', { id, update, origin });
      return succeed(null);
    });
    return (await Promise.all(taken)).find(({ ok }) => !ok) ?? succeed(null);
  }

  /**
   * Writes an update down. What a dead process left in the journal may never have been synced, and the next power cut
   * takes it: so the first update of this process that builds on it is written together with the whole state.
   */
  async #write(holding: Holding | undefined, taken: TakenUpdate): Promise<Result<Written>> {
    const { id, update, schema } = taken;
    const unproven = holding !== undefined && this.#unproven.has(id) ? await this.#states.load(holding) : null;
    const whole = unproven?.ok === true ? mergeUpdates([unproven.value, update]) : null;
    const kind = holding === undefined || whole !== null ? 'first' : 'later';
    const needs = Math.max(schema, whole === null ? 1 : (holding?.schema ?? 1));
    const written = await this.#journal.append({ kind, article: id, schema: needs, update: whole ?? update });
    if (!written.ok) return written;
    if (whole !== null) this.#unproven.delete(id);
    this.#appended(taken, written.value);
    return written;
  }

  #appended({ id, update, schema }: TakenUpdate, { ref, time }: Written): void {
    const isNew = !this.#ground.holdings.has(id);
    const holding = holdingOf(this.#ground.holdings, id);
    holding.modified = Math.max(holding.modified, time);
    holding.schema = Math.max(holding.schema, schema);
    if (isNew) this.#states.begun(holding, ref, new Uint8Array(update));
    else this.#states.appended(holding, ref, update);
    this.#wrote(ref);
    this.#caretaker.touch(id, { summary: true, soon: isNew });
  }

  /** The schema version an application must know to write in this article. */
  schemaNeeded(id: ArticleId): number {
    return this.#ground.holdings.get(id)?.schema ?? 1;
  }

  /** True when the library has this article. */
  has(id: ArticleId): boolean {
    return this.#ground.holdings.has(id);
  }

  /** The headline of an article as lists show it; empty where it has none, or the article is not here. */
  headlineOf(id: ArticleId): string {
    return this.#ground.holdings.get(id)?.summary?.headline ?? '';
  }

  /**
   * A digest of the files that hold the article now: equal only while its content is. Null when they change meanwhile
   * or can't be read.
   */
  async fingerprint(id: ArticleId): Promise<string | null> {
    const holding = this.#ground.holdings.get(id);
    return holding === undefined ? null : fingerprintOf(this.#ground, holding);
  }

  /** Has something done at the end, after the last snapshots and before the lock is given back; returns the way to stop. */
  beforeEnd(work: () => Promise<void>): () => void {
    this.#endings.add(work);
    return () => {
      this.#endings.delete(work);
    };
  }

  /** Lets one somebody know of every update before it is acknowledged; returns the way to stop. */
  watch(witness: Witness): () => void {
    this.#witness = witness;
    return () => {
      if (this.#witness === witness) this.#witness = null;
    };
  }

  /** The related list with headlines, blurbs and addresses filled in from the library. */
  resolveRelated(article: Pick<Article, 'related'>): readonly ResolvedRelated[] {
    return resolveRelated(this.#ground.holdings, article);
  }

  /** Stores a picture under the name its content has; a name that is not its digest is refused. */
  async writeMedia(name: MediaName, bytes: Uint8Array): Promise<Result<null>> {
    return this.#shut() ?? writePicture(this.#ground.disk, this.place, name, bytes);
  }

  /** A picture, checked against its name. */
  readMedia(name: MediaName): Promise<Result<Uint8Array>> {
    return readPicture(this.#ground.disk, this.place, name);
  }

  /** Reads every byte of the library and says what is damaged; `repair` puts right what can be put right. */
  async verify(o: { repair: boolean }): Promise<Result<VerifyReport>> {
    const shut = o.repair ? this.#shut() : null;
    if (shut !== null) return shut;
    const current = this.#journal.current;
    return verifyLibrary(this.#ground, this.#states, {
      ...o,
      current,
      writeIndex: () => writeIndex(this.#ground, this.id),
    });
  }

  /** Listens; returns the way to stop. `trouble` says when the disk takes nothing, and null when it does again. */
  on<Name extends keyof LibraryEvents>(event: Name, listener: (value: LibraryEvents[Name]) => void): () => void {
    return this.#listeners.on(event, listener);
  }

  /** Resolves when summaries, snapshots, mirror and index are on disk, or the disk refuses them. */
  settled(): Promise<void> {
    return this.#caretaker.settle();
  }

  /** Ends writing, finishes what can be finished quickly, lets the next process in. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#caretaker.close();
    for (const work of this.#endings) await work();
    await this.#journal.close();
    await this.#lock?.release();
  }

  /** Why nothing can be written, or null. */
  #shut(): typeof READ_ONLY | null {
    if (this.#ground.access === 'read') return READ_ONLY;
    return this.#closing === null ? null : CLOSED;
  }

  #wrote(ref: FrameRef): void {
    const { segments } = this.#ground;
    segments.set(ref.segment, Math.max(segments.get(ref.segment) ?? 0, ref.from + ref.length));
  }
}

const UNKNOWN = fail('unknown-article', 'There is no such article in this library.');
const READ_ONLY = fail('not-writable', 'This library is open for reading only.');
const CLOSED = fail('not-writable', 'The library is closed.');
const NEWER = fail('article-newer', 'A newer Stet wrote in this article; update Stet to change it.');
