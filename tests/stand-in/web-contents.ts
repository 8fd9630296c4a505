import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Frame, Page, Route } from '@playwright/test';
import { tell } from './control.ts';
import { inside, outside } from './origin.ts';
import { DELIVER, OPEN, runPreload, SEND } from './preload-world.ts';
import type { StandInSession } from './session.ts';
import { fromWire, toWire } from './wire.ts';

/** An event whose listeners may prevent what it announces. */
export function preventable<T extends object>(more: T): T & { defaultPrevented: boolean; preventDefault(): void } {
  return {
    ...more,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

/** What Electron calls the contents of a window: here a page of Chromium, once it is there. */
export class WebContents extends EventEmitter {
  readonly ipc = new EventEmitter();
  readonly #page: Promise<Page>;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  #sent: Promise<unknown> = Promise.resolve();
  #destroyed = false;

  constructor(page: Promise<Page>, preload: string, session: StandInSession) {
    super();
    this.#page = page.then(async (opened) => {
      await this.#prepare(opened, preload, session);
      return opened;
    });
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    await page.goto(outside(url));
  }

  /** In order, like Electron's own. What is sent while no page listens is lost. */
  send(channel: string, ...args: readonly unknown[]): void {
    const text = toWire(args);
    const before = this.#sent;
    this.#sent = this.#deliver(before, channel, text);
  }

  async #deliver(before: Promise<unknown>, channel: string, text: string): Promise<void> {
    await before;
    const page = await this.#page;
    if (this.#destroyed || page.isClosed()) return;
    const deliver = ([name, to, frame]: readonly string[]): void => {
      const found = (globalThis as unknown as Record<string, unknown>)[name ?? ''];
      (found as ((to: unknown, frame: unknown) => void) | undefined)?.(to, frame);
    };
    // A page that goes while it is being told is told nothing.
    await page.evaluate(deliver, [DELIVER, channel, text]).catch(() => undefined);
  }

  async close(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
    const page = await this.#page;
    await page.close();
  }

  async #prepare(page: Page, preload: string, session: StandInSession): Promise<void> {
    watchPage(page);
    page.on('request', (request) => {
      if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
      this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, url: inside(request.url()) });
    });
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed' }));
    page.on('popup', (popup) => {
      this.#openHandler({ url: inside(popup.url()) });
      void popup.close();
    });
    await page.route('**/*', (route) => this.#answer(page, route, session));
    await page.exposeBinding(SEND, ({ frame }, channel: string, text: string) => this.#receive(frame, channel, text));
    await page.exposeBinding(OPEN, (_source, url: string) => {
      const { action } = this.#openHandler({ url });
      if (action === 'allow') tell({ trouble: `a window was opened for ${url}` });
    });
    const names = JSON.stringify({ send: SEND, deliver: DELIVER, open: OPEN });
    const built = `function (require, module, exports) {${readFileSync(preload, 'utf8')}\n}`;
    const parts = [names, built, toWire.toString(), fromWire.toString()].join(',\n');
    await page.addInitScript(`if (window === window.top) { (${runPreload.toString()})(${parts}); }`);
  }

  #receive(frame: Frame, channel: string, text: string): void {
    const url = inside(frame.url());
    const senderFrame = {
      url,
      origin: url.startsWith('stet://app/') ? 'stet://app' : new URL(url).origin,
      parent: frame.parentFrame(),
    };
    this.ipc.emit(channel, { senderFrame, sender: this }, ...(fromWire(text) as unknown[]));
  }

  /** Every request of the page: first the wish to navigate, then the session's say, then our scheme's handler. */
  async #answer(page: Page, route: Route, session: StandInSession): Promise<void> {
    const request = route.request();
    const url = inside(request.url());
    if (request.isNavigationRequest() && page.url() !== 'about:blank') {
      const isMainFrame = request.frame() === page.mainFrame();
      const event = preventable({ url, isMainFrame });
      if (isMainFrame) this.emit('will-navigate', event, url);
      this.emit('will-frame-navigate', event);
      if (event.defaultPrevented) return route.abort('aborted');
    }
    if (!session.allows(url)) return route.abort('blockedbyclient');
    const response = await session.answer(new Request(url, { method: request.method() }));
    if (response === null) {
      tell({ trouble: `asked another machine: ${url}` });
      return route.abort('blockedbyclient');
    }
    const body = Buffer.from(await response.arrayBuffer());
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  }
}

/** Tells the test whatever a page must never do. */
function watchPage(page: Page): void {
  void page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('pageerror', (error) => tell({ trouble: `page error: ${error.stack ?? error.message}` }));
  page.on('console', (message) => {
    if (message.type() === 'error') tell({ trouble: `console: ${message.text()} (${message.location().url})` });
  });
}
