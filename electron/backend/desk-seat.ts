import type { DeskColleague } from '#shared/contract/desk.ts';
import { homedir, hostname } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { fail, succeed, type Failure, type Result } from '#shared/article/failure.ts';
import type { Random } from '#shared/article/random.ts';
import type { DeskPlace } from '#shared/contract/desk.ts';
import type { Clock } from './clock.ts';
import { expandHome } from './completion.ts';
import type { Courier, Watch } from './desk/courier.ts';
import type { Desk } from './desk/desk.ts';

import { readMembership } from './desk/membership.ts';
import type { Disk } from './disk/disk.ts';
import type { Library } from './library.ts';
import type { SettingsStore } from './settings.ts';

export interface DeskSeatOptions {
  readonly library: Library;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: SettingsStore;
  /** Tells of changes in the desk's folder; absent: nothing does. */
  readonly watch?: Watch;
}

/** Changes that come within this many milliseconds are told together. */
const GATHER = 150;
/** A device that has said nothing new for so long is not there any more, */
const SILENT = 5 * 60_000;
/** nor is one whose last word was old when it was first seen. In milliseconds. */
const LONG_GONE = 12 * 3_600_000;

/**
 * A library's seat at a desk: empty until the library is on one. Keeps the desk open while Stet runs, goes through its
 * folder, and says when anything about it is other than it was.
 */
export class DeskSeat {
  readonly #o: DeskSeatOptions;
  readonly #listeners = new Set<() => void>();
  readonly #places = new Map<object, DeskPlace>();
  /** When each device's last word was first seen here. */
  readonly #heard = new Map<string, { readonly word: number; readonly at: number }>();
  #name = '';
  #courier: Courier | null = null;
  #trouble: Failure | null = null;
  #place: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #joining = false;
  #shown: DeskPlace | null = null;
  #opening: Promise<void> | null = null;

  constructor(o: DeskSeatOptions) {
    this.#o = o;
  }

  /** The desk, or null where the library is on none or its desk can't be opened. */
  get desk(): Desk | null {
    return this.#courier?.desk ?? null;
  }

  /** Why the desk could not be opened although the library is on one, and where it lies; null where it could. */
  get failed(): { readonly place: string; readonly trouble: Failure } | null {
    return this.#trouble === null ? null : { place: this.#place ?? '', trouble: this.#trouble };
  }

  /** The name this machine goes by on the desk. */
  get ours(): { readonly memberName: string; readonly deviceName: string } {
    return { memberName: this.#name, deviceName: hostname() };
  }

  /** Goes on with the desk the library is on, if any; once, however often it is asked. Never rejects. */
  open(): Promise<void> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<void> {
    const member = await readMembership(this.#o.disk, this.#o.library.place);
    if (member.ok && member.value === null) return;
    this.#place = member.ok ? (member.value?.place ?? null) : null;
    const opened = member.ok ? await this.#enter('reopen', null) : member;
    this.#trouble = opened.ok ? null : opened.error;
    this.changed();
  }

  /** Makes a desk of an empty or missing folder, or joins the one that is there. */
  async enter(how: 'create' | 'join', typed: string): Promise<Result<null>> {
    if (this.#courier !== null || this.#joining) return ON_ONE;
    const place = expandHome(typed.trim(), homedir());
    if (place.includes('\0') || !isAbsolute(place)) return NOT_FROM_ROOT;
    this.#joining = true;
    try {
      await this.open();
      if (this.#courier !== null) return ON_ONE;
      const entered = await this.#enter(how, resolve(place));
      if (!entered.ok) return entered;
      this.#trouble = null;
      this.changed();
      return succeed(null);
    } finally {
      this.#joining = false;
    }
  }

  /** Goes through the folder now. */
  async sync(): Promise<Result<null>> {
    if (this.#courier === null) return this.#trouble === null ? NO_DESK : { ok: false, error: this.#trouble };
    const done = await this.#courier.hurry();
    return done.ok ? succeed(null) : done;
  }

  /** Says what a page shows, for colleagues to see; null when it is gone or shows no story. */
  here(page: object, place: DeskPlace | null): void {
    this.#places.delete(page);
    if (place !== null) this.#places.set(page, place);
    const last = [...this.#places.values()].at(-1) ?? null;
    const isOther = last?.article !== this.#shown?.article;
    this.#shown = last;
    this.desk?.setHere(last);
    // Coming and going is told at once; a step from section to section goes with the next exchange.
    if (isOther) void this.#courier?.hurry();
  }

  /** True while a device says again and again that it is there. By this machine's clock: others may be wrong. */
  isPresent({ device, seen }: Pick<DeskColleague, 'device' | 'seen'>): boolean {
    const now = this.#o.clock.now();
    const last = this.#heard.get(device);
    const heard = last?.word === seen ? last : { word: seen, at: now };
    this.#heard.set(device, heard);
    return now - heard.at < SILENT && Math.abs(now - seen) < LONG_GONE;
  }

  /** Takes the person's name as it is now. */
  renamed(name: string): void {
    this.#name = name;
  }

  /** Listens for anything that is other than it was, a moment later and once for several; returns the way to stop. */
  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Tells the listeners, soon. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      for (const listener of this.#listeners) listener();
    }, GATHER);
  }

  /** Ends what is being exchanged and tells nobody any more. The desk itself ends with its library. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#opening;
    await this.#courier?.close();
  }

  async #enter(how: 'create' | 'join' | 'reopen', place: string | null): Promise<Result<null>> {
    this.renamed((await this.#o.settings.read()).name);
    // Loaded only where there is a desk: the start of everybody else does not wait for it.
    const { beginDesk } = await import('./desk/beginning.ts');
    const begun = await beginDesk(this.#o.library, { ...this.#o, how, place, name: () => this.#name });
    if (!begun.ok) return begun;
    begun.value.desk.on('changed', () => this.changed());
    this.#courier = begun.value;
    begun.value.desk.setHere(this.#shown);
    return succeed(null);
  }
}

const NO_DESK = fail('desk-none', 'This library is on no desk; create one or join one first.');
const ON_ONE = fail('desk-foreign', 'This library is on a desk already; a library can be on one desk only.');
const NOT_FROM_ROOT = fail('bad-input', 'A folder is written from the root of the disk, or from ~, your own folder.');
