import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preventable } from './web-contents.ts';

/** Electron's `app`: its life, its paths and its command line. */
class Application extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>([['userData', join(tmpdir(), `stet-stand-in-data-${process.pid}`)]]);
  readonly #switches = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #ends: (() => Promise<void>)[] = [];
  sandboxed = false;

  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void this.#switches.set(name, value),
    hasSwitch: (name: string): boolean => this.#switches.has(name),
    getSwitchValue: (name: string): string => this.#switches.get(name) ?? '',
  };

  constructor() {
    super();
    for (const argument of process.argv) {
      const [, name, value] = /^--([a-z-]+)=(.*)$/u.exec(argument) ?? [];
      if (name !== undefined) this.#switches.set(name, value ?? '');
    }
  }

  enableSandbox(): void {
    this.sandboxed = true;
  }
  setName(): void {}
  getVersion(): string {
    return '0.0.0';
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`no path is called ${name}`);
    return path;
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  becomeReady(): void {
    this.#ready.resolve();
    this.emit('ready');
  }
  /** Something to be done before the process ends. */
  atEnd(work: () => Promise<void>): void {
    this.#ends.push(work);
  }
  quit(): void {
    const event = preventable({});
    this.emit('before-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code: number): void {
    void Promise.allSettled(this.#ends.map((work) => work())).then(() => process.exit(code));
  }
}

export const app = new Application();
