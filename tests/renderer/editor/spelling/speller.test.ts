import { expect, it } from 'vitest';
import { Speller, type SpellingEngine } from '#renderer/editor/spelling/speller.ts';

const JUDGES = ['en-GB'] as const;

/** An engine that has every word; `fail` ends it, as a worker whose file can't be fetched ends. */
function engine(answers = true): SpellingEngine & { readonly fail: () => void } {
  const listeners: Parameters<SpellingEngine['onAnswer']>[0][] = [];
  const failures: (() => void)[] = [];
  return {
    onAnswer: (listener) => void listeners.push(listener),
    onFailure: (listener) => void failures.push(listener),
    fail: () => failures.forEach((listener) => listener()),
    post: ({ id }) => {
      if (answers) queueMicrotask(() => listeners.forEach((listener) => listener({ id, words: [] })));
    },
  };
}

it('tries again after no engine could be started', async () => {
  let isAway = true;
  const speller = new Speller(() => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(engine())));
  expect(await speller.judge(['quay'], JUDGES)).toBe(false);
  expect(await speller.suggestions('quay', JUDGES, 6)).toEqual([]);
  isAway = false;
  expect(await speller.judge(['quay'], JUDGES)).toBe(true);
  expect(speller.verdict('quay', JUDGES)).toBe(true);
});

it('leaves nobody waiting for an engine that has ended, and starts another', async () => {
  const silent = engine(false);
  const engines = [silent, engine()];
  const speller = new Speller(() => Promise.resolve(engines.shift() ?? engine()));
  const first = speller.judge(['quay'], JUDGES);
  await new Promise((resolve) => setTimeout(resolve, 0));
  silent.fail();
  expect(await first).toBe(false);
  expect(await speller.judge(['quay'], JUDGES)).toBe(true);
});
