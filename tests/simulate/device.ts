import { articleIdFrom, ID_BYTES, type ArticleId } from '#shared/article/identity.ts';
import type { Result } from '#shared/article/failure.ts';
import { Desk } from '#electron/backend/desk/desk.ts';
import type { DeskOptions, ExchangeOptions } from '#electron/backend/desk/options.ts';
import type { ExchangeReport } from '#electron/backend/desk/status.ts';
import { Library, type LibraryOptions } from '#electron/backend/library.ts';
import { FaultyDisk } from '../electron/backend/disk/faulty-disk.ts';
import { chanceOf, type Chance } from './chance.ts';
import { Life, type End } from './life.ts';
import { gateOf, type Mutation } from './mutation.ts';
import { DESK, Replica, type Files } from './replica.ts';
import type { Trouble } from './script.ts';
import { Session } from './session.ts';

const LIBRARY = '/home/library';

/** A whole machine at some moment. */
export interface Backup {
  readonly library: Files;
  readonly replica: { readonly files: Files; readonly base: Files };
  readonly isOnDesk: boolean;
  /** Id of the device, which a clone shares. */
  readonly identity: string;
}

/** One machine: a weak disk with a library, a copy of the desk folder, and a process that now and then is running. */
export class Device {
  readonly number: number;
  identity: string;
  readonly disk: FaultyDisk;
  /** The desk folder as this machine sees it. */
  readonly replica: Replica;
  isOnDesk = false;
  backup: Backup | null = null;
  /** How far the clock is off, in milliseconds. */
  clockError = 0;
  library: Library | null = null;
  desk: Desk | null = null;
  life: Life | null = null;
  readonly #seed: number;
  readonly #mutation: Mutation;
  readonly #isShare: boolean;
  readonly #sessions = new Map<ArticleId, Session>();
  #lives = 0;
  #seconds = 0;

  /** `share` is another device's folder, on a server that both use without a copier. */
  constructor(seed: number, number: number, o: { mutation: Mutation; share: Replica | null }) {
    this.#seed = seed;
    this.number = number;
    this.identity = identityOf(seed, number);
    this.#mutation = o.mutation;
    this.#isShare = o.share !== null;
    this.disk = new FaultyDisk(seed * 64 + number);
    this.disk.put('/home/.keep', new Uint8Array(0));
    this.replica = o.share ?? new Replica(seed * 64 + 32 + number);
  }

  /** Luck of one life of this device. */
  #luck(purpose: number): Chance {
    return chanceOf(this.#seed, this.number, this.#lives, purpose);
  }

  /** From now on there is trouble for both disks and the process. */
  trouble(life: Life, { ends, disk, room, folder }: Trouble): void {
    life.callsLeft = ends?.after ?? null;
    life.nuisance = folder ?? { busy: 0, partial: 0 };
    this.disk.faults = { short: 0, writeError: 0, syncError: 0, ...disk, room: room ?? Infinity };
  }

  /** All goes well again. */
  calm(): void {
    this.disk.faults = { short: 0, writeError: 0, syncError: 0, room: Infinity };
    if (this.life !== null) this.life.calm();
  }

  /** Begins a process, told to `arm`, and opens the library. False where that fails, as it may on a bad disk. */
  async start(arm: (life: Life) => void = () => {}): Promise<boolean> {
    if (this.life?.isOver === false) return true;
    this.#lives += 1;
    this.life = new Life(this.#luck(1));
    arm(this.life);
    const opened = await Library.open(this.#libraryOptions(this.life));
    if (opened.ok) this.library = opened.value;
    else this.life.end();
    return opened.ok;
  }

  #libraryOptions(life: Life): LibraryOptions {
    const disk = this.#mutation.libraryDisk(life.port(this.disk, false));
    return { place: LIBRARY, disk, clock: this.#clock(), random: this.#luck(2).bytes, access: 'write' };
  }

  #clock(): { now: () => number } {
    return {
      now: () => {
        this.#seconds += 1;
        return Date.UTC(2026, 5, 1) + this.#seconds * 1000 + this.clockError;
      },
    };
  }

  /** Goes on with the desk, or joins it, or makes it. False where that fails. */
  async takeDesk(create = false): Promise<boolean> {
    if (this.library === null || this.life === null) return false;
    if (this.desk !== null) return true;
    const o = this.#deskOptions(this.library, this.life);
    const taken = create ? await Desk.create(o) : this.isOnDesk ? await Desk.reopen(o) : await Desk.join(o);
    const result = !taken.ok && this.isOnDesk ? await Desk.join(o) : taken;
    if (!result.ok) return false;
    this.isOnDesk = true;
    this.desk = result.value;
    return true;
  }

  #deskOptions(library: Library, life: Life): DeskOptions {
    return {
      library,
      disk: this.#mutation.libraryDisk(life.port(this.disk, false)),
      folder: this.#mutation.folderDisk(life.port(this.replica.disk, true)),
      place: DESK,
      clock: this.#clock(),
      random: (this.#mutation.resumesWriters ? chanceOf(this.#seed, this.number, 8) : this.#luck(3)).bytes,
      gate: gateOf(this.#mutation),
      codec: this.#mutation.codec,
      who: {
        member: { id: identityOf(this.#seed, this.number + 100), name: `Member ${this.number}` },
        device: { id: this.identity, name: `Device ${this.number}` },
      },
      application: '0.1.0',
    };
  }

  /** The open article, opened where it was not. Null where the library has not got it. */
  async session(id: ArticleId, chance: Chance): Promise<Session | null> {
    const open = this.#sessions.get(id);
    if (open !== undefined) return open;
    if (this.library === null) return null;
    const client = 1 + chance.below(0xffff_fffe);
    const session = await Session.open(this.library, id, { client, seedsAnew: this.#mutation.seedsAnew });
    if (session !== null) this.#sessions.set(id, session);
    return session;
  }

  get sessions(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  closeSessions(): void {
    for (const session of this.#sessions.values()) session.close();
    this.#sessions.clear();
  }

  async exchange(o: ExchangeOptions = {}): Promise<Result<ExchangeReport> | null> {
    return (await this.desk?.exchange(o)) ?? null;
  }

  /** The library's own copies of parcels. */
  shelf(): Files {
    return this.disk.image(`${LIBRARY}/parcels`);
  }

  /** Ends the process as a person does. */
  async quit(): Promise<void> {
    this.closeSessions();
    await this.desk?.close();
    await this.library?.close();
    this.#forget();
  }

  /** Ends the process by force; with `power` what was not synced may be gone from both disks. */
  end(how: End): void {
    this.#forget();
    if (how === 'kill') return;
    this.disk.powerCut();
    if (!this.#isShare) this.replica.disk.powerCut();
  }

  #forget(): void {
    this.life?.end();
    this.life = null;
    this.library = null;
    this.desk = null;
    this.closeSessions();
  }

  image(): Backup {
    const { isOnDesk, identity } = this;
    return { library: this.disk.image(), replica: this.replica.copy(), isOnDesk, identity };
  }

  /** Makes this machine, or a part of it, what it was; it must not be running. */
  restore(backup: Backup, parts: { library: boolean; replica: boolean }): void {
    if (parts.library) {
      this.disk.load(backup.library);
      this.isOnDesk = backup.isOnDesk;
      this.identity = backup.identity;
    }
    if (parts.replica) this.replica.become(backup.replica);
  }
}

function identityOf(seed: number, number: number): string {
  return articleIdFrom(chanceOf(seed, number, 9).bytes(ID_BYTES));
}
