import type { Page } from '@playwright/test';
import { startHost, type RunningHost } from './running.ts';
import { linesOf, type Vessel, type VesselSettings } from './vessel.ts';
import { watch, type Watch } from './watch.ts';

/** The loopback host of the sources over the built pages. Its page outlives the host and connects again by itself. */
export function loopbackVessel({ library, config, context }: VesselSettings): Vessel {
  let host: RunningHost | undefined;
  let watching: Watch | undefined;
  let page: Page | undefined;
  const errors: string[] = [];
  const running = (): RunningHost => {
    if (host === undefined) throw new Error('Stet has not been started');
    return host;
  };
  const allow = (pattern: RegExp): void => watching?.allow(pattern);

  return {
    get url() {
      return running().url;
    },
    async start() {
      const kept = host === undefined ? { port: 0 } : { port: host.port, secret: host.secret };
      host = await startHost({ library, stay: true, ...kept }, config);
      const { port, url } = host;
      watching ??= await watch(context, (asked) => asked.host === `127.0.0.1:${port}`);
      if (page === undefined) {
        page = await context.newPage();
        await page.goto(url);
      }
      return page;
    },
    async newPage() {
      const another = await context.newPage();
      await another.goto(`http://127.0.0.1:${running().port}/`);
      return another;
    },
    async end(signal) {
      // The page keeps trying to come back, and Chromium says so of each try.
      allow(/WebSocket connection to|ERR_CONNECTION_(?:REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE/u);
      await running().end(signal);
      errors.push(running().errors());
    },
    disk: (state) => running().disk(state),
    allow,
    troubles: () => [...(watching?.troubles ?? []), ...linesOf([...errors, host?.errors() ?? ''].join('\n'))],
    async dispose() {
      for (const open of context.pages()) await open.close();
      await host?.end('SIGTERM');
    },
  };
}
