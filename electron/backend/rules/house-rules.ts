import { succeed, type Result } from '#shared/article/failure.ts';
import type { RuleProblem } from '#shared/article/house-rules.ts';
import { makeHouse, PLAIN_RULES, type House } from '#shared/checks/house.ts';
import type { RulesInForce } from '#shared/contract/calls.ts';
import { readMembership } from '../desk/membership.ts';
import { isDiskError, type Disk } from '../disk/disk.ts';
import { onDisk } from '../disk/failure.ts';
import { replaceFile, same } from '../disk/replace.ts';
import { DEFAULT_RULES } from './default-rules.ts';

/** Name of the file in a library or a desk's folder. */
const FILE = 'house-rules.yaml';
/** A larger file is not read. */
const MOST_BYTES = 256 * 1024;
/** How often the file is looked at while a page has asked for the rules, in milliseconds. */
const EVERY = 3_000;

interface Options {
  readonly disk: Disk;
  /** Folder of the library. */
  readonly place: string;
}

interface Found {
  readonly from: RulesInForce['from'];
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly problem: RuleProblem | null;
}

/**
 * The house rules of a library: its own file, else the one in the folder of its desk, else those Stet brings. Read anew
 * when they are asked for; once a page listens, also every few seconds, so that what a desk saves holds at once.
 */
export class RulesKeeper {
  readonly #o: Options;
  readonly #listeners = new Set<(inForce: RulesInForce) => void>();
  #found: Found | null = null;
  #inForce: RulesInForce | null = null;
  #house: House | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: Promise<RulesInForce> | null = null;

  constructor(o: Options) {
    this.#o = o;
  }

  /** The rules as they are on the disk now. Never rejects. */
  read(): Promise<RulesInForce> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  /** The same, ready to check with. */
  async house(): Promise<House> {
    const { rules } = await this.read();
    if (this.#house?.rules !== rules) this.#house = makeHouse(rules);
    return this.#house;
  }

  /** Writes the library's own file out of what is in force, unless there is one. */
  async create(): Promise<Result<RulesInForce>> {
    const { from } = await this.read();
    if (from === 'library') return succeed(await this.read());
    const bytes = from === 'desk' && this.#found !== null ? this.#found.bytes : OURS;
    const written = await onDisk(() => replaceFile(this.#o.disk, this.#own, bytes, String(process.pid)));
    return written.ok ? succeed(await this.read()) : written;
  }

  /** Tells when the rules are other than they were. Returns the way to stop. */
  on(listener: (inForce: RulesInForce) => void): () => void {
    this.#listeners.add(listener);
    this.#later();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get #own(): string {
    return `${this.#o.place}/${FILE}`;
  }

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#lookAgain();
    }, EVERY);
    this.#timer.unref();
  }

  async #lookAgain(): Promise<void> {
    await this.read();
    if (this.#listeners.size > 0) this.#later();
  }

  async #look(): Promise<RulesInForce> {
    const found = await this.#find();
    const before = this.#found;
    const isSame =
      before !== null &&
      before.from === found.from &&
      before.file === found.file &&
      before.problem === found.problem &&
      same(before.bytes, found.bytes);
    if (isSame && this.#inForce !== null) return this.#inForce;
    // Loaded only where rules are asked for: no start waits for it.
    const { readRulesText } = await import('./rules-text.ts');
    const text = decode(found.bytes);
    const unreadable: RuleProblem = { code: 'unreadable', line: 0, name: '' };
    const read = text === null ? { rules: PLAIN_RULES, problems: [unreadable] } : readRulesText(text);
    const problems = found.problem === null ? read.problems : [found.problem, ...read.problems];
    const inForce: RulesInForce = { rules: read.rules, problems, from: found.from, file: found.file };
    const isFirst = this.#inForce === null;
    this.#found = found;
    this.#inForce = inForce;
    if (!isFirst) for (const listener of this.#listeners) listener(inForce);
    return inForce;
  }

  async #find(): Promise<Found> {
    const own = await this.#load('library', this.#own);
    if (own !== null) return own;
    const member = await readMembership(this.#o.disk, this.#o.place);
    const desk = member.ok ? (member.value?.place ?? null) : null;
    const shared = desk === null ? null : await this.#load('desk', `${desk}/${FILE}`);
    return shared ?? { from: 'stet', file: this.#own, bytes: OURS, problem: null };
  }

  /** A file; what can't be taken gives place to our rules, and that is said. Null where there is none. */
  async #load(from: RulesInForce['from'], file: string): Promise<Found | null> {
    const bytes = OURS;
    try {
      const size = await this.#o.disk.size(file);
      if (size === null) return null;
      if (size > MOST_BYTES) return { from, file, bytes, problem: TOO_LARGE };
      return { from, file, bytes: await this.#o.disk.read(file), problem: null };
    } catch (error) {
      if (!isDiskError(error)) throw error;
      return { from, file, bytes, problem: UNREADABLE };
    }
  }
}

const OURS = new TextEncoder().encode(DEFAULT_RULES);
const TOO_LARGE: RuleProblem = { code: 'too-large', line: 0, name: '' };
const UNREADABLE: RuleProblem = { code: 'unreadable', line: 0, name: '' };

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
