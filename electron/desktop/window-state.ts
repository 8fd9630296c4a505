import type { BrowserWindow, Rectangle, Screen } from 'electron';
import Store from 'electron-store';

/** Where a window stood when it was last closed. */
export interface WindowState {
  readonly bounds: Rectangle | null;
  readonly maximised: boolean;
}

const SMALLEST = { width: 480, height: 400 };
const USUAL = { width: 1280, height: 860 };

type Stored = Record<string, unknown>;

/** Remembers one window's place between starts. A damaged file is the usual place, never a failure. */
export class WindowMemory {
  readonly #store = new Store<Stored>({ name: 'window', clearInvalidConfig: true });

  read(screen: Screen): WindowState {
    const bounds = rectangle(this.#store.get('bounds'));
    const visible = bounds !== null && screen.getAllDisplays().some(({ workArea }) => overlaps(bounds, workArea));
    return { bounds: visible ? bounds : null, maximised: this.#store.get('maximised') === true };
  }

  /** Keeps the place of this window whenever it has come to rest. */
  follow(window: BrowserWindow): void {
    const keep = (): void => {
      if (window.isDestroyed() || window.isMinimized()) return;
      this.#store.set({ bounds: window.getNormalBounds(), maximised: window.isMaximized() });
    };
    window.on('resized', keep);
    window.on('moved', keep);
    window.on('maximize', keep);
    window.on('unmaximize', keep);
    window.on('close', keep);
  }
}

/** Options for a window that stands where it stood, or the usual size in the middle. */
export function placeOf(state: WindowState): Partial<Rectangle> & { minWidth: number; minHeight: number } {
  return { ...(state.bounds ?? USUAL), minWidth: SMALLEST.width, minHeight: SMALLEST.height };
}

function rectangle(value: unknown): Rectangle | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height } = value as Record<string, unknown>;
  const whole = [x, y, width, height].every((number) => Number.isInteger(number));
  if (!whole) return null;
  const found = { x, y, width, height } as Rectangle;
  return found.width >= SMALLEST.width && found.height >= SMALLEST.height ? found : null;
}

/** True when enough of a window is on the display to take hold of it. */
function overlaps(window: Rectangle, display: Rectangle): boolean {
  const across = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const down = Math.min(window.y + window.height, display.y + display.height) - Math.max(window.y, display.y);
  return across >= 100 && down >= 60;
}
