import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/article/identity.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { Library } from '#electron/backend/library.ts';
import { must } from './articles.ts';
import { seeded } from './seeded.ts';

const KILLS = 200;
const WRITER = fileURLToPath(new URL('crash-writer.ts', import.meta.url));

/** A writing process and what it has said so far. */
interface Writer {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly said: () => readonly (readonly [string, string])[];
  kill(): Promise<void>;
}

let folder = '';
const writers = new Set<Writer>();

function startWriter(place: string): Writer {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'stet-test-compile-cache') };
  const child = spawn(process.execPath, [WRITER, place], { stdio: ['pipe', 'pipe', 'inherit'], env });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = once(child, 'close');
  const writer: Writer = {
    child,
    said: () =>
      whole(output).map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      writers.delete(writer);
    },
  };
  child.stdin.on('error', () => {});
  writers.add(writer);
  return writer;
}

/** The lines that have ended: a line cut by the kill is not an acknowledgement anybody has read. */
function whole(output: string): string[] {
  return output.split('\n').slice(0, -1);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited too long');
    await pause(5);
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const open = (place: string, access: 'read' | 'write') =>
  Library.open({ place, disk: nodeDisk(), clock: systemClock, random: (bytes) => randomBytes(bytes), access });

async function missingFrom(library: Library, promised: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const missing: string[] = [];
  for (const [id, marks] of promised) {
    const { article } = must(await library.read(id as ArticleId));
    const present = new Set(['made', ...article.related.map((link) => link.headline)]);
    missing.push(...marks.filter((mark) => !present.has(mark)));
  }
  return missing;
}

function byArticle(said: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, mark] of said) groups.set(id, [...(groups.get(id) ?? []), mark]);
  return groups;
}

describe('processes that die', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stet-crash-'));
  });
  afterEach(async () => {
    await Promise.all([...writers].map((writer) => writer.kill()));
    await rm(folder, { recursive: true, force: true });
  });

  it(`lose nothing they acknowledged, killed at ${KILLS} moments`, { timeout: 400_000 }, async () => {
    const place = join(folder, 'library');
    const next = seeded(1);
    const all: (readonly [string, string])[] = [];
    const ready = [startWriter(place), startWriter(place)];
    for (let round = 1; round <= KILLS; round += 1) {
      ready.push(startWriter(place));
      const writer = ready.shift() ?? startWriter(place);
      writer.child.stdin.write('go\n');
      const enough = round % 4 === 0 ? 0 : 1 + Math.floor(next() * 20);
      await (enough === 0 ? pause(next() * 150) : until(() => writer.said().length >= enough));
      await pause(next() * 15);
      await writer.kill();
      all.push(...writer.said());
      const library = must(await open(place, round % 3 === 0 ? 'write' : 'read'));
      expect({ round, missing: await missingFrom(library, byArticle(writer.said())) }).toEqual({ round, missing: [] });
      expect({ round, problems: library.status().problems }).toEqual({ round, problems: [] });
      await library.close();
    }
    expect(all.length).toBeGreaterThan(KILLS * 3);
    const library = must(await open(place, 'write'));
    expect(await missingFrom(library, byArticle(all))).toEqual([]);
    expect(must(await library.verify({ repair: false })).damaged).toEqual([]);
    await library.close();
  });

  it('keep others out while they live, and not a moment longer', async () => {
    const place = join(folder, 'library');
    const [first, second, third] = [startWriter(place), startWriter(place), startWriter(place)];
    first.child.stdin.write('go\n');
    await until(() => first.said().length > 0);
    second.child.stdin.write('go\n');
    await until(() => second.said().length > 0);
    expect(second.said()).toEqual([
      ['refused', 'Another Stet on this computer has this library open; close it there first.'],
    ]);
    must(await open(place, 'read'));
    await first.kill();
    third.child.stdin.write('go\n');
    await until(() => third.said().length > 0);
    expect(third.said()[0]?.[0]).toMatch(/^[0-9a-z]{26}$/);
  });
});
