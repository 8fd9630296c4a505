import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Vessel, VesselSettings } from './vessel.ts';
import { watch, type Watch } from './watch.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Why the real Electron can't be driven here, in one sentence; null when it can. */
export function whyNoElectron(): string | null {
  if (electronBinary() === null) return 'Electron’s binary is not here (`npx install-electron` fetches it)';
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'Electron does not run as root without giving up its sandbox';
  const display = [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => (name ?? '') !== '');
  return display ? null : 'there is no display (run under `xvfb-run`)';
}

function electronBinary(): string | null {
  const folder = join(ROOT, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  const binary = existsSync(named) ? join(folder, 'dist', readFileSync(named, 'utf8')) : null;
  return binary !== null && existsSync(binary) ? binary : null;
}

/** The built desktop under the real Electron. */
export function electronVessel({ library, config }: VesselSettings): Vessel {
  let application: ElectronApplication | undefined;
  let watching: Watch | undefined;
  const allowed: RegExp[] = [];

  const stop = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const ending = application;
    application = undefined;
    if (signal === 'SIGKILL') ending?.process().kill('SIGKILL');
    else await ending?.close();
  };
  return {
    url: 'stet://app/',
    async start(): Promise<Page> {
      application = await _electron.launch({
        executablePath: electronBinary() ?? '',
        args: [ROOT, `--library=${library}`],
        env: { ...process.env, STET_CONFIG: config } as Record<string, string>,
      });
      const page = await application.firstWindow();
      watching = await watch(application.context(), (url) => url.protocol === 'stet:');
      for (const pattern of allowed) watching.allow(pattern);
      return page;
    },
    newPage: () => Promise.reject(new Error('the desktop has one window; tag this spec @loopback')),
    end: stop,
    disk: () => Promise.reject(new Error('the built desktop has a real disk; tag this spec @loopback')),
    allow(pattern) {
      allowed.push(pattern);
      watching?.allow(pattern);
    },
    troubles: () => watching?.troubles ?? [],
    dispose: () => stop('SIGTERM'),
  };
}
