import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { electronVessel } from './electron-vessel.ts';
import type { DiskState } from './host.ts';
import { loopbackVessel } from './loopback-vessel.ts';
import { standInVessel } from './stand-in-vessel.ts';
import type { Vessel, VesselName, VesselSettings } from './vessel.ts';

export { expect };

/**
 * Stet as a person has it: a page of a real host over a fresh library. Specs run over every host there is; one that
 * needs several pages or a failing disk is tagged `@loopback`.
 */
export interface Stet {
  /** The page to work on. After `restart` or `start` ask again: the desktop has a new one then. */
  readonly page: Page;
  readonly url: string;
  /** Folders of the library, the settings, and anything else the test wants to keep. Removed afterwards. */
  readonly library: string;
  readonly config: string;
  readonly scratch: string;
  /** Another window of the same person (loopback only). */
  newPage(): Promise<Page>;
  /** Ends the host gently (everything is on disk then) and starts it again. In a browser the page stays. */
  restart(): Promise<void>;
  /** Kills the host without warning. `start` brings it back, on the same port. */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  start(): Promise<void>;
  /** What the host's disk does from now on (loopback only). */
  disk(state: DiskState): Promise<void>;
  /** Lets a console error, page error or policy violation pass that this test causes on purpose. */
  allow(pattern: RegExp): void;
}

const VESSELS: Readonly<Record<VesselName, (settings: VesselSettings) => Vessel>> = {
  loopback: loopbackVessel,
  'stand-in': standInVessel,
  electron: electronVessel,
};

/** Fails the test that uses it on any policy violation, page error, console error or request to another machine. */
export const test = base.extend<{ vessel: VesselName; stet: Stet }>({
  vessel: ['loopback', { option: true }],
  stet: async ({ context, vessel: name }, provide) => {
    const scratch = await mkdtemp(join(tmpdir(), 'stet-e2e-'));
    const library = join(scratch, 'library');
    const config = join(scratch, 'config');
    const vessel = VESSELS[name]({ library, config, context });
    try {
      const page = await vessel.start();
      await provide(stetOn(vessel, page, { library, config, scratch }));
      expect(vessel.troubles(), 'the page did what it must never do').toEqual([]);
    } finally {
      await vessel.dispose();
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

function stetOn(vessel: Vessel, first: Page, folders: Pick<Stet, 'library' | 'config' | 'scratch'>): Stet {
  let page = first;
  const start = async (): Promise<void> => {
    page = await vessel.start();
  };
  return {
    ...folders,
    get page() {
      return page;
    },
    get url() {
      return vessel.url;
    },
    start,
    async restart() {
      await vessel.end('SIGTERM');
      await start();
    },
    kill: (signal = 'SIGKILL') => vessel.end(signal),
    newPage: () => vessel.newPage(),
    disk: (state) => vessel.disk(state),
    allow: (pattern) => vessel.allow(pattern),
  };
}
