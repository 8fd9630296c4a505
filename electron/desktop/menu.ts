import type { MenuItemConstructorOptions } from 'electron';
import type { HostCommand } from '#shared/contract/events.ts';
import type { MenuWords } from './menu-words.ts';

export interface MenuOptions {
  readonly words: MenuWords;
  readonly platform: NodeJS.Platform;
  readonly developing: boolean;
  /** Sends a command to the page of the window in front. */
  readonly command: (command: HostCommand) => void;
}

/** The native menu as the platform expects it: an application menu first on macOS, Settings and Quit under File elsewhere. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const mac = options.platform === 'darwin';
  return [
    ...(mac ? [applicationMenu(options)] : []),
    fileMenu(options, mac),
    editMenu(options),
    viewMenu(options),
    { role: 'windowMenu', label: options.words.window },
  ];
}

function item(options: MenuOptions, label: string, command: HostCommand, accelerator?: string) {
  const click = (): void => options.command(command);
  return { label, id: command, click, ...(accelerator === undefined ? {} : { accelerator }) };
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

function applicationMenu(options: MenuOptions): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      SEPARATOR,
      item(options, options.words.settings, 'settings', 'Command+,'),
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  };
}

function fileMenu(options: MenuOptions, mac: boolean): MenuItemConstructorOptions {
  const { words } = options;
  const last: MenuItemConstructorOptions[] = mac
    ? [{ role: 'close' }]
    : [item(options, words.settings, 'settings', 'Ctrl+,'), SEPARATOR, { role: 'quit' }];
  return {
    label: words.file,
    submenu: [
      item(options, words.newStory, 'new', 'CmdOrCtrl+N'),
      item(options, words.library, 'library'),
      item(options, words.desk, 'desk', 'CmdOrCtrl+Shift+D'),
      SEPARATOR,
      item(options, words.importFiles, 'import', 'CmdOrCtrl+O'),
      item(options, words.exportStory, 'export', 'CmdOrCtrl+Shift+E'),
      item(options, words.share, 'share'),
      SEPARATOR,
      ...last,
    ],
  };
}

/** Undo and redo go to the page, whose history spans three fields; the system's own would not know of it. */
function editMenu(options: MenuOptions): MenuItemConstructorOptions {
  const { words } = options;
  return {
    label: words.edit,
    submenu: [
      item(options, words.undo, 'undo', 'CmdOrCtrl+Z'),
      item(options, words.redo, 'redo', 'Shift+CmdOrCtrl+Z'),
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'delete' },
      { role: 'selectAll' },
    ],
  };
}

function viewMenu({ words, developing }: MenuOptions): MenuItemConstructorOptions {
  const tools: MenuItemConstructorOptions[] = developing
    ? [SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  return {
    label: words.view,
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...tools,
    ],
  };
}
