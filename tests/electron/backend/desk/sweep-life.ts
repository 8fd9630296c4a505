import type { ArticleId } from '#shared/article/identity.ts';
import { headlineText } from '#shared/article/article.ts';
import { editState } from '#shared/document/edit.ts';
import { addRelated } from '#shared/document/related.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { directGate } from '#electron/backend/desk/direct-gate.ts';
import { Desk } from '#electron/backend/desk/desk.ts';
import { Library } from '#electron/backend/library.ts';
import { draft, must } from '../articles.ts';
import { seededRandom, steppingClock } from '../seeded.ts';

type Name = 'ana' | 'ben';

/** Two libraries and a desk between them, as one process or another sees their disks. */
export interface World {
  readonly folder: Disk;
  readonly disks: Readonly<Record<Name, Disk>>;
  /** Where the libraries and the desk's folder are. */
  readonly places: Readonly<Record<Name | 'desk', string>>;
  /** Starts and marks before these; the next ones have a randomness of their own. */
  lives: number;
  marks: number;
}

/** What the life that is watched tells while it goes on. */
export interface Onlooker {
  /** The saving of this mark was acknowledged. */
  saved(mark: string): void;
  /** It was said that all that was saved is in the folder. */
  sent(): void;
  /** What is done from here on. */
  step(step: Step): void;
}

type Step = 'begin' | 'save' | 'exchange' | 'end';

interface Started {
  readonly library: Library;
  readonly desk: Desk;
}

/** Starts Stet at somebody's; null where it refuses. */
async function start(world: World, name: Name): Promise<Started | null> {
  world.lives += 1;
  const disk = world.disks[name];
  const library = await Library.open({
    disk,
    place: world.places[name],
    clock: steppingClock(),
    random: seededRandom(world.lives),
    access: 'write',
    mirror: (article) => new TextEncoder().encode(headlineText(article)),
  });
  if (!library.ok) return null;
  const o = {
    library: library.value,
    disk,
    folder: world.folder,
    place: world.places.desk,
    clock: steppingClock(),
    random: seededRandom(world.lives * 7),
    gate: directGate(),
    who: { member: { id: name, name }, device: { id: name, name } },
    application: '0.1.0',
  };
  const reopened = await Desk.reopen(o);
  const desk = reopened.ok || reopened.error.code !== 'desk-none' ? reopened : await enter(o);
  if (desk.ok) return { library: library.value, desk: desk.value };
  await library.value.close();
  return null;
}

async function enter(o: Parameters<typeof Desk.join>[0]) {
  const joined = await Desk.join(o);
  return joined.ok || joined.error.code !== 'desk-missing' ? joined : Desk.create(o);
}

/** Saves a mark in the article. True where that was acknowledged. */
async function write(world: World, library: Library, id: ArticleId, mark: string): Promise<boolean> {
  const loaded = await library.load(id);
  if (!loaded.ok) return false;
  world.marks += 1;
  const random = seededRandom(world.marks);
  const link = { type: 'related', target: { kind: 'none' }, headline: mark, blurb: '' } as const;
  const { update } = editState(loaded.value.state, (doc) => addRelated(doc, link, random));
  return update !== null && (await library.append(id, update)).ok;
}

/** How it begins: Ana has an article on the desk, and Ben wrote in it what she has not received yet. */
export async function beginWorld(world: World): Promise<ArticleId> {
  const ana = await start(world, 'ana');
  if (ana === null) throw new Error('Ana cannot begin');
  const id = must(await ana.library.create(draft('Harbour strike')));
  must(await ana.desk.share([id]));
  must(await ana.desk.exchange());
  const ben = await start(world, 'ben');
  if (ben === null) throw new Error('Ben cannot begin');
  must(await ben.desk.exchange());
  if (!(await write(world, ben.library, id, 'from-ben'))) throw new Error('Ben cannot write');
  must(await ben.desk.exchange());
  await ana.library.close();
  await ben.library.close();
  return id;
}

/** What is watched: one life of Ana's, in which she saves, publishes, receives and compacts. */
export async function anasLife(world: World, id: ArticleId, onlooker: Onlooker): Promise<void> {
  onlooker.step('begin');
  const started = await start(world, 'ana');
  if (started === null) return;
  const { library, desk } = started;
  for (const mark of ['one', 'two', 'three']) {
    onlooker.step('save');
    if (await write(world, library, id, mark)) onlooker.saved(mark);
    onlooker.step('exchange');
    const exchanged = await desk.exchange(mark === 'three' ? { compact: 'now' } : {});
    if (exchanged.ok && desk.status().pending.length === 0) onlooker.sent();
  }
  onlooker.step('end');
  await library.close();
}

/** Something that must not be. `lie`: what was acknowledged is not so. `corrupt`: what is there is not sound. */
export interface Wrong {
  readonly is: 'lie' | 'corrupt';
  /** Whose, and where in the library; empty where that has no place. */
  readonly at: string;
  readonly what: string;
}

/** What was acknowledged in Ana's life. */
export interface Told {
  readonly saved: ReadonlySet<string>;
  readonly sent: ReadonlySet<string>;
}

/** Starts both again, first Ben alone, lets them exchange until all is said, and says what is wrong then. */
export async function heal(world: World, id: ArticleId, told: Told): Promise<Wrong[]> {
  const wrong: Wrong[] = [];
  const ben = await start(world, 'ben');
  if (ben === null) return [{ is: 'corrupt', at: 'ben', what: 'cannot begin again' }];
  must(await ben.desk.exchange());
  const atBen = await marksAt(ben.library, id);
  for (const mark of told.sent) if (!atBen.includes(mark)) wrong.push(lie('ben', `"${mark}" was said to be sent`));
  const ana = await start(world, 'ana');
  if (ana === null) {
    await ben.library.close();
    return [...wrong, { is: 'corrupt', at: 'ana', what: 'cannot begin again' }];
  }
  for (let round = 0; round < 3; round += 1) for (const { desk } of [ana, ben]) must(await desk.exchange());
  const contents: string[] = [];
  for (const [name, one] of [
    ['ana', ana],
    ['ben', ben],
  ] as const) {
    contents.push(JSON.stringify(must(await one.library.read(id)).article));
    wrong.push(...(await wrongWith(name, one, id, told.saved)));
    await one.library.close();
    wrong.push(...(await setAside(world, name)));
  }
  if (contents[0] !== contents[1]) wrong.push({ is: 'corrupt', at: 'ben', what: 'has another article than Ana' });
  return wrong;
}

async function wrongWith(name: Name, { library, desk }: Started, id: ArticleId, saved: Told['saved']) {
  const wrong: Wrong[] = [];
  const marks = await marksAt(library, id);
  for (const mark of new Set([...saved, ...marks, 'from-ben'])) {
    const count = marks.filter((found) => found === mark).length;
    if (count === 0) wrong.push(lie(name, `"${mark}" was said to be saved`));
    if (count > 1) wrong.push({ is: 'corrupt', at: name, what: `has "${mark}" ${count} times` });
  }
  const { pending, waiting, quarantined, alarms } = desk.status();
  const left = pending.length + waiting.length + quarantined.length + alarms.length;
  const open = JSON.stringify({ pending, waiting, quarantined, alarms });
  if (left > 0) wrong.push({ is: 'corrupt', at: name, what: `is not done: ${open}` });
  for (const { message } of library.status().problems) wrong.push({ is: 'corrupt', at: name, what: message });
  const { damaged } = must(await library.verify({ repair: false }));
  for (const { file, reason } of damaged) wrong.push({ is: 'corrupt', at: `${name}/${file}`, what: reason });
  return wrong;
}

/** What a library took out of use: nothing here was damaged by anybody, so nothing should be. */
async function setAside({ disks, places }: World, name: Name): Promise<Wrong[]> {
  const place = places[name];
  if (!(await disks[name].list(place)).some((entry) => entry.name === 'quarantine')) return [];
  const entries = await disks[name].list(`${place}/quarantine`);
  return entries.map((entry) => {
    return { is: 'corrupt', at: `${name}/quarantine/${entry.name}`, what: 'A file was found damaged.' };
  });
}

function lie(at: Name, what: string): Wrong {
  return { is: 'lie', at, what };
}

async function marksAt(library: Library, id: ArticleId): Promise<string[]> {
  return must(await library.read(id)).article.related.map(({ headline }) => headline);
}
