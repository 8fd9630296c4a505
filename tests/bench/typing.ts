import type { Browser } from '@playwright/test';
import { inEditingRoom, SETTLE, spentOn, type EditingRoom, type Side } from './editing-room.ts';
import { median, quantile, type Measure } from './measure.ts';

const SIZES = [1_200, 10_000, 50_000];
/** Repetitions, one side after the other in turns, so that a busy moment of the machine meets all. */
const SCRIPT_ROUNDS = 9;
const PAINT_ROUNDS = 5;
const OPENINGS = 9;
const OPENED = 10_000;
const TYPED = 'and so the evening went on as it had begun';
/** Written before anything is measured, once what opening left behind is swept up. */
const FIRST = 'It was late, ';
/** Between two keys, in milliseconds: a fast typist. */
const BETWEEN_KEYS = 60;

/**
 * What writing costs with everything on, in three sizes of article: script per key and heap against bare Tiptap, from
 * the key to its painted frame against bare Tiptap and beside a plain contenteditable; and opening 10,000 words.
 */
export async function measureTyping(browser: Browser): Promise<Measure[]> {
  return inEditingRoom(browser, SIZES, async (room) => {
    const measures: Measure[] = [];
    for (const words of SIZES) {
      if (words === OPENED) measures.push(await compareOpening(room, words));
      for (const side of [room.plain, room.bare, room.stet]) await side.open(words);
      measures.push(await compareHeap(room, words), await compareScript(room, words), await comparePaint(room, words));
    }
    return measures;
  });
}

async function compareOpening({ stet, bare }: EditingRoom, words: number): Promise<Measure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  await bare.open(words);
  await stet.open(words);
  for (let round = 0; round < OPENINGS; round += 1) {
    theirs.push(await bare.open(words));
    ours.push(await stet.open(words));
  }
  return ratio(`open ${inWords(words)}, main thread`, ours, theirs, 1.5);
}

async function compareScript({ stet, bare }: EditingRoom, words: number): Promise<Measure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  await scriptPerKey(bare);
  await scriptPerKey(stet);
  for (let round = 0; round < SCRIPT_ROUNDS; round += 1) {
    theirs.push(await scriptPerKey(bare));
    ours.push(await scriptPerKey(stet));
  }
  return ratio(`script per key in ${inWords(words)}`, ours, theirs, 1.5);
}

async function comparePaint({ stet, bare, plain }: EditingRoom, words: number): Promise<Measure> {
  const times = { Stet: [] as number[], 'bare Tiptap': [] as number[], contenteditable: [] as number[] };
  for (const side of [plain, bare, stet]) await keyTimes(side);
  for (let round = 0; round < PAINT_ROUNDS; round += 1) {
    for (const side of [plain, bare, stet]) times[side.name].push(...(await keyTimes(side)));
  }
  const p95 = (side: Side): number => quantile(times[side.name], 0.95);
  const said = (side: Side): string => `${side.name} ${median(times[side.name]).toFixed(1)}/${p95(side).toFixed(1)} ms`;
  return {
    name: `key to painted frame in ${inWords(words)}, p95`,
    measured: p95(stet) / p95(bare),
    budget: 1.15,
    unit: 'x',
    detail: `p50/p95: ${[stet, bare, plain].map(said).join(', ')}`,
  };
}

async function compareHeap({ stet, bare }: EditingRoom, words: number): Promise<Measure> {
  const ours = await heapMegabytes(stet);
  const theirs = await heapMegabytes(bare);
  return {
    name: `heap with ${inWords(words)} open`,
    measured: ours / theirs,
    budget: 2,
    unit: 'x',
    detail: `${ours.toFixed(1)} MB against ${theirs.toFixed(1)} MB`,
  };
}

/** The median of the turns' ratios: a machine that is slower for a while is so for both sides of a turn. */
function ratio(name: string, ours: readonly number[], theirs: readonly number[], budget: number): Measure {
  const detail = `${median(ours).toFixed(2)} ms against ${median(theirs).toFixed(2)} ms`;
  const turns = ours.map((each, turn) => each / (theirs[turn] ?? Number.NaN));
  return { name, measured: median(turns), budget, unit: 'x', detail };
}

const inWords = (words: number): string => `${words.toLocaleString('en')} words`;

/** Script time per key, in milliseconds, of writing at the end of a paragraph in the middle of the text. */
async function scriptPerKey(side: Side): Promise<number> {
  await comeToTheMiddle(side);
  const spent = await spentOn(side.page, 'ScriptDuration', async () => {
    await side.page.keyboard.type(TYPED, { delay: BETWEEN_KEYS });
    await side.page.waitForTimeout(SETTLE);
  });
  return spent / TYPED.length;
}

/** From each key to its painted frame, in milliseconds. */
async function keyTimes(side: Side): Promise<readonly number[]> {
  await comeToTheMiddle(side);
  await side.page.evaluate(() => void (window.keyTimes = []));
  await side.page.keyboard.type(TYPED, { delay: BETWEEN_KEYS });
  await side.page.waitForTimeout(SETTLE);
  return side.page.evaluate(() => {
    const times = window.keyTimes ?? [];
    window.keyTimes = undefined;
    return times;
  });
}

async function comeToTheMiddle({ page, body }: Side): Promise<void> {
  await page.bringToFront();
  const paragraphs = page.locator(`${body} > p`);
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
  await page.waitForTimeout(SETTLE);
  // What opening left behind is not typing's; either page could be made to sweep it up meanwhile.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.detach();
  // That sweep throws the compiled code away as well, as none does while somebody writes: the first words compile it anew.
  await page.keyboard.type(FIRST, { delay: BETWEEN_KEYS });
}

/** What the page holds after a sweep: objects of scripts, the page's own elements, and bytes in buffers. */
async function heapMegabytes({ page, body }: Side): Promise<number> {
  await page.bringToFront();
  await page.locator(body).waitFor();
  await page.waitForTimeout(4 * SETTLE);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / (1024 * 1024);
}
