import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryDisk } from '#electron/backend/disk/memory.ts';
import { draft, must, openLibrary, set } from './articles.ts';

// Turns between slices stay real: only what waits for a time is moved by hand.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Lets so many milliseconds pass, and what is due then be done. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

it('tells a summary every two seconds at most while somebody writes on, and once more when they stop', async () => {
  const library = await openLibrary({ disk: memoryDisk(), place: '/library', life: 1 });
  const id = must(await library.create(draft('Harbour strike')));
  await pass(5_000);
  const told: { readonly at: number; readonly slug: string | undefined }[] = [];
  library.on('changed', ({ items }) => told.push({ at: performance.now(), slug: items.at(-1)?.slug }));
  const began = performance.now();
  for (let save = 1; save <= 120; save += 1) {
    await set(library, id, { slug: `save-${save}` });
    await pass(100);
  }
  const gaps = told.map(({ at }, place) => at - (told[place - 1]?.at ?? began));
  expect(told.length).toBeGreaterThanOrEqual(5);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000);
  expect(Math.max(...gaps)).toBeLessThan(2_500);
  await pass(1_000);
  expect(told.at(-1)?.slug).toBe('save-120');
  await library.close();
});
