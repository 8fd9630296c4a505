import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PlainArticle } from '#shared/article/plain.ts';
import type { Summary } from '#shared/article/summary.ts';
import type { CheckResult, ExportRecord, ImportOutcome } from '#shared/contract/calls.ts';
import { openBench, type Bench } from './program.ts';

// Many real processes: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const STORY = `The harbour reopens

The first ferry in two years left the harbour on Monday morning with forty people on board.

It is the end of a long wait, “a relief”, as the mayor put it, for the people of the island.

A long winter

The storm of 2024 had broken the pier in three places, and nobody could say who would pay for it.

What comes next

A second ferry is due in spring, the company says, and a third the year after.
`;

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(async () => {
  await bench.remove();
});

describe('stet, one story from import to export', () => {
  let id = '';

  it('imports a file as an article, says so as JSON, and shows it again', async () => {
    await writeFile(join(bench.folder, 'harbour.txt'), STORY);
    const run = await bench.stet('import', 'harbour.txt', '--json');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const [outcome] = JSON.parse(run.stdout) as ImportOutcome[];
    expect(outcome).toMatchObject({ file: 'harbour.txt', headline: 'The harbour reopens', notes: expect.any(Array) });
    id = outcome !== undefined && 'id' in outcome ? outcome.id : '';
    expect(id).toHaveLength(26);

    const article = await bench.json<PlainArticle>('show', id.slice(0, 6), '--format', 'json');
    expect(article).toMatchObject({ id, headline: 'The harbour reopens', status: 'writing', related: [] });
    const headings = article.body.filter((block) => block.kind === 'heading').map((block) => block.text);
    expect(headings).toEqual(['A long winter', 'What comes next']);
    expect(article.body.map((block) => block.text).join('\n')).toContain('“a relief”, as the mayor put it,');
  });

  it('shows it as text, Markdown and HTML, on stdout alone', async () => {
    const plain = await bench.stet('show', id, '--format', 'json');
    expect(JSON.parse(plain.stdout)).toMatchObject({ id });
    for (const format of ['text', 'markdown', 'html']) {
      const run = await bench.stet('show', id, '--format', format);
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.stdout).toContain('“a relief”');
    }
    expect((await bench.stet('show', id)).stdout).toBe((await bench.stet('show', id, '--format', 'text')).stdout);
    expect(await bench.json('show', id, '--format', 'html')).toMatchObject({ id, format: 'html', losses: [] });
  });

  it('replaces words once or everywhere and prints how many', async () => {
    expect(await bench.stet('replace', id, 'ferry', 'boat')).toEqual({ code: 0, stdout: '1\n', stderr: '' });
    expect(await bench.json('replace', id, 'the', 'THE', '--all')).toMatchObject({ id, replaced: expect.any(Number) });
    expect(await bench.json('replace', id, 'THE', 'the', '--all')).toMatchObject({ replaced: expect.any(Number) });
    expect(await bench.json('replace', id, 'not in there', 'x')).toEqual({ id, replaced: 0 });
    const article = await bench.json<PlainArticle>('show', id);
    expect(article.body[0]?.text).toBe(
      'The first boat in two years left the harbour on Monday morning with forty people on board.',
    );
  });

  it('sets fields, and says what a field takes', async () => {
    expect(await bench.stet('set', id, 'slug', 'harbour')).toMatchObject({ code: 0, stderr: '' });
    expect(await bench.json('set', id, 'priority', '2')).toEqual({ id, field: 'priority', value: 2 });
    await bench.stet('set', id, 'bylines', 'Ana Ruiz | Madrid, Bo Li');
    await bench.stet('set', id, 'status', 'subs');
    const article = await bench.json<PlainArticle>('show', id);
    expect(article).toMatchObject({ slug: 'harbour', priority: 2, status: 'subs' });
    expect(article.bylines).toEqual([
      { name: 'Ana Ruiz', role: 'Madrid' },
      { name: 'Bo Li', role: '' },
    ]);
    for (const [field, value, said] of [
      ['priority', '11', 'from 1 to 9'],
      ['colour', 'red', 'no field "colour"'],
      ['headline', 'New', 'stet replace'],
      ['status', 'done', 'one of pitch'],
    ] as const) {
      const run = await bench.stet('set', id, field, value);
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toContain(said);
    }
  });

  it('attaches articles of the library and pages elsewhere, in order', async () => {
    const other = (await bench.stet('new', '--headline', 'The island’s winter')).stdout.trim();
    expect(await bench.json('relate', id, '--to', other.slice(0, 8), '--type', 'background')).toMatchObject({
      id,
      related: { type: 'background', article: other },
    });
    const url = 'https://example.org/pier?a=1#b';
    const blurb = 'How it broke';
    expect(await bench.stet('relate', id, '--to', url, '--blurb', blurb)).toMatchObject({ code: 0 });
    const { related } = await bench.json<PlainArticle>('show', id);
    expect(related).toMatchObject([
      { type: 'background', article: other, headline: 'The island’s winter' },
      { type: 'related', url, blurb },
    ]);
    for (const to of [other, url, id, 'javascript:alert(1)', '//example.org', 'www.example.org', 'zzzz']) {
      const run = await bench.stet('relate', id, '--to', to);
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('lists what is there, by status, as a table and as JSON', async () => {
    const all = await bench.json<Summary[]>('list');
    expect(all).toHaveLength(2);
    expect(await bench.json<Summary[]>('list', '--limit', '1')).toHaveLength(1);
    const subs = await bench.json<Summary[]>('list', '--status', 'subs');
    expect(subs.map((summary) => summary.id)).toEqual([id]);
    const { stdout } = await bench.stet('list');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^id\s+status\s+headline\s+words\s+modified$/u);
    expect(stdout).toContain(id.slice(0, 8));
    expect(stdout).toContain('\u2068The harbour reopens\u2069');
  });

  it('checks, blocks an export with 3 and 1, and exports with a reason', async () => {
    expect(await bench.stet('check', id)).toMatchObject({ code: 0, stdout: 'Nothing to put right.\n' });
    await bench.stet('set', id, 'embargo', '2027-01-01T06:00:00Z | the minister asked');
    await bench.stet('replace', id, 'forty people', 'TK people');
    const check = await bench.stet('check', id, '--json');
    expect(check.code).toBe(3);
    const { blocked, results } = JSON.parse(check.stdout) as { blocked: boolean; results: CheckResult[] };
    expect(blocked).toBe(true);
    expect(results.map(({ code, block }) => [code, block])).toEqual([
      ['embargo-active', undefined],
      ['tk-left', 0],
    ]);

    const out = join(bench.folder, 'out');
    const refused = await bench.stet('export', id, '--format', 'html,markdown', '--out', out);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('The export is blocked');
    await expect(readdir(out)).rejects.toThrow('ENOENT');

    const order = ['export', id, '--format', 'html,markdown,text,ninjs', '--out', 'out'];
    const record = await bench.json<ExportRecord>(...order, '--override', 'print deadline');
    expect(record).toMatchObject({ directory: out, override: 'print deadline' });
    expect(record.overridden.map(({ code }) => code)).toEqual(['embargo-active', 'tk-left']);
    expect(record.files.map(({ format, file }) => [format, file])).toEqual([
      ['html', `harbour--${id.slice(0, 8)}.html`],
      ['markdown', `harbour--${id.slice(0, 8)}.md`],
      ['text', `harbour--${id.slice(0, 8)}.txt`],
      ['ninjs', `harbour--${id.slice(0, 8)}.json`],
    ]);
    for (const { file, bytes, digest } of record.files) {
      const written = await readFile(join(out, file));
      expect(written.length).toBe(bytes);
      expect(createHash('sha256').update(written).digest('hex')).toBe(digest);
    }
    expect(JSON.parse(await readFile(join(out, 'export.json'), 'utf8'))).toEqual([record]);
  });

  it('verifies the library', async () => {
    expect(await bench.stet('verify')).toMatchObject({ code: 0, stderr: '' });
    expect(await bench.json('verify')).toEqual(expect.any(Object));
  });
});

describe('stet, used wrongly', () => {
  it.each([
    [[], 'stet --help'],
    [['frobnicate'], 'frobnicate'],
    [['new'], '--headline'],
    [['show'], 'id'],
    [['list', '--status', 'done'], 'done'],
    [['list', '--limit', '0'], '0'],
    [['list', '--colour'], '--colour'],
    [['relate', 'a', '--to', 'b', '--type', 'cousin'], 'cousin'],
    [['export', 'a', '--out', 'x'], '--format'],
    [['serve', '--port', '99999'], '99999'],
  ])('%j ends with 2 and one line', async (words, said) => {
    const run = await bench.stet(...words);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(said);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('prints help on stdout and ends with 0', async () => {
    const run = await bench.stet('--help');
    expect(run).toMatchObject({ code: 0, stderr: '' });
    for (const command of ['new', 'import', 'list', 'show', 'relate', 'set', 'replace', 'check', 'export', 'verify']) {
      expect(run.stdout).toMatch(new RegExp(`^\\s+${command}\\b`, 'mu'));
    }
  });

  it.each(['search', 'history', 'restore'])('says that %s is not yet there', async (command) => {
    const run = await bench.stet(command, 'word', '--desk', 'x', '--json');
    expect(run).toMatchObject({ code: 2 });
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'not-yet' } });
    expect(run.stderr).toContain('not yet');
  });
});

describe('stet, met with bad input', () => {
  it('refuses what is no article, file by file, and imports the rest', async () => {
    await writeFile(join(bench.folder, 'binary.txt'), createHash('sha512').update('x').digest());
    await writeFile(join(bench.folder, 'empty.txt'), '');
    await writeFile(join(bench.folder, 'huge.txt'), Buffer.alloc(50 * 1024 * 1024, 'a '));
    await writeFile(join(bench.folder, 'good.txt'), 'A headline\n\nA paragraph of some length, as they are.\n');
    await mkdir(join(bench.folder, 'folder'));
    const files = ['binary.txt', 'empty.txt', 'huge.txt', 'good.txt', 'folder', 'missing.txt'];
    const run = await bench.stet('import', ...files, '--json');
    expect(run.code).toBe(1);
    const outcomes = JSON.parse(run.stdout) as ImportOutcome[];
    expect(outcomes.map((outcome) => outcome.file)).toEqual(files);
    expect(outcomes.map((outcome) => ('error' in outcome ? outcome.error.code : 'imported'))).toEqual([
      'binary-file',
      'empty-file',
      'too-large',
      'imported',
      'unreadable-file',
      'file-missing',
    ]);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(5);
  });

  it('knows no article that is not there, in every command, and changes nothing', async () => {
    const before = await bench.json<Summary[]>('list');
    for (const words of [
      ['show', 'zzzzzz'],
      ['set', 'zzzzzz', 'slug', 'x'],
      ['replace', 'zzzzzz', 'a', 'b'],
      ['check', 'zzzzzz'],
      ['relate', 'zzzzzz', '--to', 'https://example.org/'],
      ['export', 'zzzzzz', '--format', 'html', '--out', 'never'],
    ]) {
      const run = await bench.stet(...words, '--json');
      expect(run.code).toBe(1);
      expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'unknown-article' } });
      expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(await bench.json<Summary[]>('list')).toEqual(before);
    expect(await readdir(bench.folder)).not.toContain('never');
  });

  it('says when a beginning means several articles', async () => {
    const run = await bench.stet('show', '');
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says when a folder can’t be written, and when a format is unknown', async () => {
    const id = (await bench.stet('new', '--headline', 'Out')).stdout.trim();
    for (const out of ['good.txt', 'good.txt/inside', '/proc/stet']) {
      const run = await bench.stet('export', id, '--format', 'html', '--out', out, '--json');
      expect(run.code).toBe(1);
      expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'not-writable' } });
    }
    const run = await bench.stet('export', id, '--format', 'html,docx', '--out', 'never', '--json');
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'unknown-format' } });
    expect(await readdir(bench.folder)).not.toContain('never');
  });

  it('refuses a library that can’t be made', async () => {
    const run = await bench.stet('--library', join(bench.folder, 'good.txt'), 'new', '--headline', 'x');
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('takes an article from standard input', async () => {
    const { runStet } = await import('./program.ts');
    const run = await runStet(['--library', bench.library, 'import', '-', '--json'], {
      folder: bench.folder,
      input: 'From a pipe\n\nA paragraph that came through a pipe into the library.\n',
    });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject([{ file: '-', headline: 'From a pipe' }]);
  });
});
