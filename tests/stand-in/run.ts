import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './application.ts';
import { placeWindowsIn } from './browser-window.ts';
import { launchChromium } from './chromium.ts';
import { session } from './electron.ts';

/**
 * Runs the built desktop (`dist/desktop/main.js`), unchanged, with the stand-in in place of `electron`. Started with
 * `fork`; ends like Electron does, and when its parent is gone.
 */

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'desktop', 'main.js');
const STAND_IN = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href;
const MODULE = 'stand-in:electron';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: MODULE, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) =>
    url === MODULE
      ? {
          format: 'module',
          source: `import * as all from '${STAND_IN}'; export * from '${STAND_IN}'; export default all;`,
          shortCircuit: true,
        }
      : next(url, context),
});

const browser = await launchChromium();
app.atEnd(() => browser.close());
placeWindowsIn({ browser, session: session.defaultSession, app });
process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
process.on('disconnect', () => app.exit(1));
await import(pathToFileURL(MAIN).href);
app.becomeReady();
