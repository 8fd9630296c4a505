import type { ArticleDraft } from '#shared/article/article.ts';
import { run } from '#shared/article/inline.ts';
import type { Codec } from '#shared/parcel/parcel.ts';
import { misdo, MARKER } from './adversary.ts';
import { chanceOf, type Chance } from './chance.ts';
import { Device } from './device.ts';
import type { Life } from './life.ts';
import type { Mutation } from './mutation.ts';
import { Oracle, Violation, type Mark } from './oracle.ts';
import { outOfOrder, parcelsIn, readable } from './evidence.ts';
import { Cloud, FAIR, type Files } from './replica.ts';
import type { Script, Step, Trouble } from './script.ts';
import { tokenOf, tokensIn } from './token.ts';

/** What was counted in a world. */
export interface Counts {
  acknowledged: number;
  /** Ends of processes by force, anywhere. */
  crashes: number;
  /** Things the disks, the copier and the adversary did. */
  faults: number;
  rescues: number;
  exchanges: number;
}

/** Several devices, the cloud between them, and what an onlooker knows of it all. */
export class World {
  readonly seed: number;
  readonly devices: Device[] = [];
  readonly cloud = new Cloud();
  readonly oracle = new Oracle();
  readonly counts: Counts = { acknowledged: 0, crashes: 0, faults: 0, rescues: 0, exchanges: 0 };
  /** The true marker of the desk. */
  marker: Uint8Array = new Uint8Array(0);
  /** Another desk's folder. */
  foreign: Files = new Map();
  /** Digests as this world's product makes them. */
  readonly codec: Codec;
  readonly #mutation: Mutation;
  readonly #most: number;

  constructor(script: Script, mutation: Mutation) {
    this.seed = script.seed;
    this.#mutation = mutation;
    this.codec = mutation.codec;
    this.#most = script.devices + 2;
  }

  /** Makes the devices; the first makes the desk and the others join it, in fair weather. */
  async begin(count: number): Promise<void> {
    for (let number = 0; number < count; number += 1) this.devices.push(this.#device(number));
    const stranger = this.#device(60);
    await stranger.start();
    if (!(await stranger.takeDesk(true))) throw new Error('no desk could be made');
    await stranger.quit();
    this.foreign = stranger.replica.files();
    for (const device of this.devices) {
      device.replica.exchange(this.cloud, FAIR, chanceOf(this.seed, 3));
      const started = (await device.start()) && (await device.takeDesk(device.number === 0));
      if (!started) throw new Error('a device could not begin');
      device.replica.exchange(this.cloud, FAIR, chanceOf(this.seed, 3));
    }
    this.marker = Uint8Array.from(this.cloud.files.get(MARKER) ?? []);
    const chance = chanceOf(this.seed, 3);
    for (const device of this.devices.slice(0, 2)) {
      await this.#create(device, chance, true);
      await this.exchange(device, true);
      device.replica.exchange(this.cloud, FAIR, chance);
    }
  }

  #device(number: number): Device {
    return new Device(this.seed, number, this.#mutation);
  }

  /** Does one step, with its trouble, and cleans up after a process that ended in it. */
  async step(step: Step): Promise<void> {
    const device = this.devices[step.device];
    if (device === undefined) return;
    if (!(await this.wake(device)) || device.life === null) return;
    if (step.does !== 'restart') arm(device, device.life, step.trouble);
    if (Object.keys(step.trouble).length > 0) this.counts.faults += 1;
    await this.#do(device, step, chanceOf(step.luck));
    if (device.life?.isOver === true) this.#end(device, step.trouble.ends?.how ?? 'kill');
    else if (device.life !== null) device.life.callsLeft = null;
    calm(device);
  }

  /** Starts the process where none runs, in fair weather. False where the library does not open. */
  async wake(device: Device): Promise<boolean> {
    if (device.life?.isOver === false && device.desk !== null) return true;
    calm(device);
    if (!(await device.start())) return false;
    await device.takeDesk();
    return true;
  }

  #end(device: Device, how: 'kill' | 'power'): void {
    this.counts.crashes += 1;
    device.end(how);
  }

  async #do(device: Device, step: Step, chance: Chance): Promise<void> {
    switch (step.does) {
      case 'edit':
        return this.#edit(device, chance);
      case 'create':
        return this.#create(device, chance, chance.odds(0.7));
      case 'share':
        return this.#share(device, chance);
      case 'exchange':
        return this.exchange(device, step.trouble.folder === undefined);
      case 'settle':
        if (chance.odds(0.5)) device.closeSessions();
        return device.library?.settled();
      case 'restart':
        await device.quit();
        await device.start((life) => arm(device, life, step.trouble));
        await device.takeDesk();
        return;
      case 'end':
        return this.#end(device, step.how);
      case 'copy':
        return this.#copy(device, chance);
      case 'backup':
        device.backup = device.image();
        return;
      case 'restore':
        return this.#restore(device, step);
      case 'clone':
        return this.#clone(device);
      case 'clock':
        device.clockError += step.by;
        return;
      case 'misdeed':
        this.counts.faults += 1;
        misdo(step.misdeed, { replica: device.replica, cloud: this.cloud, foreign: this.foreign }, chance);
    }
  }

  async #edit(device: Device, chance: Chance): Promise<void> {
    const { oracle } = this;
    const ids = [...oracle.articles.keys()].filter((id) => device.library?.find(id).ok === true);
    if (ids.length === 0) return;
    const id = chance.pick(ids);
    const session = await device.session(id, chance);
    if (session === null) return;
    for (let times = 1 + chance.below(3); times > 0 && device.life?.isOver === false; times -= 1) {
      const token = tokenOf(oracle.token());
      const saved = await session.edit(chance, token, (effect) => oracle.did(device.number, id, effect));
      for (const effect of saved) this.counts.acknowledged += oracle.acknowledged(effect);
    }
  }

  async #create(device: Device, chance: Chance, share: boolean): Promise<void> {
    const { oracle } = this;
    if (oracle.articles.size >= 6) return;
    const tokens = [oracle.token(), oracle.token()];
    const made = await device.library?.create(draftWith(tokens.map(tokenOf)));
    if (made?.ok !== true) return;
    const effect = { name: 'type', added: tokens, removed: [], moved: [] } as const;
    oracle.articles.set(made.value, device.number);
    oracle.did(device.number, made.value, effect);
    this.counts.acknowledged += oracle.acknowledged(effect);
    if (share) await this.#share(device, chance);
  }

  async #share(device: Device, chance: Chance): Promise<void> {
    const { desk } = device;
    const ids = [...this.oracle.articles.keys()].filter(
      (id) => device.library?.find(id).ok === true && desk?.isShared(id) === false,
    );
    if (desk === null || ids.length === 0) return;
    const id = chance.pick(ids);
    this.oracle.maybeShared.add(id);
    if ((await desk.share([id])).ok) this.oracle.shared.set(id, device.number);
  }

  /**
   * One exchange, and whether what it says is true: what is sent now is in the folder, and what was sent before is there
   * or on the shelf, to be put back. `fair` says that nobody else meddles with the folder meanwhile.
   */
  async exchange(device: Device, fair: boolean): Promise<void> {
    const { replica } = device;
    const before = replica.isAway ? replica.files() : null;
    const shelf = device.shelf();
    const marks = this.oracle.acknowledgedOn(device.number);
    await device.takeDesk();
    const result = await device.exchange();
    this.counts.exchanges += 1;
    if (device.life?.isOver !== false || device.desk === null || result === null) return;
    if (before !== null) {
      if (result.ok) throw new Violation('a folder that is away', 'the exchange says it went through');
      expectUntouched(before, replica.files());
      return;
    }
    const { desk } = device;
    const refused = desk.status().quarantined.map(({ writer, file }) => `/writers/${writer}/${file}`);
    const early = outOfOrder(shelf, device.shelf(), refused);
    if (early !== null) throw new Violation('order', `device ${device.number} took ${early} before an earlier one`);
    const offered = marks.filter((mark) => desk.isShared(mark.article));
    const fresh = new Set(offered.filter((mark) => !mark.offered));
    for (const mark of offered) mark.offered = true;
    if (!result.ok || !fair || desk.status().pending.length > 0) return;
    this.counts.rescues += result.value.rescued;
    const inFolder = parcelsIn(replica.files(), this.codec);
    const onShelf = parcelsIn(device.shelf(), this.codec);
    const [sent, kept] = [readable(inFolder), readable([...inFolder, ...onShelf])];
    for (const mark of offered) {
      const there = fresh.has(mark) ? sent : kept;
      if (mark.removed || mark.fragile || there.has(mark.token) || !(await isSeen(device, mark))) continue;
      throw new Violation(
        'sent',
        `device ${device.number} says nothing is pending; ${mark.token} is not in its folder`,
      );
    }
  }

  #copy(device: Device, chance: Chance): void {
    const rough = chance.odds(0.5);
    const weather = rough ? { delay: chance.next() * 0.6, mangle: chance.next() * 0.3, double: 0.05 } : FAIR;
    if (rough) this.counts.faults += 1;
    if (!device.replica.isAway && chance.odds(0.3)) device.replica.past.push(device.replica.files());
    device.replica.exchange(this.cloud, weather, chance);
    if (chance.odds(0.2)) this.cloud.past.push(new Map(this.cloud.files));
  }

  async #restore(device: Device, parts: { library: boolean; replica: boolean }): Promise<void> {
    if (device.backup === null) return;
    this.counts.faults += 1;
    await device.quit();
    device.restore(device.backup, parts);
    if (parts.library) this.oracle.setBack(device.number);
  }

  #clone(device: Device): void {
    if (this.devices.length >= this.#most) return;
    this.counts.faults += 1;
    const twin = this.#device(this.devices.length);
    twin.restore(device.image(), { library: true, replica: true });
    this.devices.push(twin);
  }
}

/** From now on there is trouble for the device and its process. */
function arm(device: Device, life: Life, { ends, disk, room, folder }: Trouble): void {
  life.callsLeft = ends?.after ?? null;
  life.nuisance = folder ?? { busy: 0, partial: 0 };
  device.disk.faults = { short: 0, writeError: 0, syncError: 0, ...disk, room: room ?? Infinity };
}

/** Writing goes well again on both disks. */
function calm(device: Device): void {
  device.disk.faults = { short: 0, writeError: 0, syncError: 0, room: Infinity };
  if (device.life !== null) device.life.nuisance = { busy: 0, partial: 0 };
}

/** True when the article on this device holds the token: nobody else's deletion took it away meanwhile. */
async function isSeen({ library }: Device, { article, token }: Mark): Promise<boolean> {
  const read = await library?.read(article);
  return read?.ok === true && tokensIn(read.value.article).has(token);
}

function expectUntouched(before: Files, after: Files): void {
  const paths = new Set([...before.keys(), ...after.keys()]);
  for (const path of paths) {
    if (before.get(path) !== after.get(path)) throw new Violation('a folder that is away', `${path} was written there`);
  }
}

function draftWith([one = '', two = '']: readonly string[]): ArticleDraft {
  const paragraph = (text: string) => ({ kind: 'paragraph', content: [run(text)] }) as const;
  return {
    headline: [run(`Headline ${one}`)],
    standfirst: [],
    body: [paragraph(`First ${two} words of it`), paragraph('Second.'), paragraph('Third one.')],
    metadata: {},
    related: [],
  };
}
