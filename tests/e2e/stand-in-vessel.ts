import { chromium, type Browser, type Page } from '@playwright/test';
import { startStandIn, type RunningStandIn } from '#tests/stand-in/running.ts';
import { linesOf, type Vessel, type VesselSettings } from './vessel.ts';

/** The built desktop under the stand-in for Electron. Its window ends with it; a new start has a new page. */
export function standInVessel({ library, config }: VesselSettings): Vessel {
  let running: RunningStandIn | undefined;
  let browser: Browser | undefined;
  const earlier: string[] = [];
  const allowed: RegExp[] = [];

  const pageOf = async (): Promise<Page> => {
    const page = browser
      ?.contexts()[0]
      ?.pages()
      .find((open) => open.url().startsWith('https://app.stet.test/'));
    if (page === undefined) throw new Error('the desktop has no window');
    return Promise.resolve(page);
  };
  const saidBy = (desktop: RunningStandIn | undefined): readonly string[] => {
    const troubles = (desktop?.told ?? []).flatMap((message) => ('trouble' in message ? [message.trouble] : []));
    return [...troubles, ...linesOf(desktop?.errors() ?? '')];
  };
  const stop = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    await running?.end(signal);
    await browser?.close();
    earlier.push(...saidBy(running));
    running = undefined;
  };

  return {
    url: 'https://app.stet.test/',
    async start() {
      running = await startStandIn({ library, config });
      browser = await chromium.connectOverCDP(running.cdp);
      return pageOf();
    },
    newPage: () => Promise.reject(new Error('the desktop has one window; tag this spec @loopback')),
    end: stop,
    disk: () => Promise.reject(new Error('the built desktop has a real disk; tag this spec @loopback')),
    allow: (pattern) => void allowed.push(pattern),
    troubles: () => {
      const all = [...earlier, ...saidBy(running)];
      return all.filter((trouble) => !allowed.some((pattern) => pattern.test(trouble)));
    },
    dispose: () => stop('SIGTERM'),
  };
}
