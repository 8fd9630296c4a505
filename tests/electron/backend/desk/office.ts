import type { ArticleId } from '#shared/article/identity.ts';
import type { Disk } from '#electron/backend/disk/disk.ts';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import { Desk, type DeskOptions } from '#electron/backend/desk/desk.ts';
import { directGate } from '#electron/backend/desk/direct-gate.ts';
import type { Library } from '#electron/backend/library.ts';
import { headlineText } from '#shared/article/article.ts';
import { replaceFile, writeAll } from '#electron/backend/disk/replace.ts';
import { draft, filesIn, must, openLibrary } from '../articles.ts';
import { seededRandom, steppingClock } from '../seeded.ts';

export const PLACE = '/share/desk';

/** A machine with a library, on a desk. */
export interface Device {
  readonly name: string;
  readonly disk: Disk;
  readonly library: Library;
  readonly desk: Desk;
}

/** A disk that holds an empty share. */
export async function newFolder(): Promise<Disk> {
  const folder = memoryDisk();
  await folder.makeFolder('/share');
  return folder;
}

let lives = 0;

/** Starts Stet on a machine: opens its library and its desk in one of the three ways. */
export async function start(
  name: string,
  how: 'create' | 'join' | 'reopen',
  o: { folder: Disk; disk?: Disk; place?: string; more?: Partial<DeskOptions> },
): Promise<Device> {
  lives += 1;
  const { folder, disk = memoryDisk(), place = PLACE, more = {} } = o;
  const library = await openLibrary({ disk, place: '/library', life: lives });
  const who = { member: { id: `member-${name}`, name }, device: { id: `device-${name}`, name } };
  const desk = await Desk[how]({
    library,
    disk,
    folder,
    place,
    clock: steppingClock(),
    random: seededRandom(lives * 104_729),
    gate: directGate(),
    who,
    application: '0.1.0',
    ...more,
  });
  return { name, disk, library, desk: must(desk) };
}

/** Makes an article on a machine and puts it on the desk. */
export async function shareNew(device: Device, headline: string, body?: string): Promise<ArticleId> {
  const id = must(await device.library.create(draft(headline, body)));
  must(await device.desk.share([id]));
  return id;
}

/** Everybody exchanges in turn, `rounds` times. */
export async function exchangeAll(devices: readonly Device[], rounds = 2): Promise<void> {
  for (let round = 0; round < rounds; round += 1) for (const { desk } of devices) must(await desk.exchange());
}

/** The headline as a machine has it; null where the article is not there. */
export async function headlineAt({ library }: Device, id: ArticleId): Promise<string | null> {
  const read = await library.read(id);
  return read.ok ? headlineText(read.value.article) : null;
}

/** The article as a machine has it. */
export async function articleAt({ library }: Device, id: ArticleId) {
  return must(await library.read(id)).article;
}

/** Every file of the folder's writers, with its bytes, by `<writer>/<file>`. */
export async function parcelsIn(folder: Disk): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const file of await filesIn(folder, `${PLACE}/writers`)) {
    found.set(file, await folder.read(`${PLACE}/writers/${file}`));
  }
  return found;
}

/** Puts a file into the folder as a copier would. */
export async function place(folder: Disk, file: string, bytes: Uint8Array): Promise<void> {
  await folder.makeFolder(`${PLACE}/writers/${file}`.replace(/\/[^/]*$/u, ''));
  await folder.remove(`${PLACE}/writers/${file}`).catch(() => undefined);
  await replaceFile(folder, `${PLACE}/writers/${file}`, bytes);
}

/** A copy of a whole disk: a backup, or a cloned machine. */
export async function copyOf(disk: Disk, top: string): Promise<Disk> {
  const copy = memoryDisk();
  await copy.makeFolder(top);
  for (const file of await filesIn(disk, top)) {
    if (file === 'lock.sqlite') continue;
    const path = `${top}/${file}`;
    await copy.makeFolder(path.replace(/\/[^/]*$/u, ''));
    const handle = await copy.create(path);
    await writeAll(handle, await disk.read(path));
    await handle.close();
  }
  return copy;
}

/** Ends Stet on a machine, in order. */
export function stop({ library }: Device): Promise<void> {
  return library.close();
}
