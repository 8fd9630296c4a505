import type { BrowserContext, Page } from '@playwright/test';
import type { DiskState } from './host.ts';

/** Which of the hosts a spec runs over. */
export type VesselName = 'loopback' | 'stand-in' | 'electron';

export interface VesselSettings {
  readonly library: string;
  readonly config: string;
  /** Playwright's own context: the pages of the loopback host live there. */
  readonly context: BrowserContext;
}

/** One host with its pages, as the fixture drives it. */
export interface Vessel {
  /** Where a page is, once it has opened. */
  readonly url: string;
  /** Starts the host, or starts it again; resolves with the page to go on with. */
  start(): Promise<Page>;
  newPage(): Promise<Page>;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  disk(state: DiskState): Promise<void>;
  allow(pattern: RegExp): void;
  troubles(): readonly string[];
  /** Ends everything, whatever state it is in. */
  dispose(): Promise<void>;
}

/** What a host wrote on its standard error, line by line, without what Node says of itself. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !/ExperimentalWarning|--trace-warnings/u.test(line));
}
