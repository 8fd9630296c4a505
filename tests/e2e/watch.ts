import type { BrowserContext, Page } from '@playwright/test';

/** Collects whatever a page must never do: break its policy, throw, log an error, or ask anything of another machine. */
export interface Watch {
  readonly troubles: readonly string[];
  /** Troubles that this test causes on purpose. */
  allow(pattern: RegExp): void;
}

/** Watches every page of a context from its first script on. Only addresses for which `isOurs` holds may be asked. */
export async function watch(context: BrowserContext, isOurs: (url: URL) => boolean): Promise<Watch> {
  const all: string[] = [];
  const allowed: RegExp[] = [];
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  const watchPage = (page: Page): void => {
    page.on('pageerror', (error) => all.push(`page error: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') all.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('crash', () => all.push('the page crashed'));
    page.on('websocket', (socket) => {
      if (!isOurs(new URL(socket.url()))) all.push(`asked another machine: ${socket.url()}`);
    });
  };
  for (const page of context.pages()) watchPage(page);
  context.on('page', watchPage);
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:', 'about:'].includes(url.protocol) || isOurs(url)) return;
    all.push(`asked another machine: ${request.url()}`);
  });
  return {
    get troubles() {
      return all.filter((trouble) => !allowed.some((pattern) => pattern.test(trouble)));
    },
    allow: (pattern) => void allowed.push(pattern),
  };
}
