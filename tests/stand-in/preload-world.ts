/** Names of what the stand-in puts into a page: from the page to the application, and back. */
export const SEND = '__standInSend';
export const DELIVER = '__standInDeliver';
export const OPEN = '__standInOpen';

interface PreloadWindow {
  [name: string]: unknown;
}

/**
 * Runs in a page before its own scripts: gives the built preload the two modules it may ask of `electron`, and runs
 * it. Given by its source text, so it uses nothing from outside. What the bridge exposes is frozen and can't be
 * replaced, as in Electron; the preload's own world is not apart from the page's, unlike in Electron.
 */
export function runPreload(
  names: { readonly send: string; readonly deliver: string; readonly open: string },
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
  toWire: (value: unknown) => string,
  fromWire: (text: string) => unknown,
): void {
  const page = globalThis as unknown as PreloadWindow;
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  const send = page[names.send] as (channel: string, text: string) => Promise<void>;
  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: object): void {
        Object.defineProperty(page, name, { value: Object.freeze(api), enumerable: true });
      },
    },
    ipcRenderer: {
      send(channel: string, ...args: unknown[]): void {
        void send(channel, toWire(args));
      },
      on(channel: string, listener: (event: object, ...args: unknown[]) => void): void {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    },
  };
  const deliver = (channel: string, text: string): void => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...(fromWire(text) as unknown[]));
  };
  Object.defineProperty(page, names.deliver, { value: deliver });
  const open = page[names.open] as (url: string) => Promise<void>;
  page['open'] = (url: unknown): null => {
    void open(String(url));
    return null;
  };
  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`a sandboxed preload can't load ${name}`);
    return electron;
  };
  preload(require, module, module.exports);
}
