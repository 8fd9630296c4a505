import { EventEmitter } from 'node:events';
import { app } from './application.ts';
import { BrowserWindow } from './browser-window.ts';
import { onMessage, tell } from './control.ts';
import { StandInSession } from './session.ts';

/** The parts of the `electron` module that the built main program uses. Anything else is missing, and so fails. */
export { app, BrowserWindow };

export const ipcMain = new EventEmitter();

export const session = { defaultSession: new StandInSession() };

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { readonly scheme: string }[]): void {
    if (schemes.length === 0) throw new Error('no scheme was registered');
  },
};

export const nativeTheme = { shouldUseDarkColors: false };

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
};

export const shell = {
  openExternal(url: string): Promise<void> {
    tell({ opened: url });
    return Promise.resolve();
  },
};

interface MenuItem {
  readonly id?: string;
  readonly submenu?: readonly MenuItem[];
  readonly click?: () => void;
}

let items: readonly MenuItem[] = [];

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]) => template,
  setApplicationMenu(template: readonly MenuItem[]): void {
    items = template;
  },
};

let next: { readonly filePaths?: readonly string[]; readonly response?: number } = {};

export const dialog = {
  showOpenDialog(_window: unknown, options: { readonly title: string }) {
    tell({ dialog: { kind: 'open', text: options.title } });
    const { filePaths = [] } = next;
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  },
  showMessageBox(options: { readonly detail: string; readonly cancelId: number }) {
    tell({ dialog: { kind: 'message', text: options.detail } });
    return Promise.resolve({ response: next.response ?? options.cancelId });
  },
  showErrorBox(title: string, content: string): void {
    tell({ dialog: { kind: 'error', text: `${title}: ${content}` } });
  },
};

function choose(id: string, among: readonly MenuItem[]): boolean {
  return among.some((item) => {
    if (item.id === id) item.click?.();
    return item.id === id || choose(id, item.submenu ?? []);
  });
}

const PERMISSIONS = [
  'clipboard-sanitized-write',
  'clipboard-read',
  'geolocation',
  'media',
  'notifications',
  'usb',
  'openExternal',
];

onMessage((message) => {
  if ('menu' in message) {
    if (!choose(message.menu, items)) tell({ trouble: `the menu has no ${message.menu}` });
  } else if ('answerDialog' in message) {
    next = message.answerDialog;
  } else if ('ask' in message) {
    const permitted = PERMISSIONS.filter((name) => session.defaultSession.permits(name, 'stet://app/'));
    const foreign = PERMISSIONS.filter((name) => session.defaultSession.permits(name, 'https://evil.example/'));
    const windows = BrowserWindow.getAllWindows().length;
    tell({ answer: message.ask === 'windows' ? windows : { permitted, foreign } });
  } else {
    act(message.do);
  }
});

function act(what: 'quit' | 'second-instance' | 'close-window' | 'activate'): void {
  switch (what) {
    case 'quit':
      return app.quit();
    case 'close-window':
      return BrowserWindow.getFocusedWindow()?.close();
    case 'second-instance':
    case 'activate':
      app.emit(what);
  }
}
