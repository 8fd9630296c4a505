import type { DeskColleague, DeskPlace } from '#shared/contract/desk.ts';
import { isArticleId } from '#shared/article/identity.ts';
import { isWriter } from '#shared/parcel/name.ts';
import { sha256Hex } from '../digest.ts';
import { isDiskError } from '../disk/disk.ts';
import { reachHere, type DeskGround, type Round } from './ground.ts';
import { isIdentity } from './membership.ts';
import type { Frontier, Presence } from './status.ts';

const LONGEST = 4 * 1024 * 1024;
const MOST_WRITERS = 50_000;
const MOST_DEVICES = 500;
/** Articles whose digest is made in one exchange at most. */
const DIGESTED = 64;
/** A device that says where somebody is says so again after so many milliseconds: one that fell silent has gone. */
const RENEWED = 120_000;
const LONGEST_SECTION = 200;

/** What this device can say of itself now. */
export async function ownPresence(ground: DeskGround, round: Round): Promise<Presence> {
  const { who, clock } = ground;
  const frontier = frontierOf(ground, round);
  const content = await contentDigest(ground);
  return {
    device: who.device.id,
    deviceName: who.device.name,
    member: who.member.id,
    memberName: who.member.name,
    time: clock.now(),
    frontier,
    content,
    here: whereabouts(ground),
  };
}

/** Nobody is told of a story that is not shared. */
function whereabouts({ here, ledger }: DeskGround): DeskPlace | null {
  return here.now !== null && ledger.shared.has(here.now.article) ? here.now : null;
}

function frontierOf(ground: DeskGround, { listing }: Round): Frontier {
  const writers = new Set([...ground.shelf.writers(), ...listing.files.keys()]);
  const reaches = [...writers].sort().map((writer) => [writer, reachHere(ground, writer, listing)] as const);
  return Object.fromEntries(reaches.filter(([, reach]) => reach > 0));
}

async function contentDigest(ground: DeskGround): Promise<string | null> {
  const { ledger, contents, library, gate, outbox, doubtful, waiting } = ground;
  let missing = 0;
  for (const id of ledger.shared) {
    if (contents.has(id) || !library.has(id)) continue;
    missing += 1;
    if (missing > DIGESTED) break;
    const version = outbox.version(id);
    const loaded = await library.load(id);
    const content = loaded.ok ? await gate.content(loaded.value.state) : null;
    if (content === null || outbox.version(id) !== version) continue;
    contents.set(id, content);
    missing -= 1;
  }
  const unsaid = missing > 0 || outbox.ids().length > 0 || doubtful.size > 0 || waiting.size > 0;
  if (unsaid || ledger.activity().some(({ kind }) => kind === 'quarantined')) return null;
  const lines = [...ledger.shared].sort().map((id) => `${id} ${contents.get(id)?.digest ?? ''}`);
  return sha256Hex(new TextEncoder().encode(lines.join('\n')));
}

/** True when the later one says nothing new; where somebody is counts as new now and then. */
export function saysTheSame(one: Presence, other: Presence): boolean {
  if (other.here !== null && Math.abs(other.time - one.time) >= RENEWED) return false;
  return JSON.stringify({ ...one, time: 0 }) === JSON.stringify({ ...other, time: 0 });
}

/** Writes this device's file. Rejects with a DiskError. */
export function writePresence({ folder, who }: DeskGround, presence: Presence): Promise<void> {
  const text = `${JSON.stringify({ format: 1, ...presence })}\n`;
  return folder.write('presence', `${who.device.id}.json`, new TextEncoder().encode(text));
}

/** What the other devices say. A file that can't be read now or says nothing sensible is left out. */
export async function readPresences({ folder, who }: DeskGround): Promise<readonly Presence[]> {
  const found: Presence[] = [];
  try {
    for (const { name, kind } of (await folder.names('presence')).slice(0, MOST_DEVICES)) {
      const device = name.endsWith('.json') ? name.slice(0, -'.json'.length) : '';
      if (kind !== 'file' || !isIdentity(device) || device === who.device.id) continue;
      const bytes = await folder.read(`presence/${name}`, LONGEST);
      const presence = bytes instanceof Uint8Array ? presenceIn(bytes) : null;
      if (presence?.device === device) found.push(presence);
    }
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
  return found;
}

function presenceIn(bytes: Uint8Array): Presence | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const { device, deviceName, member, memberName, time, frontier, content, here } = (value ?? {}) as Partial<
    Record<keyof Presence, unknown>
  >;
  if (!isIdentity(device) || !isIdentity(member) || !isLabel(deviceName) || !isLabel(memberName)) return null;
  if (typeof time !== 'number' || typeof frontier !== 'object' || frontier === null) return null;
  const reaches = Object.entries(frontier).slice(0, MOST_WRITERS);
  const sound = reaches.every(([writer, reach]) => isWriter(writer) && Number.isSafeInteger(reach));
  if (!sound) return null;
  const digest = typeof content === 'string' ? content : null;
  const who = { device, deviceName, member, memberName, time };
  return { ...who, frontier: Object.fromEntries(reaches), content: digest, here: whereaboutsIn(here) };
}

/** What an older Stet does not say, and what says nothing sensible, is nowhere. */
function whereaboutsIn(value: unknown): DeskPlace | null {
  const { article, section } = (value ?? {}) as Partial<Record<keyof DeskPlace, unknown>>;
  const isSound = isArticleId(article) && typeof section === 'string' && section.length <= LONGEST_SECTION;
  return isSound ? { article, section } : null;
}

function isLabel(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200;
}

/** A device as people are shown it, beside what we have. */
export function deviceOf(ground: DeskGround, ours: Presence, theirs: Presence): DeskColleague {
  const { issues, known, who, writer } = ground;
  const mine = (one: string): boolean => one === writer || known.devices.get(one) === who.device.id;
  const lacking = Object.entries(ours.frontier).filter(([one]) => mine(one));
  const seen = theirs.frontier[writer] ?? 0;
  const times = [...issues.madeAt].filter(([issue]) => issue <= seen).map(([, time]) => time);
  return {
    device: theirs.device,
    deviceName: theirs.deviceName,
    member: theirs.member,
    memberName: theirs.memberName,
    seen: theirs.time,
    here: theirs.here,
    hasOursUpTo: times.length === 0 ? null : Math.max(...times),
    lacksOurs: lacking.reduce((sum, [one, reach]) => sum + Math.max(0, reach - (theirs.frontier[one] ?? 0)), 0),
    weLack: Object.entries(theirs.frontier).reduce(
      (sum, [one, reach]) => sum + Math.max(0, reach - (ours.frontier[one] ?? 0)),
      0,
    ),
  };
}

/** True when a device has what we have and yet says something else. */
export function contradicts(ours: Presence, theirs: Presence): boolean {
  if (ours.content === null || theirs.content === null || ours.content === theirs.content) return false;
  const writers = Object.entries(ours.frontier);
  const same = writers.every(([writer, reach]) => theirs.frontier[writer] === reach);
  return same && Object.keys(theirs.frontier).length === writers.length;
}
