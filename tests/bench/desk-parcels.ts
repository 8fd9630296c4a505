import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Y from 'yjs';
import { articleIdFrom, ID_BYTES } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { firstUpdate } from '#shared/document/first.ts';
import { SCHEMA_VERSION } from '#shared/document/layout.ts';
import { parcelPath } from '#shared/parcel/name.ts';
import { encodeParcel, type ParcelPart } from '#shared/parcel/parcel.ts';
import { nodeCodec } from '#electron/backend/desk/node-codec.ts';
import { seeded, seededRandom } from '#tests/electron/backend/seeded.ts';
import { benchText } from './bench-text.ts';
import { startMachine } from './desk-machine.ts';
import { writeInto } from './desk-writing.ts';
import { median, type Measure } from './measure.ts';

const FEW = 2_000;
const MANY = 10_000;
/** A newsroom's day: each start of the program leaves so many parcels; each article is in so many. */
const OF_A_WRITER = 50;
const OF_AN_ARTICLE = 20;
const WORDS = 200;
const STARTS = 5;

/** How the time for a folder full of parcels grows with their number: to take them all, and to start with them. */
export async function measureParcels(place: string): Promise<Measure[]> {
  const few = await measureSo(join(place, 'few'), FEW);
  const many = await measureSo(join(place, 'many'), MANY);
  const measure = (what: string, name: 'taken' | 'started'): Measure => ({
    name: `desk: 10,000 parcels against 2,000, ${what}`,
    measured: many[name] / few[name],
    budget: 6,
    unit: 'x',
    detail: `${(many[name] / 1000).toFixed(2)} s against ${(few[name] / 1000).toFixed(2)} s`,
  });
  return [measure('taken in', 'taken'), measure('started with', 'started')];
}

async function measureSo(place: string, count: number): Promise<{ taken: number; started: number }> {
  const desk = join(place, 'desk');
  const maker = await startMachine('create', { name: 'maker', folder: join(place, 'maker'), place: desk });
  await maker.close();
  await fill(desk, count);
  const who = { name: 'ana', folder: join(place, 'ana'), place: desk };
  const begun = performance.now();
  const first = await startMachine('join', who);
  await first.exchange();
  const taken = performance.now() - begun;
  const { held, waiting, quarantined } = first.desk.status();
  if (held < count || waiting.length + quarantined.length > 0) throw new Error('not every parcel was taken');
  await first.library.settled();
  await first.close();
  const starts: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const again = performance.now();
    const machine = await startMachine('reopen', who);
    await machine.exchange();
    starts.push(performance.now() - again);
    await machine.close();
  }
  return { taken, started: median(starts) };
}

/** Puts so many parcels into the folder, each with one edit, of many writers of other devices. */
async function fill(desk: string, count: number): Promise<void> {
  const marker = JSON.parse(await readFile(join(desk, 'stet-desk.json'), 'utf8')) as { desk: string };
  await mkdir(join(desk, 'writers'), { recursive: true });
  const chance = seeded(count);
  const articles: { id: string; doc: Y.Doc; update: Uint8Array }[] = [];
  const random = seededRandom(count);
  for (let at = 0; at < count; at += 1) {
    const number = at % OF_A_WRITER;
    const writer = Math.floor(at / OF_A_WRITER)
      .toString(16)
      .padStart(20, '0');
    const part = articles.length < count / OF_AN_ARTICLE && at % OF_AN_ARTICLE === 0 ? begin() : goOn(at);
    if (number === 0) await mkdir(join(desk, 'writers', writer));
    const about = { desk: marker.desk, writer, from: number + 1, to: number + 1, device: `device-${writer}` };
    const more = { member: 'member-ben', schema: SCHEMA_VERSION, application: '0.1.0', time: at, parts: [part] };
    const bytes = encodeParcel({ ...about, ...more }, nodeCodec);
    const name = { writer, from: number + 1, to: number + 1, digest: nodeCodec.digest(bytes) };
    await writeFile(join(desk, 'writers', parcelPath(name)), bytes);
  }

  function begin(): ParcelPart {
    const id = articleIdFrom(random(ID_BYTES));
    const body = benchText(WORDS, articles.length + 1).map(({ text }) => {
      return { kind: 'paragraph' as const, content: [run(text)] };
    });
    const headline = [run(`Story ${articles.length}`)];
    const update = firstUpdate(id, { headline, standfirst: [], body, metadata: {}, related: [] }, random);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, update);
    const article = { id, doc, update };
    doc.on('update', (edit: Uint8Array) => (article.update = edit));
    articles.push(article);
    return { id, schema: SCHEMA_VERSION, update };
  }

  function goOn(at: number): ParcelPart {
    const article = articles[Math.floor(chance() * articles.length)];
    if (article === undefined) throw new Error('there is no article yet');
    writeInto(article.doc, at % 3, ` Edit ${at}.`);
    return { id: article.id, schema: SCHEMA_VERSION, update: article.update };
  }
}
