import { expect, it } from 'vitest';
import { runsOf } from '#renderer/share/runs.ts';
import { run } from '#shared/article/inline.ts';

it('a text runs as its first letter says, one without letters as its page does', () => {
  expect(runsOf([run('2026: שלום')])).toEqual({ dir: 'auto' });
  expect(runsOf([run('“2026” – 14.5')])).toEqual({});
  expect(runsOf([])).toEqual({});
});
