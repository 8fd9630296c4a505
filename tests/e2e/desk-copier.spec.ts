import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { arrive, bodiesIn, filesBelow, runStet, startCopier, writeStories, type Person } from '#tests/desk/newsroom.ts';
import { body, saved } from './editor.ts';

const FIRST = 'The council met on Monday night.';
const STORIES = Array.from({ length: 6 }, (_, at) => ({ headline: `Copied story ${at + 1}`, text: FIRST }));
const SEED = Number(process.env['STET_SEED'] ?? '20261127');
/** The copier brings everything in the end; after so many milliseconds it has. */
const IN_THE_END = 120_000;

/** Types into the paragraph that both work in, and waits until it is saved on that machine. */
async function write({ page, open }: Person, id: string, text: string): Promise<void> {
  await open(id);
  await expect(body(page)).toContainText(FIRST);
  await body(page).locator('p').first().click();
  await page.keyboard.press('End');
  // At one stroke: two people who write letter by letter at one place at one time write between each other's letters.
  await page.keyboard.insertText(text);
  await expect(body(page)).toContainText(text.trim());
  await saved(page);
}

test(
  'two folders and a copier that is late, out of order, torn and doubled between them: nothing is lost',
  { tag: '@loopback' },
  async ({ browser }) => {
    test.setTimeout(300_000);
    test.info().annotations.push({ type: 'seed of the copier (STET_SEED)', description: String(SEED) });
    const scratch = await mkdtemp(join(tmpdir(), 'stet-copier-'));
    const at = (name: string) => {
      const [library, config] = [join(scratch, name, 'library'), join(scratch, name, 'config')];
      return { name, library, config, desk: join(scratch, name, 'desk') };
    };
    const [ana, ben] = [at('ana'), at('ben')];
    const people: Person[] = [];
    const ids = await writeStories({ ...ana, scratch }, STORIES);
    await runStet(ana, 'sync', '--desk', ana.desk, '--create', '--share-all');
    const copier = startCopier({ folders: [ana.desk, ben.desk], seed: SEED });
    try {
      await expect(() => runStet(ben, 'sync', '--desk', ben.desk)).toPass({ timeout: IN_THE_END });
      for (const who of [ana, ben]) people.push(await arrive(browser, who));
      const [first, second] = people;
      if (first === undefined || second === undefined) throw new Error('somebody is missing');
      await expect.poll(async () => (await bodiesIn(ben.library)).size, { timeout: IN_THE_END }).toBe(STORIES.length);

      const parts = ids.map((_, at) => [` Ana wrote this in ${at + 1}.`, ` Ben wrote this in ${at + 1}.`] as const);
      const work = async (person: Person, which: 0 | 1): Promise<void> => {
        for (const [at, id] of ids.entries()) {
          await write(person, id, parts[at]?.[which] ?? '');
        }
      };
      await Promise.all([work(first, 0), work(second, 1)]);

      const wholeIn = async (library: string): Promise<number> => {
        const bodies = await bodiesIn(library);
        const whole = ids.filter((id, at) =>
          [FIRST, ...(parts[at] ?? [])].every((part) => bodies.get(id)?.includes(part)),
        );
        return whole.length;
      };
      for (const { library } of people) {
        await expect.poll(() => wholeIn(library), { timeout: IN_THE_END }).toBe(STORIES.length);
      }
      const last = parts.length - 1;
      for (const { page } of people) {
        for (const part of parts[last] ?? []) await expect(body(page)).toContainText(part.trim());
      }

      const bodies = await bodiesIn(ana.library);
      expect(await bodiesIn(ben.library)).toEqual(bodies);
      expect([...bodies.keys()].sort()).toEqual([...ids].sort());
      for (const [at, id] of ids.entries()) {
        expect(bodies.get(id)).toHaveLength([FIRST, ...(parts[at] ?? [])].join('').length);
      }
      const counts = copier.counts();
      test.info().annotations.push({ type: 'the copier', description: JSON.stringify(counts) });
      for (const trouble of ['placeholders', 'torn', 'doubled'] as const) expect(counts?.[trouble]).toBeGreaterThan(0);
      for (const { library } of people)
        expect((await filesBelow(library)).filter((file) => file.startsWith('quarantine'))).toEqual([]);
      for (const { name, vessel } of people) expect(vessel.troubles(), `what ${name}'s page must never do`).toEqual([]);
    } finally {
      for (const person of people) await person.leave();
      await copier.end();
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
  },
);
