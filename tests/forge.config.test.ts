import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Maker {
  readonly name: string;
  readonly defaultPlatforms: readonly string[];
}
interface Loaded {
  readonly makers: readonly {
    readonly name: string;
    readonly platforms?: readonly string[];
    readonly config: object;
  }[];
  readonly plugins: readonly { readonly name: string; readonly fusesConfig?: Readonly<Record<string, unknown>> }[];
  readonly packagerConfig: {
    readonly ignore: (path: string) => boolean;
    readonly icon: string;
    readonly asar: unknown;
  };
}

/** Loads the configuration as Electron Forge itself does. */
async function loadAsForge(): Promise<Loaded> {
  const loader = join(ROOT, 'node_modules', '@electron-forge', 'core', 'dist', 'util', 'forge-config.js');
  const { default: load } = (await import(pathToFileURL(loader).href)) as {
    default: (folder: string) => Promise<Loaded>;
  };
  return load(ROOT);
}

it('names makers for every platform, and each of them is installed', async () => {
  const { makers } = await loadAsForge();
  const short = makers.map(({ name }) => name.replace('@electron-forge/maker-', ''));
  expect(short).toEqual(['deb', 'rpm', 'zip', 'dmg', 'squirrel']);
  for (const { name, config, platforms } of makers) {
    const { default: Maker } = (await import(name)) as { default: new (config: object, platforms: unknown) => Maker };
    const maker = new Maker(config, platforms);
    expect(platforms?.every((platform) => ['linux', 'darwin', 'win32'].includes(platform))).toBe(true);
    expect(maker.name).toBe(name.replace('@electron-forge/maker-', ''));
  }
});

it('hardens every fuse there is', async () => {
  const { FuseV1Options } = await import('@electron/fuses');
  const { plugins } = await loadAsForge();
  const fuses = plugins.find(({ name }) => name === 'fuses')?.fusesConfig ?? {};
  const names = Object.entries(FuseV1Options).filter(([, value]) => typeof value === 'number');
  const state = Object.fromEntries(names.map(([name, value]) => [name, fuses[String(value)]]));
  expect(state).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  });
});

it('packs the built desktop with its pages, the manifest and the licence, and nothing else', async () => {
  const { packagerConfig } = await loadAsForge();
  const { ignore } = packagerConfig;
  for (const path of ['', '/package.json', '/LICENSE', '/dist', '/dist/desktop/main.js', '/dist/renderer/index.html']) {
    expect([path, ignore(path)]).toEqual([path, false]);
  }
  for (const path of [
    '/node_modules',
    '/electron',
    '/dist/cli/stet.js',
    '/tests',
    '/.git',
    '/dist/built.json',
    '/docs',
  ]) {
    expect([path, ignore(path)]).toEqual([path, true]);
  }
  for (const kind of ['png', 'ico', 'icns'])
    expect(existsSync(join(ROOT, `${packagerConfig.icon}.${kind}`))).toBe(true);
});
