import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBench, runStet, SOURCE, type Bench, type Run } from './program.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(async () => {
  await bench.remove();
});

/** The sources' own program: it finds the gate's thread beside it. */
function stet(library: string, ...words: string[]): Promise<Run> {
  return runStet(['--library', join(bench.folder, library), ...words], {
    folder: bench.folder,
    program: [process.execPath, SOURCE],
  });
}

function errorIn(run: Run): unknown {
  const value: unknown = JSON.parse(run.stdout);
  const { error } = value as { error?: { code?: unknown } };
  return error?.code;
}

describe('stet sync', () => {
  it('brings an article from one library to another through a folder, and says how things stand', async () => {
    const id = (await stet('ana', 'new', '--headline', 'Harbour strike')).stdout.trim();
    const first = await stet('ana', 'sync', '--desk', 'desk', '--create', '--share', id, '--json');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({ published: 1, shared: 1, pending: [] });
    const taken = await stet('ben', 'sync', '--desk', 'desk', '--json');
    expect(JSON.parse(taken.stdout)).toMatchObject({ received: 1, articles: [id] });
    await stet('ben', 'set', id, 'slug', 'strike');
    expect((await stet('ben', 'sync')).code).toBe(0);
    expect((await stet('ana', 'sync')).code).toBe(0);
    expect((await stet('ana', 'show', id, '--format', 'json')).stdout).toContain('"slug": "strike"');
    const status = await stet('ana', 'desk', 'status', '--json');
    expect(status).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(status.stdout)).toMatchObject({ shared: 1, pending: 0, absent: 0, waiting: [], rescued: 0 });
    expect((await stet('ana', 'verify')).code).toBe(0);
  });

  it('ends with 1 and a code of its own for each folder that can’t be used', async () => {
    await mkdir(join(bench.folder, 'papers'));
    await writeFile(join(bench.folder, 'papers/letter.txt'), 'Dear editor');
    const missing = await stet('cai', 'sync', '--desk', 'nowhere', '--json');
    expect([missing.code, errorIn(missing)]).toEqual([1, 'desk-missing']);
    const foreign = await stet('cai', 'sync', '--desk', 'papers', '--create', '--json');
    expect([foreign.code, errorIn(foreign)]).toEqual([1, 'desk-foreign']);
    const inside = await stet('cai', 'sync', '--desk', 'desk/inner', '--create', '--json');
    expect([inside.code, errorIn(inside)]).toEqual([1, 'desk-inside']);
    const none = await stet('cai', 'desk', 'status', '--json');
    expect([none.code, errorIn(none)]).toEqual([1, 'desk-none']);
    await rename(join(bench.folder, 'desk'), join(bench.folder, 'away'));
    const away = await stet('ana', 'desk', 'status', '--json');
    expect([away.code, errorIn(away)]).toEqual([1, 'desk-missing']);
    await rename(join(bench.folder, 'away'), join(bench.folder, 'desk'));
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder is not writable', async () => {
    await chmod(join(bench.folder, 'desk'), 0o500);
    const refused = await stet('dan', 'sync', '--desk', 'desk', '--json');
    await chmod(join(bench.folder, 'desk'), 0o700);
    expect([refused.code, errorIn(refused)]).toEqual([1, 'desk-not-writable']);
  });
});
