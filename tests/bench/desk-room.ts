import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleId } from '#shared/article/identity.ts';
import { editState } from '#shared/document/edit.ts';
import { benchText } from './bench-text.ts';
import { createArticle, must, startMachine, type Machine } from './desk-machine.ts';
import { writeInto } from './desk-writing.ts';
import type { Measure } from './measure.ts';

const ARTICLES = 30;
const WORDS = 800;
/** So many days two people work on all of them, with so many exchanges on each. */
const DAYS = 4;
const EXCHANGES = 10;

/**
 * How many bytes a desk folder takes after two people have worked for days, each day a new start of the program, on the
 * same articles, against the articles' own state.
 */
export async function measureRoom(place: string): Promise<Measure> {
  const at = (name: string): { name: string; folder: string; place: string } => {
    return { name, folder: join(place, name), place: join(place, 'desk') };
  };
  let ana = await startMachine('create', at('ana'));
  const ids: ArticleId[] = [];
  for (let story = 0; story < ARTICLES; story += 1) {
    ids.push(await createArticle(ana.library, `Story ${story}`, benchText(WORDS, story + 1)));
  }
  must(await ana.desk.share(ids));
  await ana.exchange();
  let ben = await startMachine('join', at('ben'));
  await ben.exchange();
  for (let day = 0; day < DAYS; day += 1) {
    for (let exchange = 0; exchange < EXCHANGES; exchange += 1) {
      await workOn(ana, ids, day * EXCHANGES + exchange);
      await ana.exchange();
      await workOn(ben, ids, day * EXCHANGES + exchange + 1);
      await ben.exchange();
    }
    await ana.close();
    await ben.close();
    ana = await startMachine('reopen', at('ana'));
    ben = await startMachine('reopen', at('ben'));
  }
  const before = await bytesIn(join(place, 'desk'));
  for (const machine of [ana, ben, ana, ben]) await machine.exchange('now');
  const after = await bytesIn(join(place, 'desk'));
  let state = 0;
  for (const id of ids) state += must(await ana.library.load(id)).state.length;
  await ana.close();
  await ben.close();
  return {
    name: 'desk: bytes in the folder against state of articles',
    measured: after / state,
    budget: 1.5,
    unit: 'x',
    detail: `${kilobytes(after)} after compaction, ${kilobytes(before)} before, ${kilobytes(state)} of state`,
  };
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} kB`;

/** Rewrites a stretch of one paragraph in every article. */
async function workOn({ library }: Machine, ids: readonly ArticleId[], turn: number): Promise<void> {
  const writing = ids.map(async (id, number) => {
    const { state } = must(await library.load(id));
    const from = (turn * 37 + number * 11) % 200;
    const text = `turn ${turn} wrote this over what stood here `;
    const { update } = editState(state, (doc) => writeInto(doc, (turn + number) % 5, text, { from, length: 30 }));
    if (update !== null) must(await library.append(id, update));
  });
  await Promise.all(writing);
}

async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
