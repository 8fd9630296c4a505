import { isArticleId, type ArticleId } from '#shared/article/identity.ts';
import { sha256Hex } from '../digest.ts';
import { isDiskError, type Disk, type WriteHandle } from '../disk/disk.ts';
import { removeIfThere, replaceFile, writeAll } from '../disk/replace.ts';
import { Queues } from '../queue.ts';
import type { Activity, RescuedText } from './status.ts';

/** What the ledger records. `key` tells entries apart: one that is known is not written again. */
export type LedgerEntry =
  | Activity
  | ({ readonly kind: 'rescued' } & RescuedText)
  | { readonly kind: 'settled'; readonly key: string; readonly time: number };

const FOLDER = 'desk/ledger';
const FILE = /^[0-9a-f]{20}-(?:0|[1-9][0-9]{0,8})$/;
/** A file with this number was written whole, synced and read back. */
const WHOLE = 0;

/**
 * The library's record of its desk: what is shared, rescued, passed over, refused. Only ever grows: lines of a digest
 * (16 hex digits) and JSON, in files of one process each. A line with a wrong digest is no line.
 */
export class Ledger {
  readonly shared = new Set<ArticleId>();
  /** True when lines could not be read: what they said is to be found out again. */
  hasLost = false;
  readonly #disk: Disk;
  readonly #library: string;
  readonly #writer: string;
  readonly #entries = new Map<string, LedgerEntry>();
  readonly #refused = new Map<string, string>();
  readonly #turns = new Queues<null>();
  #file: { handle: WriteHandle } | null = null;
  #number = 0;

  private constructor(disk: Disk, library: string, writer: string) {
    this.#disk = disk;
    this.#library = library;
    this.#writer = writer;
  }

  /**
   * Reads the ledger of a library to write in it. What earlier processes appended may be in the system's memory only
   * (their last sync failed, or they were killed before it), so it is written anew before anybody relies on it. Rejects
   * with a DiskError.
   */
  static async open(disk: Disk, library: string, writer: string): Promise<Ledger> {
    const ledger = new Ledger(disk, library, writer);
    await disk.makeFolder(`${library}/${FOLDER}`);
    await disk.syncFolder(`${library}/desk`);
    await disk.syncFolder(library);
    const names = await ledger.#read();
    const [only] = names;
    const lasting = only === undefined || (names.length === 1 && only.endsWith(`-${WHOLE}`));
    if (!lasting) await ledger.#gather(names);
    return ledger;
  }

  /** Reads it to look at it, and changes nothing. Rejects with a DiskError. */
  static async look(disk: Disk, library: string): Promise<Ledger> {
    const ledger = new Ledger(disk, library, '');
    try {
      await ledger.#read();
    } catch (error) {
      if (!isDiskError(error, 'missing')) throw error;
    }
    return ledger;
  }

  async #read(): Promise<readonly string[]> {
    const folder = `${this.#library}/${FOLDER}`;
    const names = (await this.#disk.list(folder)).map(({ name }) => name).filter((name) => FILE.test(name));
    const lines: string[] = [];
    for (const name of names) lines.push(...(await linesOf(this.#disk, `${folder}/${name}`)));
    const entries = lines.map(entryOf).filter((entry) => entry !== null);
    this.hasLost = entries.length < lines.length;
    for (const entry of entries.sort((a, b) => a.time - b.time)) this.#know(entry);
    return names;
  }

  /** Resolves when what is new in these is on disk. Rejects with a DiskError; then none of it counts. */
  add(entries: readonly LedgerEntry[]): Promise<void> {
    return this.#turns.run(null, async () => {
      const fresh = new Map(entries.map((entry) => [keyOf(entry), entry]));
      for (const key of fresh.keys()) if (this.#entries.has(key)) fresh.delete(key);
      if (fresh.size === 0) return;
      await this.#write([...fresh.values()]);
      for (const entry of fresh.values()) this.#know(entry);
    });
  }

  /** Oldest first, without what a person has settled. */
  rescued(): readonly RescuedText[] {
    const all = [...this.#entries.values()];
    const settled = new Set(all.filter(({ kind }) => kind === 'settled').map(({ key }) => key));
    return all.filter((entry) => entry.kind === 'rescued').filter(({ key }) => !settled.has(key));
  }

  /** Oldest first. */
  activity(): readonly Activity[] {
    return [...this.#entries.values()].filter((entry) => entry.kind !== 'rescued' && entry.kind !== 'settled');
  }

  /** Files refused, `<writer>/<file>`, by that version of the application. */
  isRefused(path: string, application: string): boolean {
    return this.#refused.get(path) === application;
  }

  /** Waits for what is being written and ends the file. */
  close(): Promise<void> {
    return this.#turns.run(null, () => this.#abandon());
  }

  #know(entry: LedgerEntry): void {
    if (this.#entries.has(keyOf(entry))) return;
    this.#entries.set(keyOf(entry), entry);
    if (entry.kind === 'shared') this.shared.add(entry.article);
    if (entry.kind === 'quarantined') this.#refused.set(`${entry.writer}/${entry.file}`, entry.application);
  }

  /** After a failure the file is never written again, because nobody can know what the system kept of it. */
  async #write(entries: readonly LedgerEntry[]): Promise<void> {
    try {
      this.#file ??= await this.#begin();
      await writeAll(this.#file.handle, new TextEncoder().encode(entries.map(lineOf).join('')));
      await this.#file.handle.sync();
    } catch (error) {
      await this.#abandon();
      throw error;
    }
  }

  async #begin(): Promise<{ handle: WriteHandle }> {
    this.#number += 1;
    const folder = `${this.#library}/${FOLDER}`;
    const handle = await this.#disk.create(`${folder}/${this.#writer}-${this.#number}`);
    this.#file = { handle };
    await this.#disk.syncFolder(folder);
    return this.#file;
  }

  async #abandon(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    try {
      await file?.handle.close();
    } catch (error) {
      if (!isDiskError(error)) throw error;
    }
  }

  /** Everything known into one file, synced and read back, before the others go. */
  async #gather(names: readonly string[]): Promise<void> {
    const folder = `${this.#library}/${FOLDER}`;
    const whole = `${this.#writer}-${WHOLE}`;
    const text = [...this.#entries.values()].map(lineOf).join('');
    await replaceFile(this.#disk, `${folder}/${whole}`, new TextEncoder().encode(text));
    for (const name of names) if (name !== whole) await removeIfThere(this.#disk, `${folder}/${name}`);
  }
}

/** A settling has the key of what it settles. */
function keyOf(entry: LedgerEntry): string {
  return `${entry.kind} ${entry.key}`;
}

function lineOf(entry: LedgerEntry): string {
  const text = JSON.stringify(entry);
  return `${sumOf(text)} ${text}\n`;
}

function sumOf(text: string): string {
  return sha256Hex(new TextEncoder().encode(text)).slice(0, 16);
}

async function linesOf(disk: Disk, path: string): Promise<string[]> {
  const text = new TextDecoder().decode(await disk.read(path));
  return text.split('\n').filter((line) => line !== '');
}

const KINDS: Readonly<Record<LedgerEntry['kind'], true>> = {
  rescued: true,
  settled: true,
  'passed-over': true,
  shared: true,
  quarantined: true,
};

/** What a line with a right digest says: we wrote it, so its kind and key are looked at, and the rest is believed. */
function entryOf(line: string): LedgerEntry | null {
  const text = line.slice(17);
  if (text === '' || line.slice(0, 17) !== `${sumOf(text)} `) return null;
  const value: unknown = JSON.parse(text);
  return isEntry(value) ? value : null;
}

function isEntry(value: unknown): value is LedgerEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, key, time, article } = value as Record<string, unknown>;
  const known = typeof kind === 'string' && Object.hasOwn(KINDS, kind);
  const placed = article === undefined ? kind === 'settled' || kind === 'quarantined' : isArticleId(article);
  return known && typeof key === 'string' && typeof time === 'number' && placed;
}
