import { describe, expect, it } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { editState } from '#shared/document/edit.ts';
import { addRelated } from '#shared/document/related.ts';
import { Library } from '#electron/backend/library.ts';
import { draft, must } from './articles.ts';
import { FaultyDisk } from './disk/faulty-disk.ts';
import { seeded, seededRandom, steppingClock } from './seeded.ts';

const PLACE = '/home/library';
const SEEDS = 200;
const LIVES = 3;

/** What was acknowledged: per article the marks that must be found in it. */
type Promised = Map<ArticleId, Set<string>>;

const open = (disk: FaultyDisk, life: number) =>
  Library.open({ disk, place: PLACE, clock: steppingClock(), random: seededRandom(life), access: 'write' });

/** Adds a related link with that headline: the mark. Returns whether it was acknowledged. */
async function addMark(library: Library, id: ArticleId, mark: string): Promise<boolean> {
  const loaded = await library.load(id);
  if (!loaded.ok) return false;
  const link = { type: 'related', target: { kind: 'none' }, headline: mark, blurb: '' } as const;
  const { update } = editState(loaded.value.state, (doc) => addRelated(doc, link, seededRandom(numberOf(mark))));
  return update !== null && (await library.append(id, update)).ok;
}

function numberOf(mark: string): number {
  const [life = 0, step = 0] = mark.split('-').map(Number);
  return life * 1000 + step;
}

/** One start of the application until the power goes. */
async function live(disk: FaultyDisk, seed: number, life: number, promised: Promised): Promise<void> {
  const next = seeded(seed * 100 + life);
  disk.faults = { short: 0.2, writeError: next() * 0.05, syncError: next() * 0.05, room: Infinity };
  disk.cutAfter = Math.floor(next() * 250);
  const opened = await open(disk, seed * 100 + life);
  if (!opened.ok) return;
  const library = opened.value;
  const work: Promise<void>[] = [];
  for (let step = 0; step < 14; step += 1) {
    const ids = [...promised.keys()];
    const id = ids[Math.floor(next() * ids.length)];
    const choice = next();
    const mark = `${life}-${step}`.padEnd(seed % 7 === 0 ? 9_000 : 6);
    if (id === undefined || choice < 0.2) work.push(create(library, mark, promised));
    else if (choice < 0.85) work.push(append(library, id, mark, promised));
    else await library.settled();
    if (next() < 0.5) await Promise.all(work.splice(0));
  }
  await Promise.all(work);
  await library.close();
}

async function create(library: Library, mark: string, promised: Promised): Promise<void> {
  const made = await library.create(draft(mark.trim()));
  if (made.ok) promised.set(made.value, new Set());
}

async function append(library: Library, id: ArticleId, mark: string, promised: Promised): Promise<void> {
  if (await addMark(library, id, mark)) promised.get(id)?.add(mark);
}

async function expectKept(library: Library, promised: Promised, seed: number): Promise<number> {
  let found = 0;
  for (const [id, marks] of promised) {
    const { article } = must(await library.read(id));
    const present = new Set(article.related.map((link) => link.headline));
    expect({ seed, headline: headlineText(article) !== '' }).toEqual({ seed, headline: true });
    for (const mark of marks) {
      expect({ seed, mark: mark.trim(), kept: present.has(mark) }).toEqual({ seed, mark: mark.trim(), kept: true });
      found += 1;
    }
  }
  return found;
}

describe('power cuts', () => {
  it(`lose nothing that was acknowledged, over ${SEEDS} worlds of ${LIVES} lives on a disk that lies`, async () => {
    let found = 0;
    let cuts = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const disk = new FaultyDisk(seed);
      await disk.makeFolder('/home');
      await disk.syncFolder('/');
      const promised: Promised = new Map();
      for (let life = 1; life <= LIVES; life += 1) {
        await live(disk, seed, life, promised);
        if (disk.isCut) cuts += 1;
        disk.powerCut();
        const library = must(await open(disk, seed * 100 + 50 + life));
        found += await expectKept(library, promised, seed);
        if (life % 2 === 0) await library.settled();
        if (life % 3 !== 0) await library.close();
        disk.powerCut();
      }
    }
    expect(cuts).toBeGreaterThan(SEEDS);
    expect(found).toBeGreaterThan(SEEDS * 10);
  }, 300_000);
});
