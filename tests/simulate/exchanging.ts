import type { Device } from './device.ts';
import { outOfOrder, parcelsIn, readable } from './evidence.ts';
import { Violation, type Mark } from './oracle.ts';
import type { Files } from './replica.ts';
import { tokensIn } from './token.ts';
import type { World } from './world.ts';

/** How an exchange goes in a world. */
export interface Going {
  /** Nobody else meddles with the folder meanwhile, so that what is said of it must be true. */
  readonly fair: boolean;
  /** Everything that can be joined is joined. */
  readonly compact: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * One exchange, and whether what it says is true: what is sent now is in the folder, and what was sent before is there
 * or on the shelf, to be put back; a folder that is away is refused and left alone; parcels are taken in order.
 */
export async function exchange(world: World, device: Device, o: Going): Promise<void> {
  const { replica } = device;
  const away = replica.isAway ? replica.files() : null;
  const shelf = device.shelf();
  const marks = world.oracle.acknowledgedOn(device.number);
  await device.takeDesk();
  const result = await device.exchange({
    ...(o.signal === undefined ? {} : { signal: o.signal }),
    ...(o.compact ? { compact: 'now' } : {}),
  });
  world.counts.exchanges += 1;
  const { desk } = device;
  if (device.life?.isOver !== false || desk === null || result === null) return;
  if (away !== null && o.fair) return checkAway(result.ok, away, replica.files());
  if (!world.oracle.isNewWriter(desk.status().writer, device.life)) {
    throw new Violation('writer', `device ${device.number} goes on as a writer that ended`);
  }
  checkOrder(device, shelf);
  const offered = marks.filter((mark) => desk.isShared(mark.article));
  const fresh = new Set(offered.filter((mark) => !mark.offered));
  for (const mark of offered) mark.offered = true;
  if (!result.ok) return;
  world.counts.rescues += result.value.rescued;
  if (o.fair && desk.status().pending.length === 0) await checkSent(world, device, { offered, fresh });
}

function checkAway(wentThrough: boolean, before: Files, after: Files): void {
  if (wentThrough) throw new Violation('a folder that is away', 'the exchange says it went through');
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(path) !== after.get(path)) throw new Violation('a folder that is away', `${path} was written there`);
  }
}

function checkOrder(device: Device, before: Files): void {
  const refused = device.desk?.status().quarantined.map(({ writer, file }) => `/writers/${writer}/${file}`);
  const early = outOfOrder(before, device.shelf(), refused ?? []);
  if (early !== null) throw new Violation('order', `device ${device.number} took ${early} before an earlier one`);
}

async function checkSent(
  { codec }: World,
  device: Device,
  { offered, fresh }: { offered: readonly Mark[]; fresh: ReadonlySet<Mark> },
): Promise<void> {
  const inFolder = parcelsIn(device.replica.files(), codec);
  const [sent, kept] = [readable(inFolder), readable([...inFolder, ...parcelsIn(device.shelf(), codec)])];
  for (const mark of offered) {
    const there = fresh.has(mark) ? sent : kept;
    if (mark.removed || mark.fragile || there.has(mark.token) || !(await isSeen(device, mark))) continue;
    throw new Violation('sent', `device ${device.number} says nothing is pending; ${mark.token} is not in its folder`);
  }
}

/** True when the article on this device holds the token: nobody else's deletion took it away meanwhile. */
async function isSeen({ library }: Device, { article, token }: Mark): Promise<boolean> {
  const read = await library?.read(article);
  return read?.ok === true && tokensIn(read.value.article).has(token);
}
