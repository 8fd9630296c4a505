import { FusesPlugin } from '@electron-forge/plugin-fuses';
import type { ForgeConfig } from '@electron-forge/shared-types';
import { FuseV1Options, FuseVersion } from '@electron/fuses';

/** What goes into the package: the built desktop with its pages, the manifest and the licence. Everything is bundled. */
const PACKED = [/^\/package\.json$/u, /^\/LICENSE$/u, /^\/dist$/u, /^\/dist\/(?:desktop|renderer)(?:\/|$)/u];

const DESCRIPTION = 'Newsroom editor: write offline, lose nothing.';
const ICON = 'electron/desktop/icon';

const config: ForgeConfig = {
  packagerConfig: {
    name: 'Stet',
    executableName: 'stet',
    appBundleId: 'news.stet.desktop',
    appCategoryType: 'public.app-category.productivity',
    appCopyright: 'The Stet authors',
    asar: true,
    // Chosen by extension: .icns on macOS, .ico on Windows.
    icon: ICON,
    // Nothing of node_modules is packed, so there is nothing to prune.
    prune: false,
    ignore: (path) => path !== '' && !PACKED.some((pattern) => pattern.test(path)),
  },
  makers: [
    {
      name: '@electron-forge/maker-deb',
      platforms: ['linux'],
      config: {
        options: {
          name: 'stet',
          bin: 'stet',
          productName: 'Stet',
          genericName: 'Newsroom editor',
          description: DESCRIPTION,
          categories: ['Office'],
          section: 'editors',
          icon: `${ICON}.png`,
        },
      },
    },
    {
      name: '@electron-forge/maker-rpm',
      platforms: ['linux'],
      config: {
        options: {
          name: 'stet',
          bin: 'stet',
          productName: 'Stet',
          genericName: 'Newsroom editor',
          description: DESCRIPTION,
          categories: ['Office'],
          license: 'MIT',
          icon: `${ICON}.png`,
        },
      },
    },
    { name: '@electron-forge/maker-zip', platforms: ['darwin', 'linux', 'win32'], config: {} },
    { name: '@electron-forge/maker-dmg', platforms: ['darwin'], config: { name: 'Stet', icon: `${ICON}.icns` } },
    {
      name: '@electron-forge/maker-squirrel',
      platforms: ['win32'],
      config: { name: 'stet', authors: 'The Stet authors', description: DESCRIPTION, setupIcon: `${ICON}.ico` },
    },
  ],
  plugins: [
    new FusesPlugin({
      version: FuseVersion.V1,
      strictlyRequireAllFuses: true,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
      [FuseV1Options.WasmTrapHandlers]: true,
    }),
  ],
};

export default config;
