import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import type { DiskState } from './host.ts';
import { startHost, type RunningHost } from './running.ts';
import { watch, type Watch } from './watch.ts';

export { expect };

/** Stet as a person has it: a page of a real host over a fresh library. */
export interface Stet {
  readonly page: Page;
  /** The address that the host printed (good once, and used by `page`). */
  readonly url: string;
  /** Folder of the library, and of anything else the test wants to keep (`scratch`). Removed afterwards. */
  readonly library: string;
  readonly config: string;
  readonly scratch: string;
  /** Another window of the same person. */
  newPage(): Promise<Page>;
  /** Ends the host gently (everything is on disk then) and starts it again; the page connects again by itself. */
  restart(): Promise<void>;
  /** Kills the host without warning. `start` brings it back on the same port. */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  start(): Promise<void>;
  /** What the host's disk does from now on. */
  disk(state: DiskState): Promise<void>;
  /** Lets a console error, page error or policy violation pass that this test causes on purpose. */
  allow(pattern: RegExp): void;
}

/** Fails the test that uses it on any policy violation, page error, console error or request to another machine. */
export const test = base.extend<{ stet: Stet }>({
  stet: async ({ context }, provide) => {
    const root = await mkdtemp(join(tmpdir(), 'stet-e2e-'));
    const stet = new RunningStet(root, context);
    try {
      await stet.open();
      await provide(stet);
      expect(stet.troubles(), 'the page did what it must never do').toEqual([]);
    } finally {
      await stet.end();
      await rm(root, { recursive: true, force: true, maxRetries: 3 });
    }
  },
});

class RunningStet implements Stet {
  readonly library: string;
  readonly config: string;
  readonly scratch: string;
  readonly #context: BrowserContext;
  #host: RunningHost | undefined;
  #page: Page | undefined;
  #watch: Watch | undefined;

  constructor(root: string, context: BrowserContext) {
    this.library = join(root, 'library');
    this.config = join(root, 'config');
    this.scratch = root;
    this.#context = context;
  }

  get page(): Page {
    return there(this.#page);
  }
  get url(): string {
    return there(this.#host).url;
  }

  async open(): Promise<void> {
    await this.start();
    const { port } = there(this.#host);
    this.#watch = await watch(this.#context, (url) => url.host === `127.0.0.1:${port}`);
    this.#page = await this.#context.newPage();
    await this.#page.goto(this.url);
  }

  async newPage(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(`http://127.0.0.1:${there(this.#host).port}/`);
    return page;
  }

  async start(): Promise<void> {
    const before = this.#host;
    const kept = before === undefined ? {} : { secret: before.secret };
    this.#host = await startHost({ library: this.library, port: before?.port ?? 0, stay: true, ...kept }, this.config);
  }

  async restart(): Promise<void> {
    await this.kill('SIGTERM');
    await this.start();
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    this.allow(/WebSocket connection to|ERR_CONNECTION_REFUSED/u);
    await there(this.#host).end(signal);
  }

  disk(state: DiskState): Promise<void> {
    return there(this.#host).disk(state);
  }

  allow(pattern: RegExp): void {
    this.#watch?.allow(pattern);
  }

  troubles(): readonly string[] {
    return [...(this.#watch?.troubles ?? []), ...lines(this.#host?.errors() ?? '')];
  }

  async end(): Promise<void> {
    for (const page of this.#context.pages()) await page.close();
    await this.#host?.end('SIGTERM');
  }
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Stet has not been started');
  return value;
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '' && !line.includes('ExperimentalWarning'));
}
