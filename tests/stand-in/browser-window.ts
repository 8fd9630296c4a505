import { EventEmitter } from 'node:events';
import { tell } from './control.ts';
import { preventable, WebContents } from './web-contents.ts';
import type { StandInBrowser } from './chromium.ts';
import type { StandInSession } from './session.ts';

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload: string };
}

export interface Surroundings {
  readonly browser: StandInBrowser;
  readonly session: StandInSession;
  readonly app: EventEmitter;
}

let surroundings: Surroundings | null = null;

/** To be called before the application's main program runs. */
export function placeWindowsIn(place: Surroundings): void {
  surroundings = place;
}

const open = new Set<BrowserWindow>();

/** A window that is a page of Chromium. It has no frame to look at; its bounds are only remembered. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #options: Options;
  readonly #place: Surroundings;
  #destroyed = false;
  #maximised = false;

  constructor(options: Options) {
    super();
    if (surroundings === null) throw new Error('the stand-in has no Chromium yet');
    this.#place = surroundings;
    this.#options = options;
    const { browser, session, app } = surroundings;
    const page = browser.context.newPage();
    this.webContents = new WebContents(page, options.webPreferences.preload, session);
    open.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...open].at(-1) ?? null;
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
    this.emit('ready-to-show');
  }

  show(): void {
    tell({ window: { cdp: this.#place.browser.cdp, options: this.#options.webPreferences } });
  }
  focus(): void {
    this.emit('focus');
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {}
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  maximize(): void {
    this.#maximised = true;
    this.emit('maximize');
  }
  isMaximized(): boolean {
    return this.#maximised;
  }
  getNormalBounds() {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options;
    return { x, y, width, height };
  }

  close(): void {
    if (this.#destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    open.delete(this);
    void this.webContents.close().then(() => {
      this.emit('closed');
      if (open.size === 0) this.#place.app.emit('window-all-closed');
      return null;
    });
  }
}
