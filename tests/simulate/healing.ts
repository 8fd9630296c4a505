import type { Article } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { readState } from '#shared/document/read.ts';
import type { ExchangeReport } from '#electron/backend/desk/status.ts';
import { reachOf } from '#shared/parcel/range.ts';
import { MARKER } from './adversary.ts';
import { chanceOf } from './chance.ts';
import type { Device } from './device.ts';
import { parcelsIn, readable, type FoundParcel } from './evidence.ts';
import { Violation } from './oracle.ts';
import { FAIR, type Files } from './replica.ts';
import { FOREIGN, tokensIn } from './token.ts';
import type { World } from './world.ts';

/** So many rounds of exchanges at most until nothing moves any more. */
const MOST_ROUNDS = 20;

/** An article as one device has it. */
interface Held {
  readonly article: Article;
  readonly tokens: ReadonlyMap<number, number>;
  /** Everything the content consists of, the same for equal documents. */
  readonly content: string;
}

/** Everything that must still be there when the weather turns fair. */
export interface Estate {
  /** Tokens that some library or some readable parcel has. */
  readonly tokens: ReadonlySet<number>;
}

/** Ends all trouble: folders come back, markers are put right, everybody starts again, some after a power cut. */
export async function calmDown(world: World): Promise<Estate> {
  const chance = chanceOf(world.seed, 4);
  for (const device of world.devices) {
    device.replica.bringBack();
    if (chance.odds(0.3)) device.end(chance.pick(['kill', 'power']));
    device.replica.put(MARKER, world.marker);
    await begin(world, device);
    for (const session of device.sessions) {
      for (const effect of await session.save()) world.counts.acknowledged += world.oracle.acknowledged(effect);
    }
  }
  world.cloud.files.set(MARKER, world.marker);
  // Only what was set back is ever looked up in it.
  if (![...world.oracle.marks.values()].some((mark) => mark.fragile)) return { tokens: new Set() };
  const tokens = readable(allParcels(world));
  for (const device of world.devices) {
    for (const held of (await holdings(world, device)).values())
      for (const token of held.tokens.keys()) tokens.add(token);
  }
  return { tokens };
}

async function begin(world: World, device: Device): Promise<void> {
  await world.wake(device);
  if (device.library === null) throw new Violation('opening', `the library of device ${device.number} does not open`);
  if (device.desk === null) throw new Violation('opening', `device ${device.number} can’t go on with its desk`);
}

/** Every whole parcel in any folder, in the cloud, in any library. */
function allParcels(world: World): FoundParcel[] {
  const places: Files[] = [world.cloud.files];
  for (const device of world.devices) places.push(device.replica.files(), device.shelf());
  return places.flatMap((files) => parcelsIn(files, world.codec));
}

/** Everybody exchanges over a truthful copier until nothing moves and nothing is waited for. */
export async function exchangeUntilQuiet(world: World): Promise<void> {
  for (let round = 1; ; round += 1) {
    const moves = await exchangeAll(world, round);
    const owed = moves === '' ? whatIsOwed(world) : null;
    if (moves === '' && owed === null) return;
    if (round === MOST_ROUNDS) {
      throw owed === null ? new Violation('quiet', `after ${round} rounds there is still ${moves}`) : owed;
    }
  }
}

/** One exchange of everybody. Returns what moved, in words. */
async function exchangeAll(world: World, round: number): Promise<string> {
  let moves = '';
  for (const device of world.devices) {
    device.replica.exchange(world.cloud, FAIR, chanceOf(world.seed, 5, round));
    const result = await device.exchange();
    if (result?.ok !== true) {
      throw new Violation('healing', `device ${device.number} can’t exchange: ${result?.error.message ?? 'no desk'}`);
    }
    world.counts.exchanges += 1;
    world.counts.rescues += result.value.rescued;
    moves += movesIn(result.value);
    device.replica.exchange(world.cloud, FAIR, chanceOf(world.seed, 6, round));
  }
  return moves;
}

function movesIn({ published, received, putBack, compacted, pictures }: ExchangeReport): string {
  return Object.entries({ published, received, putBack, compacted, pictures })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count} `)
    .join('');
}

/** What a device holds of the articles that are known to the onlooker. */
async function holdings(world: World, device: Device): Promise<Map<ArticleId, Held>> {
  const found = new Map<ArticleId, Held>();
  for (const id of world.oracle.articles.keys()) {
    if (device.library?.find(id).ok !== true) continue;
    const loaded = await device.library.load(id);
    if (!loaded.ok) throw new Violation('reading', `device ${device.number}, article ${id}: ${loaded.error.message}`);
    const article = readState(id, loaded.value.state);
    const content = JSON.stringify(article);
    found.set(id, { article, tokens: tokensIn(content), content });
  }
  return found;
}

/** Compares every device with every other and all with what the onlooker knows. */
export async function check(world: World, estate: Estate): Promise<void> {
  const parcels = allParcels(world);
  for (const { path, articles } of parcels) {
    const leaked = articles.find((id) => !world.oracle.maybeShared.has(id as ArticleId));
    if (leaked !== undefined) throw new Violation('private', `article ${leaked} was never shared and is in ${path}`);
  }
  const all = new Map<Device, Map<ArticleId, Held>>();
  for (const device of world.devices) all.set(device, await holdings(world, device));
  const kept = new Set(world.devices.flatMap((device) => [...keptBeside(device)]));
  const foreign = [...kept].find((token) => token >= FOREIGN);
  if (foreign !== undefined) throw new Violation('foreign', `text of a forged file (${foreign}) was kept`);
  for (const id of world.oracle.articles.keys()) checkArticle(world, id, all);
  for (const [device, held] of all) await checkPictures(world, device, held);
  for (const mark of world.oracle.must()) {
    if (mark.fragile && !estate.tokens.has(mark.token)) continue;
    const owner = [...all].find(([device]) => device.number === mark.device)?.[1];
    if (owner?.get(mark.article)?.tokens.has(mark.token) === true || kept.has(mark.token)) continue;
    throw new Violation('lost', `text ${mark.token} of device ${mark.device} in article ${mark.article} is nowhere`);
  }
}

/** Tokens in rescued text and in the activity log. */
function keptBeside(device: Device): Iterable<number> {
  const { desk } = device;
  return tokensIn([desk?.rescued(), desk?.activity()]).keys();
}

/** What a device still has to send or to get, or complains of; null for nothing. */
function whatIsOwed(world: World): Violation | null {
  const parcels = [...Map.groupBy(allParcels(world), ({ name }) => name.writer)];
  for (const device of world.devices) {
    const said = owedBy(world, device, parcels);
    if (said !== null) return new Violation('pending', `device ${device.number}: ${said}`);
  }
  return null;
}

function owedBy(
  { oracle }: World,
  { desk }: Device,
  parcels: readonly (readonly [string, readonly FoundParcel[]])[],
): string | null {
  if (desk === null) return 'it has no desk';
  const { trouble, pending, alarms, frontier, absentPictures } = desk.status();
  if (trouble !== null) return trouble.message;
  if (pending.length > 0) return `${pending.length} articles are not sent`;
  // One whose only library was set back is nowhere, and rightly missed for good.
  const owed = absentPictures.filter((name) => oracle.pictures.has(name));
  if (owed.length > 0) return `pictures ${owed.join(' ')} are not there`;
  if (alarms.length > 0) return `alarm: ${alarms.join(' ')}`;
  for (const [writer, group] of parcels) {
    const whole = reachOf(group.map(({ name }) => name));
    const has = frontier[writer] ?? 0;
    if (has < whole) return `it has writer ${writer} up to ${has} of ${whole}`;
  }
  return null;
}

function checkArticle(world: World, id: ArticleId, all: ReadonlyMap<Device, ReadonlyMap<ArticleId, Held>>): void {
  const { oracle } = world;
  const isShared = [...all.keys()].some((device) => device.desk?.isShared(id) === true);
  if (oracle.shared.has(id) && !isShared) throw new Violation('shared', `article ${id} is not on the desk`);
  let first: Held | null = null;
  for (const [device, held] of all) {
    const here = held.get(id);
    if (here === undefined) {
      if (isShared) throw new Violation('equal', `device ${device.number} has no article ${id}`);
      continue;
    }
    const wrong = oracle.wrongIn(id, here.tokens);
    if (wrong !== null) throw new Violation(wrong.includes('forged') ? 'foreign' : 'once', wrong);
    if (isShared && first !== null && first.content !== here.content) {
      throw new Violation('equal', `article ${id} is not the same on device ${device.number} as on the first`);
    }
    first ??= here;
  }
}

/** Every picture of an article on the desk is on every device, whole, unless the only library that had it was set back. */
async function checkPictures({ oracle }: World, device: Device, held: ReadonlyMap<ArticleId, Held>): Promise<void> {
  for (const [id, { article }] of held) {
    if (device.desk?.isShared(id) !== true) continue;
    for (const block of article.body) {
      if (block.kind !== 'figure' || block.media === null || !oracle.pictures.has(block.media)) continue;
      if ((await device.library?.readMedia(block.media))?.ok === true) continue;
      throw new Violation('pictures', `device ${device.number} has not got ${block.media} of article ${id}`);
    }
  }
}
