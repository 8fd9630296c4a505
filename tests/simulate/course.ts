import { misdo, MARKER, type Misdeed } from './adversary.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Device } from './device.ts';
import { exchange } from './exchanging.ts';
import type { End } from './life.ts';
import { begin, share, write } from './people.ts';
import { FAIR } from './replica.ts';
import type { Script, Step } from './script.ts';
import type { World } from './world.ts';

/** The course of a world: how it begins, and how a step of its script is done. */

/** Makes the devices; the first makes the desk and the others join it, in fair weather, and two begin an article. */
export async function beginWorld(world: World, { devices: count, share }: Script): Promise<void> {
  const { devices, cloud } = world;
  const chance = chanceOf(world.seed, 3);
  for (let number = 0; number < count; number += 1) {
    devices.push(world.newDevice(number, share && number === count - 1 ? (devices[0]?.replica ?? null) : null));
  }
  const stranger = world.newDevice(60);
  await stranger.start();
  if (!(await stranger.takeDesk(true))) throw new Error('no desk could be made');
  await stranger.quit();
  world.foreign = stranger.replica.files();
  for (const device of devices) {
    device.replica.exchange(cloud, FAIR, chance);
    const started = (await device.start()) && (await device.takeDesk(device.number === 0));
    if (!started) throw new Error('a device could not begin');
    device.replica.exchange(cloud, FAIR, chance);
  }
  world.marker = Uint8Array.from(cloud.files.get(MARKER) ?? []);
  for (const device of devices.slice(0, 2)) {
    await begin(world, device, { chance, share: true });
    await exchange(world, device, { fair: true, compact: false, signal: undefined });
    device.replica.exchange(cloud, FAIR, chance);
  }
}

/** Does one step, with its trouble, and cleans up after a process that ended in it. */
export async function takeStep(world: World, step: Step): Promise<void> {
  const device = world.devices[step.device];
  if (device === undefined || !(await world.wake(device)) || device.life === null) return;
  if (step.does !== 'restart') device.trouble(device.life, step.trouble);
  if (Object.keys(step.trouble).length > 0) world.counts.faults += 1;
  await act(world, device, step);
  if (device.life?.isOver === true) end(world, device, step.trouble.ends?.how ?? 'kill');
  device.calm();
}

function end(world: World, device: Device, how: End): void {
  world.counts.crashes += 1;
  device.end(how);
}

async function act(world: World, device: Device, step: Step): Promise<void> {
  const chance = chanceOf(step.luck);
  switch (step.does) {
    case 'edit':
      return write(world, device, chance);
    case 'create':
      return begin(world, device, { chance, share: chance.odds(0.7) });
    case 'share':
      return share(world, device, chance);
    case 'exchange':
      return exchangeMeanwhile(world, device, step);
    case 'settle':
      if (chance.odds(0.5)) device.closeSessions();
      return device.library?.settled();
    case 'restart':
      await device.quit();
      await device.start((life) => device.trouble(life, step.trouble));
      await device.takeDesk();
      return;
    case 'end':
      return end(world, device, step.how);
    case 'copy':
      return copy(world, device, chance);
    case 'backup':
      device.backup = device.image();
      return;
    case 'restore':
      return restore(world, device, step);
    case 'clone':
      return clone(world, device);
    case 'clock':
      device.clockError += step.by;
      return;
    case 'misdeed':
      return misdoOn(world, device, { misdeed: step.misdeed, chance });
  }
}

/** One exchange, in the middle of which something else may be done on the machine. */
async function exchangeMeanwhile(world: World, device: Device, { luck, trouble }: Step): Promise<void> {
  const { folder, meanwhile } = trouble;
  const chance = chanceOf(luck);
  const stop = new AbortController();
  const compact = chance.odds(0.15);
  const besides: Promise<void>[] = [];
  const act = (): void => {
    if (meanwhile?.does === 'stop') stop.abort();
    else if (meanwhile?.does === 'edit') besides.push(write(world, device, chance));
    else if (meanwhile?.does === 'other') besides.push(other(world, device));
    else if (meanwhile?.does === 'copy') copy(world, device, chance);
    else if (meanwhile !== undefined) misdoOn(world, device, { misdeed: meanwhile.does, chance });
  };
  if (device.life !== null && meanwhile !== undefined) device.life.meanwhile = { after: meanwhile.after, act };
  const fair = folder === undefined && (meanwhile === undefined || ['edit', 'other'].includes(meanwhile.does));
  await exchange(world, device, { fair, compact, signal: stop.signal });
  await Promise.all(besides);
}

/** Somebody else who uses the same folder on a server exchanges too, if there is anybody. */
async function other(world: World, device: Device): Promise<void> {
  const second = world.devices.find((one) => one !== device && one.replica === device.replica);
  if (second !== undefined && (await world.wake(second))) {
    await exchange(world, second, { fair: false, compact: false, signal: undefined });
  }
}

function misdoOn(world: World, { replica }: Device, o: { misdeed: Misdeed; chance: Chance }): void {
  world.counts.faults += 1;
  misdo(o.misdeed, { replica, cloud: world.cloud, foreign: world.foreign }, o.chance);
}

function copy({ cloud, counts }: World, { replica }: Device, chance: Chance): void {
  const rough = chance.odds(0.5);
  const weather = rough ? { delay: chance.next() * 0.6, mangle: chance.next() * 0.3, double: 0.05 } : FAIR;
  if (rough) counts.faults += 1;
  if (!replica.isAway && chance.odds(0.3)) replica.past.push(replica.files());
  replica.exchange(cloud, weather, chance);
  if (chance.odds(0.2)) cloud.past.push(new Map(cloud.files));
}

async function restore(world: World, device: Device, parts: { library: boolean; replica: boolean }): Promise<void> {
  if (device.backup === null) return;
  world.counts.faults += 1;
  await device.quit();
  device.restore(device.backup, parts);
  if (parts.library) world.oracle.setBack(device.number);
}

function clone(world: World, device: Device): void {
  if (world.devices.length >= world.most) return;
  world.counts.faults += 1;
  const twin = world.newDevice(world.devices.length);
  twin.restore(device.image(), { library: true, replica: true });
  world.devices.push(twin);
}
