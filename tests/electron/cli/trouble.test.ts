import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlainArticle } from '#shared/article/plain.ts';
import type { Summary } from '#shared/article/summary.ts';
import { environment, openBench, runStet, SOURCE, type Bench } from './program.ts';

// Many real processes: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PAGES = resolve(import.meta.dirname, '../../../dist/renderer/index.html');

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => {
  await bench.remove();
});

function lines(text: string): string[] {
  return text.trimEnd().split('\n');
}

/** Starts `stet serve` and resolves to its address, or rejects with what it said instead. */
async function serve(...words: string[]) {
  const child = spawn(process.execPath, [SOURCE, '--library', bench.library, 'serve', ...words], {
    cwd: bench.folder,
    env: environment(bench.folder),
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const first = await new Promise<string>((done, failed) => {
    child.stdout.once('data', (chunk: Buffer) => done(chunk.toString()));
    child.stderr.once('data', (chunk: Buffer) => failed(new Error(chunk.toString())));
  });
  return { first, ended, stop: () => child.kill('SIGTERM') };
}

describe('stet, with a library in trouble', () => {
  it('uses the configured library when none is named', async () => {
    await mkdir(join(bench.folder, 'config'));
    await writeFile(
      join(bench.folder, 'config/settings.json'),
      JSON.stringify({ library: bench.library, name: 'Ana' }),
    );
    const made = await runStet(['new', '--headline', 'Configured'], { folder: bench.folder });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const article = await bench.json<PlainArticle>('show', made.stdout.trim());
    expect(article).toMatchObject({ headline: 'Configured', bylines: [{ name: 'Ana' }] });
  });

  it('says when there is no library to read, and makes none', async () => {
    for (const words of [['list'], ['show', 'abc'], ['verify'], ['check', 'abc']]) {
      const run = await bench.stet(...words);
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(lines(run.stderr)).toHaveLength(1);
    }
    expect(await readdir(bench.folder)).toEqual([]);
  });

  it('puts no library into a folder of other things', async () => {
    await writeFile(join(bench.folder, 'thesis.docx'), 'mine');
    const run = await runStet(['--library', bench.folder, 'new', '--headline', 'x'], { folder: bench.folder });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(lines(run.stderr)).toHaveLength(1);
    expect(await readFile(join(bench.folder, 'thesis.docx'), 'utf8')).toBe('mine');
  });

  it('says in one sentence that a place can hold no library', async () => {
    await writeFile(join(bench.folder, 'file'), '');
    const places = [join(bench.folder, 'file/below'), ...(process.platform === 'linux' ? ['/proc/nope'] : [])];
    for (const place of places) {
      const run = await runStet(['--library', place, 'new', '--headline', 'x'], { folder: bench.folder });
      const stderr = 'stet: A library cannot be made in this place; choose another folder for it.\n';
      expect(run).toMatchObject({ code: 1, stdout: '', stderr });
    }
  });

  it('shows no word of a stack, of Node or of an experiment', async () => {
    expect((await bench.stet('new', '--headline', 'Quiet')).stderr).toBe('');
    const sources = { folder: bench.folder, program: [process.execPath, SOURCE] };
    expect(await runStet(['--library', bench.library, 'list'], sources)).toMatchObject({ code: 0, stderr: '' });
  });

  it('keeps what is good of a damaged library, says what is not, and repairs it', async () => {
    const kept = (await bench.stet('new', '--headline', 'Kept')).stdout.trim();
    const hurt = (await bench.stet('new', '--headline', 'Hurt')).stdout.trim();
    expect(await bench.stet('verify')).toMatchObject({ code: 0, stderr: '' });
    const journal = join(bench.library, 'journal');
    for (const file of await readdir(journal, { recursive: true, withFileTypes: true })) {
      const path = join(file.parentPath, file.name);
      if (file.isFile()) await damage(path, hurt);
    }
    for (const file of await readdir(join(bench.library, 'articles', hurt)).catch(() => [])) {
      await writeFile(join(bench.library, 'articles', hurt, file), 'no snapshot');
    }
    const verified = await bench.stet('verify');
    expect(verified.code).toBe(1);
    expect(lines(verified.stderr)).toHaveLength(1);
    expect(verified.stdout).toContain('damaged');
    expect(await bench.json<PlainArticle>('show', kept)).toMatchObject({ headline: 'Kept' });
    const shown = await bench.stet('show', hurt);
    expect(lines(shown.code === 0 ? shown.stdout : shown.stderr).length).toBeGreaterThan(0);
    const repaired = await bench.stet('verify', '--repair', '--json');
    expect(JSON.parse(repaired.stdout)).toMatchObject({ damaged: expect.any(Array) });
    expect(await bench.json<Summary[]>('list')).toContainEqual(expect.objectContaining({ id: kept }));
    expect((await bench.stet('new', '--headline', 'Still works')).code).toBe(0);
  });
});

/** Flips bits in the middle of a file, if it names the article. */
async function damage(path: string, article: string): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.indexOf(article);
  if (at < 0) return;
  bytes.fill(0xff, at, at + article.length);
  await writeFile(path, bytes);
}

describe('stet serve', () => {
  it('prints one address, serves, keeps others out of the library, and ends when told', async () => {
    if (!existsSync(PAGES)) {
      console.warn('stet serve: NOT TRIED, the pages are not built (npm run build)');
      await expect(serve()).rejects.toThrow('npm run build');
      return;
    }
    const id = (await bench.stet('new', '--headline', 'Served')).stdout.trim();
    const { first, ended, stop } = await serve('--json');
    try {
      const { url } = JSON.parse(first) as { url: string };
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\//u);
      expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
      const busy = await bench.stet('new', '--headline', 'Meanwhile', '--json');
      expect(busy.code).toBe(1);
      expect(JSON.parse(busy.stdout)).toMatchObject({ error: { code: 'library-busy' } });
      expect(lines(busy.stderr)).toHaveLength(1);
      expect(await bench.json<PlainArticle>('show', id)).toMatchObject({ headline: 'Served' });
    } finally {
      stop();
    }
    expect(await ended).toBe(0);
    expect(await bench.json<Summary[]>('list')).toHaveLength(1);
  });
});
