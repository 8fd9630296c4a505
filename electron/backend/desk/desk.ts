import type { DeskPlace } from '#shared/contract/desk.ts';
import { fail, succeed, type Failure, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { onDisk } from '../disk/failure.ts';
import { Queues } from '../queue.ts';
import { writeDeskIndex } from './desk-index.ts';
import { createDeskFolder, readDeskMarker, whyNotJoined } from './desk-marker.ts';
import { runExchange } from './exchange.ts';
import type { DeskGround } from './ground.ts';
import { layGround } from './laying.ts';
import { newIdentity, readMembership, writeMembership } from './membership.ts';
import type { DeskOptions, ExchangeOptions } from './options.ts';
import { contradicts, deviceOf } from './presence.ts';
import { lossEntries, sharedEntry } from './record.ts';
import type { Activity, DeskStatus, ExchangeReport, Presence, RescuedText } from './status.ts';

export type { DeskOptions } from './options.ts';

/**
 * A library's end of a desk folder: publishes what is shared, takes what others published, puts back what vanished.
 * One process start is one writer, which is never resumed. Knows no time but for showing and starts nothing by itself:
 * somebody (`Courier`) calls `exchange`. Nothing here throws; failures are data.
 */
export class Desk {
  readonly #ground: DeskGround;
  readonly #o: DeskOptions;
  readonly #turns = new Queues<null>();
  readonly #listeners = new Set<() => void>();
  readonly #stops: readonly (() => void)[];
  #trouble: Failure | null = null;
  #paused = false;
  #closing: Promise<void> | null = null;
  #ours: Presence | null = null;
  #theirs: readonly Presence[] = [];

  private constructor(o: DeskOptions, ground: DeskGround) {
    this.#o = o;
    this.#ground = ground;
    const { library } = o;
    const unwatch = library.watch({
      begins: (id) => ground.outbox.begins(id),
      ended: (id, update) => this.#written(id, update),
    });
    this.#stops = [unwatch, library.beforeEnd(() => this.close())];
  }

  /** Makes a desk in an empty or missing folder and joins it. */
  static async create(o: DeskOptions): Promise<Result<Desk>> {
    const member = await readMembership(o.disk, o.library.place);
    if (!member.ok) return member;
    if (member.value !== null) return ELSEWHERE;
    const made = await createDeskFolder(o.folder, o.place, o.random);
    return made.ok ? Desk.#enter(o, made.value) : made;
  }

  /** Joins the desk that the folder holds. Fine when this library is on it already. */
  static async join(o: DeskOptions): Promise<Result<Desk>> {
    const member = await readMembership(o.disk, o.library.place);
    if (!member.ok && member.error.code !== 'library-damaged') return member;
    const desk = await readDeskMarker(o.folder, o.place);
    if (!desk.ok) return desk;
    if (member.ok && member.value !== null && member.value.desk !== desk.value) return ELSEWHERE;
    return Desk.#enter(o, desk.value);
  }

  static async #enter(o: DeskOptions, desk: string): Promise<Result<Desk>> {
    const why = await whyNotJoined(o.folder, o.place, newIdentity(o.random));
    if (why !== null) return { ok: false, error: why };
    const { place, who } = o;
    const membership = { desk, place, member: who.member.id, device: who.device.id };
    const written = await writeMembership(o.disk, o.library.place, membership);
    return written.ok ? Desk.#open(o, desk) : written;
  }

  /**
   * Goes on with the desk this library is on. The folder may be away: then `exchange` says so until it is back, and
   * what is written meanwhile is kept for it.
   */
  static async reopen(o: DeskOptions): Promise<Result<Desk>> {
    const member = await readMembership(o.disk, o.library.place);
    if (!member.ok) return member;
    return member.value === null ? NO_DESK : Desk.#open(o, member.value.desk);
  }

  static async #open(o: DeskOptions, desk: string): Promise<Result<Desk>> {
    // Nobody else hears of what is written while the ground is read: of that it is in doubt whether parcels have it.
    const early = new Set<ArticleId>();
    const stop = o.library.watch({
      begins: (id) => void early.add(id),
      ended: (id) => {
        early.add(id);
        return null;
      },
    });
    const ground = await layGround(o, desk);
    stop();
    if (!ground.ok) return ground;
    const { ledger, doubtful, contents } = ground.value;
    for (const id of early) {
      contents.delete(id);
      if (ledger.shared.has(id)) doubtful.add(id);
    }
    return succeed(new Desk(o, ground.value));
  }

  /** Puts articles on the desk for good: their whole state goes out with the next exchange. On disk when it resolves. */
  async share(ids: readonly ArticleId[]): Promise<Result<null>> {
    const { library, ledger, outbox, clock } = this.#ground;
    if (this.#closing !== null) return CLOSED;
    if (!ids.every((id) => library.has(id))) return UNKNOWN;
    const fresh = ids.filter((id) => !ledger.shared.has(id));
    const recorded = await onDisk(() => ledger.add(fresh.map((id) => sharedEntry(id, clock.now()))));
    if (!recorded.ok) return recorded;
    for (const id of fresh) outbox.addWhole(id);
    this.#tell();
    return succeed(null);
  }

  isShared(id: ArticleId): boolean {
    return this.#ground.ledger.shared.has(id);
  }

  /** True while something written here is in no parcel yet. */
  get hasUnpublished(): boolean {
    return this.#ground.outbox.isFilled;
  }

  /**
   * One full round: publishes what is pending, lists the folder, receives, puts back, compacts when due. Calls queue up.
   * When a part of it fails the others are done all the same, and the first failure is the result.
   */
  exchange(o: ExchangeOptions = {}): Promise<Result<ExchangeReport>> {
    return this.#turns.run(null, async () => {
      if (this.#closing !== null) return CLOSED;
      if (this.#paused) return PAUSED;
      const result = await runExchange(this.#ground, this.#o, {
        ...o,
        onPresence: (ours, theirs) => {
          this.#ours = ours;
          this.#theirs = theirs;
        },
      });
      this.#trouble = result.ok || result.error.code === 'cancelled' ? null : result.error;
      this.#tell();
      return result;
    });
  }

  status(): DeskStatus {
    const { outbox, doubtful, unsent, waiting, ledger, shelf, desk, writer } = this.#ground;
    const [ours, theirs] = [this.#ours, this.#theirs];
    const pending = new Set([...outbox.ids(), ...doubtful, ...[...unsent.values()].flat()]);
    const alarms = ours === null ? [] : theirs.filter((one) => contradicts(ours, one));
    return {
      desk,
      place: this.#o.place,
      writer,
      paused: this.#paused,
      met: ours !== null,
      trouble: this.#trouble,
      shared: ledger.shared.size,
      pending: [...pending],
      waiting: [...waiting.values()],
      absentPictures: [...this.#ground.known.absentPictures],
      quarantined: ledger.activity().filter((entry) => entry.kind === 'quarantined'),
      frontier: ours?.frontier ?? {},
      held: shelf.count,
      devices: ours === null ? [] : theirs.map((one) => deviceOf(this.#ground, ours, one)),
      alarms: alarms.map(({ deviceName }) => `${deviceName || 'A device'} ${CONTRADICTS}`),
    };
  }

  /** Text that a merge would have lost and nobody has put back or dismissed, oldest first. */
  rescued(): readonly RescuedText[] {
    return this.#ground.ledger.rescued();
  }

  /** Says that a person has dealt with a rescued text. On disk when it resolves. */
  async settleRescued(key: string): Promise<Result<null>> {
    const { ledger, clock } = this.#ground;
    if (this.#closing !== null) return CLOSED;
    const settled = await onDisk(() => ledger.add([{ kind: 'settled', key, time: clock.now() }]));
    if (settled.ok) this.#tell();
    return settled.ok ? succeed(null) : settled;
  }

  /** What happened on the desk, oldest first. */
  activity(): readonly Activity[] {
    return this.#ground.ledger.activity();
  }

  /** Says what is on the screen here. Colleagues see it after the next exchange, and only of a story that is shared. */
  setHere(here: DeskPlace | null): void {
    this.#ground.here.now = here;
  }

  /** While paused `exchange` does nothing and says so. What is written meanwhile is kept for later. */
  setPaused(paused: boolean): void {
    if (this.#paused === paused) return;
    this.#paused = paused;
    this.#tell();
  }

  /** Listens for a status other than it was; returns the way to stop. */
  on(_event: 'changed', listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Waits for a running exchange and ends. Publishes nothing: the next start does. The library does this at its end. */
  close(): Promise<void> {
    this.#closing ??= this.#turns.run(null, async () => {
      for (const stop of this.#stops) stop();
      await writeDeskIndex(this.#ground);
      await this.#ground.ledger.close();
      this.#listeners.clear();
    });
    return this.#closing;
  }

  /** Somebody wrote here. Before it is acknowledged, what it brought into something that others took away is recorded. */
  #written(id: ArticleId, update: Uint8Array | null): Promise<Result<null>> | null {
    const { outbox, ledger, contents, visited } = this.#ground;
    outbox.ended(id);
    if (update === null || !ledger.shared.has(id)) return null;
    const first = !outbox.has(id);
    contents.delete(id);
    outbox.add(id, update);
    if (first) this.#tell();
    return visited.has(id) ? this.#recordLosses(id, update) : null;
  }

  async #recordLosses(id: ArticleId, update: Uint8Array): Promise<Result<null>> {
    const { library, gate, ledger, clock } = this.#ground;
    const loaded = await library.load(id);
    if (!loaded.ok) return loaded;
    const losses = await gate.lossesIn(loaded.value.state, update);
    const entries = lossEntries(id, losses, { from: null, time: clock.now() });
    if (entries.length === 0) return succeed(null);
    const recorded = await onDisk(() => ledger.add(entries));
    if (recorded.ok) this.#tell();
    return recorded.ok ? succeed(null) : recorded;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const CONTRADICTS =
  'has received the same as this one and shows something else; nothing is lost, but tell whoever looks after Stet.';
const CLOSED = fail('disconnected', 'The desk is closed.');
const PAUSED = fail('desk-paused', 'The desk is paused; what you write is kept here until you go on.');
const UNKNOWN = fail('unknown-article', 'There is no such article in this library.');
const NO_DESK = fail('desk-none', 'This library is on no desk; create one or join one first.');
const ELSEWHERE = fail('desk-foreign', 'This library is on another desk already; a library can be on one desk only.');
