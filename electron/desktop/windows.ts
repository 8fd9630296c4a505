import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { askQuitAnyway } from './dialogs.ts';
import { servePage, type PageOfWindow, type PageOptions } from './pages.ts';
import { APP_URL } from './scheme.ts';
import { placeOf, type WindowMemory } from './window-state.ts';

export interface WindowOptions extends PageOptions {
  readonly memory: WindowMemory;
  readonly developing: boolean;
}

export interface OpenWindow {
  readonly window: BrowserWindow;
  readonly page: PageOfWindow;
}

/** How long a closing window waits for its page to send what it holds (milliseconds). */
const FLUSHES_WITHIN = 5_000;

/** The one place that makes windows. A window shows itself when it has something to show, and closes once it is empty. */
export function openWindow(options: WindowOptions): OpenWindow {
  const state = options.memory.read(screen);
  const window = new BrowserWindow({
    ...placeOf(state),
    show: false,
    title: 'Stet',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: options.developing,
      spellcheck: false,
    },
  });
  const page = servePage(window, options);
  options.memory.follow(window);
  if (state.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  closeWhenFlushed(window, page);
  void window.loadURL(APP_URL);
  return { window, page };
}

/** Holds the wish to close until the page has sent what it holds, or the person closes although it could not. */
function closeWhenFlushed(window: BrowserWindow, page: PageOfWindow): void {
  let asking = false;
  const ask = async (): Promise<void> => {
    const empty = (await page.flush('window', FLUSHES_WITHIN)) || (await askQuitAnyway(UNSAVED)) === 'quit';
    asking = false;
    // The page has been asked; `destroy` does not ask it again.
    if (empty && !window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    event.preventDefault();
    if (asking) return;
    asking = true;
    void ask();
  });
}

const UNSAVED =
  'Something you wrote or pasted in this window is still on its way to the disk. Wait a moment, then close the window again. If that does not help, make room on the disk or plug it in again.';
