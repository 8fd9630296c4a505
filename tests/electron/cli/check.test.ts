import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBench, type Bench } from './program.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.remove());

it('stet check goes by the house rules that Stet brings, and by the library’s own once it has some', async () => {
  const file = join(bench.folder, 'story.txt');
  await writeFile(file, 'The harbour vote\n\nThe council met on March 3rd in order to close the the quay.\n');
  const [imported] = await bench.json<{ id: string }[]>('import', file);
  const id = imported?.id ?? '';
  const ours = await bench.stet('check', id);
  expect(ours.stdout.trimEnd().split('\n')).toEqual([
    'warns   The word “the” stands twice. (block 1)',
    'warns   The house writes “March 3”, not “March 3rd”. (block 1)',
    'hints   The house writes “to”, not “in order to”. (block 1)',
  ]);
  expect(ours.code).toBe(0);

  const rules = join(bench.library, 'house-rules.yaml');
  await writeFile(rules, 'checks: { doubled-word: off }\nrules:\n  - words: { quay: wharf }\n  - pattern: "(a+)+"\n');
  const own = await bench.stet('check', id);
  expect(own.stdout.trimEnd().split('\n')).toEqual([
    'warns   The house writes “wharf”, not “quay”. (block 1)',
    expect.stringMatching(/^rules {3}Line 4: the pattern of “\(a\+\)\+” could take for ever.*house-rules\.yaml\)$/u),
  ]);
  expect(await bench.stet('verify')).toMatchObject({ code: 0 });
});
