import type { ArticleId } from '#shared/article/identity.ts';
import type { Failure, Result } from '#shared/article/failure.ts';
import type { Random } from '#shared/article/random.ts';
import type { Clock } from '../clock.ts';
import type { Disk, WriteHandle } from '../disk/disk.ts';
import { diskFailure } from '../disk/failure.ts';
import { removeIfThere, writeAll } from '../disk/replace.ts';
import { encodeFrame, endFrame } from './frame.ts';
import type { FrameRef } from './segment.ts';

export interface Entry {
  readonly kind: 'first' | 'later';
  readonly article: ArticleId;
  readonly schema: number;
  readonly update: Uint8Array;
}

export interface Written {
  readonly ref: FrameRef;
  /** When it was written, milliseconds since 1970. */
  readonly time: number;
}

/** A segment this large is ended and another begun, in bytes. */
const SEGMENT_SIZE = 8 * 1024 * 1024;
/** How many bytes share one sync at most, unless a single update is larger. */
const BATCH_SIZE = 4 * 1024 * 1024;
const WRITER_BYTES = 10;

interface Waiting {
  readonly entry: Entry;
  readonly done: (result: Result<Written>) => void;
}

interface Segment {
  readonly name: string;
  readonly handle: WriteHandle;
  /** Bytes written and synced. */
  size: number;
  frames: number;
}

/**
 * The writing end of the journal: one writer, which is one process start, never resumed. `append` resolves after the
 * update is synced; updates that arrive while a sync runs share the next one.
 *
 * After a failed write or sync the segment is never touched again (what the kernel kept of it can't be known): what was
 * not acknowledged is written once more into a fresh segment, and only if that fails too is the caller told.
 */
export class Journal {
  readonly writer: string;
  readonly #disk: Disk;
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #onTrouble: (trouble: Failure | null) => void;
  #waiting: Waiting[] = [];
  #working: Promise<void> | null = null;
  #segment: Segment | null = null;
  #lastNumber = 0;
  #trouble: Failure | null = null;

  constructor(o: {
    disk: Disk;
    /** The library's `journal` folder, which exists. */
    folder: string;
    clock: Clock;
    random: Random;
    /** Told when the disk stops taking what is written, and with null when it takes it again. */
    onTrouble: (trouble: Failure | null) => void;
  }) {
    this.writer = Buffer.from(o.random(WRITER_BYTES)).toString('hex');
    this.#disk = o.disk;
    this.#folder = o.folder;
    this.#clock = o.clock;
    this.#onTrouble = o.onTrouble;
  }

  /** Name of the segment being written, `writer/n`, or null. */
  get current(): string | null {
    return this.#segment?.name ?? null;
  }

  append(entry: Entry): Promise<Result<Written>> {
    return new Promise((done) => {
      this.#waiting.push({ entry, done });
      this.#working ??= this.#work();
    });
  }

  /** Resolves when nothing waits; ends the segment in order. Append nothing after. */
  async close(): Promise<void> {
    while (this.#working !== null) await this.#working;
    if (this.#segment !== null) await this.#end(this.#segment);
  }

  async #work(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      const result = await this.#write(batch.map((waiting) => waiting.entry));
      if (result.ok) this.#say(null);
      else this.#say(result.error);
      for (const [at, waiting] of batch.entries()) {
        const written = result.ok ? result.value[at] : undefined;
        if (written !== undefined) waiting.done({ ok: true, value: written });
        else if (!result.ok) waiting.done(result);
      }
    }
    this.#working = null;
  }

  #takeBatch(): Waiting[] {
    let size = 0;
    let count = 0;
    for (const { entry } of this.#waiting) {
      size += entry.update.length;
      if (count > 0 && size > BATCH_SIZE) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  /** Writes the entries and syncs; on an error abandons the segment and tries once more in a fresh one. */
  async #write(entries: readonly Entry[]): Promise<Result<readonly Written[]>> {
    try {
      return { ok: true, value: await this.#writeOnce(entries) };
    } catch {
      try {
        return { ok: true, value: await this.#writeOnce(entries) };
      } catch (error) {
        return diskFailure(error);
      }
    }
  }

  async #writeOnce(entries: readonly Entry[]): Promise<readonly Written[]> {
    if (this.#segment !== null && this.#segment.size >= SEGMENT_SIZE) await this.#end(this.#segment);
    this.#segment ??= await this.#begin();
    const segment = this.#segment;
    try {
      return await writeFrames(segment, entries, this.#clock.now());
    } catch (error) {
      await this.#abandon(segment);
      throw error;
    }
  }

  async #begin(): Promise<Segment> {
    this.#lastNumber += 1;
    const folder = `${this.#folder}/${this.writer}`;
    const name = `${this.writer}/${this.#lastNumber}`;
    await this.#disk.makeFolder(folder);
    await this.#disk.syncFolder(this.#folder);
    const handle = await this.#disk.create(`${this.#folder}/${name}`);
    try {
      await this.#disk.syncFolder(folder);
    } catch (error) {
      await this.#abandon({ name, handle, size: 0, frames: 0 });
      throw error;
    }
    return { name, handle, size: 0, frames: 0 };
  }

  async #end(segment: Segment): Promise<void> {
    this.#segment = null;
    try {
      await writeAll(segment.handle, endFrame(segment.frames + 1, this.#clock.now()));
      await segment.handle.sync();
      await segment.handle.close();
    } catch {
      await this.#abandon(segment);
    }
  }

  /** Leaves the segment for ever. One in which nothing was acknowledged is removed: it holds nothing anyone relies on. */
  async #abandon(segment: Segment): Promise<void> {
    this.#segment = null;
    try {
      await segment.handle.close();
    } catch {
      // Nothing acknowledged depends on it.
    }
    if (segment.frames === 0) await removeIfThere(this.#disk, `${this.#folder}/${segment.name}`);
  }

  #say(trouble: Failure | null): void {
    if (trouble?.code === this.#trouble?.code) return;
    this.#trouble = trouble;
    this.#onTrouble(trouble);
  }
}

async function writeFrames(segment: Segment, entries: readonly Entry[], time: number): Promise<readonly Written[]> {
  const frames: Uint8Array[] = [];
  const written: Written[] = [];
  let from = segment.size;
  for (const [at, entry] of entries.entries()) {
    const frame = encodeFrame({ ...entry, time, number: segment.frames + at + 1 });
    frames.push(frame);
    written.push({ ref: { segment: segment.name, from, length: frame.length }, time });
    from += frame.length;
  }
  await writeAll(segment.handle, Buffer.concat(frames));
  await segment.handle.sync();
  segment.size = from;
  segment.frames += entries.length;
  return written;
}
