import { fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { blockText } from '#shared/article/block.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { Library } from '#electron/backend/library.ts';
import { loopbackVessel } from '#tests/e2e/loopback-vessel.ts';
import type { Vessel } from '#tests/e2e/vessel.ts';
import type { CopierCounts, CopierSettings } from './copier.ts';

const STET = join(import.meta.dirname, '../../electron/cli/stet.ts');

/** A person with a machine of their own: a library, settings, a host, a browser. */
export interface Person {
  readonly name: string;
  readonly library: string;
  readonly page: Page;
  readonly vessel: Vessel;
  /** Opens an article in the page. */
  open(article: string): Promise<void>;
  /** Ends host and browser. */
  leave(): Promise<void>;
}

/** Runs the command line of the sources with `--json` and gives the value it prints; rejects when it fails. */
export async function runStet(o: { library: string; config: string }, ...words: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [STET, '--library', o.library, '--json', ...words], {
    env: { ...process.env, STET_CONFIG: o.config },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  let [printed, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`stet ${words.join(' ')} ended with ${String(code)}: ${said}`);
  return JSON.parse(printed);
}

/** Writes stories of one paragraph into a library and gives their ids in order. */
export async function writeStories(
  o: { library: string; config: string; scratch: string },
  stories: readonly { headline: string; text: string }[],
): Promise<readonly string[]> {
  await mkdir(join(o.scratch, 'stories'), { recursive: true });
  const files: string[] = [];
  for (const [at, { headline, text }] of stories.entries()) {
    const file = join(o.scratch, 'stories', `${at}.md`);
    await writeFile(file, `# ${headline}\n\n${text}\n`);
    files.push(file);
  }
  const imported = (await runStet(o, 'import', ...files)) as readonly { readonly id: string }[];
  return imported.map(({ id }) => id);
}

/** Starts a person's host and opens its page. */
export async function arrive(browser: Browser, o: { name: string; library: string; config: string }): Promise<Person> {
  const context: BrowserContext = await browser.newContext();
  const vessel = loopbackVessel({ library: o.library, config: o.config, context });
  const page = await vessel.start().catch(async (thrown: unknown) => {
    await context.close();
    throw thrown;
  });
  return {
    ...o,
    page,
    vessel,
    async open(article) {
      await page.evaluate((id) => {
        window.location.hash = `#/edit/${id}`;
      }, article);
    },
    async leave() {
      await vessel.dispose();
      await context.close();
    },
  };
}

/** The text of every article's body in a library as it lies on the disk, by id. A host may be at work in it. */
export async function bodiesIn(place: string): Promise<ReadonlyMap<string, string>> {
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const opened = await Library.open({ place, disk: nodeDisk(), clock: systemClock, random, access: 'read' });
  if (!opened.ok) throw new Error(opened.error.message);
  const library = opened.value;
  const bodies = new Map<string, string>();
  for (const { id } of library.list({ limit: 500 }).items) {
    const read = await library.read(id);
    if (!read.ok) throw new Error(read.error.message);
    bodies.set(id, read.value.article.body.map(blockText).join('\n'));
  }
  await library.close();
  return bodies;
}

/** Every file of a folder and those below it, by path from it, in order. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

/** Starts the bad copier between two folders. */
export function startCopier(settings: CopierSettings): RunningCopier {
  const child = fork(join(import.meta.dirname, 'copier.ts'), [JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  let counts: CopierCounts | null = null;
  child.on('message', (message) => {
    counts = message as CopierCounts;
  });
  return {
    counts: () => counts,
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** The copier's process, which ends with the test's. */
export interface RunningCopier {
  /** What it has done so far; null for nothing. */
  counts(): CopierCounts | null;
  end(): Promise<void>;
}
