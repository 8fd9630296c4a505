import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { inspectUpdate } from '#shared/document/inspect.ts';
import { stateOf } from '#shared/document/state.ts';
import { onDisk } from './disk/failure.ts';
import type { Ground, Holding } from './holding.ts';
import { findFrames, readUpdates } from './journal/frames.ts';
import { segmentName, type FrameRef } from './journal/segment.ts';
import { tryQuarantine } from './quarantine.ts';
import { Queues } from './queue.ts';
import { coverageWith, isCovered, type Coverage, type Snapshot } from './snapshot/snapshot.ts';
import { readSnapshots, writeSnapshot, type FoundSnapshots } from './snapshot/store.ts';

/** How many bytes of compact states are kept at hand. */
const KEPT_BYTES = 24 * 1024 * 1024;
/** So many updates on top of a kept state are folded into it at the next append. */
const MANY = 500;

interface Kept {
  state: Uint8Array;
  /** Updates since. */
  readonly newer: Uint8Array[];
  covers: Coverage;
}

/** Compact states of articles: read from snapshot and journal, a few of them kept, written as snapshots. */
export class States {
  readonly #ground: Ground;
  readonly #journal: string;
  readonly #kept = new Map<ArticleId, Kept>();
  readonly #queues = new Queues<ArticleId>();
  #size = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#journal = `${ground.place}/journal`;
  }

  /** The whole state of an article as one update. */
  async load(holding: Holding): Promise<Result<Uint8Array>> {
    const kept = await this.#queues.run(holding.id, () => this.#keptOf(holding));
    return kept.ok ? this.#compact(holding, kept.value) : kept;
  }

  /** Says that `update` is in the journal at `ref`. */
  appended(holding: Holding, ref: FrameRef, update: Uint8Array): void {
    holding.frames = [...holding.frames, ref];
    const kept = this.#kept.get(holding.id);
    if (kept === undefined) return;
    kept.newer.push(update);
    kept.covers = coverageWith(kept.covers, [ref]);
    this.#size += update.length;
    if (kept.newer.length > MANY) this.#compact(holding, kept);
  }

  /** Puts the state made by the article's first update at hand. */
  begun(holding: Holding, ref: FrameRef, update: Uint8Array): void {
    holding.frames = [ref];
    this.#keep(holding.id, { state: update, newer: [], covers: coverageWith({}, [ref]) });
  }

  /** Forgets what is at hand: the next reading is from the disk. */
  forget(): void {
    this.#kept.clear();
    this.#size = 0;
  }

  /** Writes a snapshot that covers all that is in the journal now. */
  snapshot(holding: Holding): Promise<Result<null>> {
    return this.#queues.run(holding.id, async () => {
      const kept = await this.#keptOf(holding);
      if (!kept.ok) return kept;
      const state = this.#compact(holding, kept.value);
      if (!state.ok) return state;
      return this.#write(holding, state.value, this.#livingPart(kept.value.covers));
    });
  }

  /** Writes snapshots until two whole ones cover these frames of the article. */
  async cover(holding: Holding, refs: readonly FrameRef[]): Promise<Result<null>> {
    const { disk, place } = this.#ground;
    for (let tries = 0; tries < 3; tries += 1) {
      const found = await onDisk(() => readSnapshots(disk, place, holding.id, 2));
      if (!found.ok) return found;
      const covering = found.value.good.filter((snapshot) => refs.every((ref) => isCovered(snapshot.covers, ref)));
      if (covering.length >= 2) return succeed(null);
      if (covering.length === 0) this.#takeIn(holding, refs);
      const written = await this.snapshot(holding);
      if (!written.ok) return written;
    }
    return fail('disk-error', 'The disk does not keep what is written to it.');
  }

  /** Makes frames part of the article that were written but never acknowledged, and so are not known. */
  #takeIn(holding: Holding, refs: readonly FrameRef[]): void {
    const known = new Set(holding.frames.map(placeOf));
    const unknown = refs.filter((ref) => !known.has(placeOf(ref)));
    if (unknown.length === 0) return;
    const kept = this.#kept.get(holding.id);
    if (kept !== undefined) this.#size -= kept.state.length + sizeOf(kept.newer);
    this.#kept.delete(holding.id);
    holding.frames = [...holding.frames, ...unknown];
  }

  async #write(holding: Holding, state: Uint8Array, covers: Coverage): Promise<Result<null>> {
    const { disk, place } = this.#ground;
    const { id: article, modified, schema } = holding;
    const number = await onDisk(() => writeSnapshot(disk, place, { article, modified, schema, covers, state }));
    if (!number.ok) return number;
    holding.snapshot = number.value;
    holding.frames = holding.frames.filter((ref) => !isCovered(covers, ref));
    return succeed(null);
  }

  /** Coverage without the writers of whom nothing is left in the journal. */
  #livingPart(covers: Coverage): Coverage {
    const writers = new Set([...this.#ground.segments.keys()].map((name) => segmentName(name)?.writer));
    return Object.fromEntries(Object.entries(covers).filter(([writer]) => writers.has(writer)));
  }

  async #keptOf(holding: Holding): Promise<Result<Kept>> {
    const kept = this.#kept.get(holding.id);
    if (kept !== undefined) {
      this.#kept.delete(holding.id);
      this.#kept.set(holding.id, kept);
      return succeed(kept);
    }
    const read = await onDisk(() => this.#read(holding));
    if (!read.ok) return read;
    if (read.value.ok) this.#keep(holding.id, read.value.value);
    return read.value;
  }

  async #read(holding: Holding): Promise<Result<Kept>> {
    const { disk, place } = this.#ground;
    const found = await readSnapshots(disk, place, holding.id, 1);
    if (found.damaged.length > 0 || found.newest < holding.snapshot) return this.#recover(holding);
    return (await this.#assemble(holding, found.good[0])) ?? this.#recover(holding);
  }

  /** Snapshot and frames together; null when a frame can't be read. */
  async #assemble(holding: Holding, base: Snapshot | undefined): Promise<Result<Kept> | null> {
    if (base !== undefined) noteBase(holding, base);
    const updates = base === undefined ? [] : [base.state];
    let refs: readonly FrameRef[] = [];
    while (refs.length < holding.frames.length) {
      const more = holding.frames.slice(refs.length);
      const read = await readUpdates(this.#ground.disk, this.#journal, more);
      if (read.unreadable.some((ref) => base === undefined || !isCovered(base.covers, ref))) return null;
      updates.push(...read.updates);
      refs = [...refs, ...more];
    }
    if (updates.length === 0) return null;
    const state = joined(updates);
    if (!state.ok) return state;
    return succeed({ state: state.value, newer: [], covers: coverageWith(base?.covers ?? {}, refs) });
  }

  /** The careful way: what is left of the snapshots, and the whole journal looked through. */
  async #recover(holding: Holding): Promise<Result<Kept>> {
    const { disk, place, access, problems, condemned } = this.#ground;
    const known = new Set(holding.frames);
    const snapshots = await readSnapshots(disk, place, holding.id, 2);
    const base = snapshots.good[0];
    const { found, damaged } = await findFrames(disk, this.#journal, holding.id);
    for (const name of damaged) condemned.add(name);
    const whole = base !== undefined || found.some(({ first }) => first);
    const newer = holding.frames.filter((ref) => !known.has(ref));
    adopt(
      holding,
      snapshots,
      found.map(({ ref }) => ref),
      newer,
    );
    if (damaged.length > 0) problems.add(JOURNAL_DAMAGED);
    if (snapshots.damaged.length > 0) problems.add(whole ? SNAPSHOT_REPLACED : SNAPSHOT_LOST);
    if (!whole) return { ok: false, error: SNAPSHOT_LOST };
    if (access === 'write') {
      for (const file of snapshots.damaged) await tryQuarantine(disk, place, file, 'Its digest does not agree.');
    }
    return (await this.#assemble(holding, base)) ?? { ok: false, error: SNAPSHOT_LOST };
  }

  #compact(holding: Holding, kept: Kept): Result<Uint8Array> {
    if (kept.newer.length > 0) {
      const before = kept.state.length + sizeOf(kept.newer);
      const state = joined([kept.state, ...kept.newer]);
      if (!state.ok) return state;
      kept.state = state.value;
      kept.newer.length = 0;
      if (this.#kept.get(holding.id) === kept) this.#size += kept.state.length - before;
    }
    return succeed(kept.state);
  }

  #keep(id: ArticleId, kept: Kept): void {
    this.#kept.set(id, kept);
    this.#size += kept.state.length;
    for (const [oldest, { state, newer }] of this.#kept) {
      if (this.#size <= KEPT_BYTES || oldest === id) break;
      this.#kept.delete(oldest);
      this.#size -= state.length + sizeOf(newer);
    }
  }
}

const JOURNAL_DAMAGED = fail(
  'library-damaged',
  'A journal file of this library is damaged; everything that could be read in it was kept.',
).error;
const SNAPSHOT_REPLACED = fail(
  'library-damaged',
  'A saved copy of an article was damaged and was put in quarantine; the article was restored from its other copies.',
).error;
const SNAPSHOT_LOST = fail(
  'library-damaged',
  'The saved copies of an article are damaged; they were left where they are, and its last readable text is in the folder "readable".',
).error;

function noteBase(holding: Holding, base: Snapshot): void {
  holding.modified = Math.max(holding.modified, base.modified);
  holding.schema = Math.max(holding.schema, base.schema);
}

/** One state of them all; what is no update is left out, and if nothing can be joined, that is said. */
function joined(updates: readonly Uint8Array[]): Result<Uint8Array> {
  const [only] = updates;
  if (only !== undefined && updates.length === 1) return succeed(only);
  try {
    return succeed(stateOf(updates));
  } catch {
    const sound = updates.filter((update) => inspectUpdate(update).ok);
    return sound.length > 0 && sound.length < updates.length
      ? joined(sound)
      : fail('library-damaged', 'What is stored of this article cannot be understood; nothing of it was changed.');
  }
}

function placeOf(ref: FrameRef): string {
  return `${ref.segment}:${ref.from}`;
}

/** Sets what the holding knows to what was found on disk and what was appended since the looking began. */
function adopt(
  holding: Holding,
  snapshots: FoundSnapshots,
  found: readonly FrameRef[],
  newer: readonly FrameRef[],
): void {
  const covers = snapshots.good[0]?.covers ?? {};
  const places = new Set(found.map(placeOf));
  holding.snapshot = snapshots.newest;
  holding.frames = [
    ...found.filter((ref) => !isCovered(covers, ref)),
    ...newer.filter((ref) => !places.has(placeOf(ref))),
  ];
}

function sizeOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((size, part) => size + part.length, 0);
}
