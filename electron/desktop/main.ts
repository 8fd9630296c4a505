import { app, BrowserWindow, Menu, session } from 'electron';
import manifest from '../../package.json' with { type: 'json' };
import { nodeDisk } from '../backend/disk/node.ts';
import { closeProduct, configFile, openProduct, type Product } from '../host/product.ts';
import { sayCannotStart } from './dialogs.ts';
import { guardContents, guardSession } from './guard.ts';
import { carryOut, installerTask } from './installer.ts';
import { menuTemplate } from './menu.ts';
import { menuWords } from './menu-words.ts';
import { registerScheme, serveScheme } from './protocol.ts';
import { quitWhenSaved } from './quit.ts';
import { WindowMemory } from './window-state.ts';
import { openWindow, type OpenWindow } from './windows.ts';

/** The desktop application: one process, one library, any number of windows. */

const windows = new Set<OpenWindow>();

app.enableSandbox();
app.setName('Stet');
app.setPath('userData', configFile('desktop'));
for (const name of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
]) {
  app.commandLine.appendSwitch(name);
}
registerScheme();
guardContents(app);

const task = installerTask(process.platform, process.execPath, process.argv.slice(1));
if (task !== null) {
  void carryOut(task).then(() => app.exit(0));
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => focusFirst());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const library = app.commandLine.getSwitchValue('library');
  const product = await openProduct({ disk: nodeDisk(), ...(library === '' ? {} : { library }) });
  if (!product.ok) {
    sayCannotStart(product.error.message);
    app.exit(1);
    return;
  }
  const { openBackend, files } = product.value;
  guardSession(session.defaultSession);
  serveScheme(session.defaultSession.protocol, files, openBackend);
  let trouble = false;
  const close = (): Promise<void> => closeProduct(product.value);
  quitWhenSaved(app, { windows: () => [...windows], inTrouble: () => trouble, close });
  await showMenu(product.value);
  const memory = new WindowMemory();
  const open = (): void => openOne(product.value, memory);
  app.on('activate', () => {
    if (windows.size === 0) open();
  });
  open();
  // The window loads the application while the library is read.
  const backend = await openBackend();
  if (!backend.ok) {
    sayCannotStart(backend.error.message);
    app.exit(1);
    return;
  }
  backend.value.library.on('trouble', ({ trouble: found }) => {
    trouble = found !== null;
  });
}

function openOne({ openBackend }: Product, memory: WindowMemory): void {
  const opened = openWindow({ openBackend, version: manifest.version, memory, developing: !app.isPackaged, report });
  windows.add(opened);
  opened.window.on('closed', () => void windows.delete(opened));
}

async function showMenu({ settings }: Product): Promise<void> {
  const { language } = await settings.read();
  const template = menuTemplate({
    words: menuWords(language),
    platform: process.platform,
    developing: !app.isPackaged,
    command(command) {
      const front = BrowserWindow.getFocusedWindow();
      const target = [...windows].find(({ window }) => window === front) ?? [...windows][0];
      target?.page.tell('host.command', { command });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function focusFirst(): void {
  const [first] = windows;
  if (first === undefined) return;
  if (first.window.isMinimized()) first.window.restore();
  first.window.show();
  first.window.focus();
}

/** One line, without any content, where whoever started Stet can read it. */
function report(line: string): void {
  process.stderr.write(`${line}\n`);
}
