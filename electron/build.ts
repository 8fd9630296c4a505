import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, type Plugin } from 'vite';
import { buildDictionaries } from './build-dictionaries.ts';

/**
 * `npm run build`: the page and every program that serves it, into `dist`, with the size of each.
 * `node electron/build.ts renderer` (or `desktop`, `loopback`, `cli`) builds that part alone.
 */

const ROOT = path.resolve(import.meta.dirname, '..');
const DIST = path.join(ROOT, 'dist');
/** Everything is built here first, so that nobody meets half a build. */
const FRESH = path.join(ROOT, 'node_modules', `.stet-build-${process.pid}`);

/** Written last: its time is what the sources are compared with. */
const MARK = 'built.json';
const SOURCES = ['electron', 'renderer', 'shared', 'package.json', 'package-lock.json'];

/** Two copies of any of these would not recognise each other's documents. */
const ONE_COPY = [
  'yjs',
  'lib0',
  'y-protocols',
  'react',
  'react-dom',
  ...['model', 'state', 'view', 'transform', 'keymap', 'commands', 'history', 'tables', 'schema-list'].map(
    (name) => `prosemirror-${name}`,
  ),
];

interface Part {
  /** Where in `dist` it goes. */
  readonly folder: string;
  readonly entry: string;
  readonly config: (entry: string) => InlineConfig;
}

const PARTS: readonly Part[] = [
  { folder: 'renderer', entry: 'renderer/index.html', config: page },
  { folder: 'desktop', entry: 'electron/desktop/main.ts', config: (entry) => program(entry, 'desktop', 'main.js') },
  { folder: 'desktop', entry: 'electron/desktop/preload.ts', config: preload },
  { folder: 'loopback', entry: 'electron/loopback/main.ts', config: (entry) => program(entry, 'loopback', 'main.js') },
  { folder: 'cli', entry: 'electron/cli/stet.ts', config: (entry) => program(entry, 'cli', 'stet.js') },
  ...['desktop', 'loopback', 'cli'].map((folder) => ({
    folder,
    entry: 'electron/backend/desk/gate-worker.ts',
    config: (entry: string) => program(entry, folder, 'gate-worker.js'),
  })),
];

/** What every part has in common. */
function base(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    clearScreen: false,
    resolve: { dedupe: ONE_COPY },
    build: { outDir: path.join(FRESH, outDir), emptyOutDir: false, reportCompressedSize: false },
  };
}

/** The page: served from the root of the loopback host and of the desktop's own scheme. */
function page(): InlineConfig {
  const common = base('renderer');
  return {
    ...common,
    root: path.join(ROOT, 'renderer'),
    base: '/',
    plugins: [react(), applicationAtOnce()],
    build: { ...common.build, assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2_000 },
  };
}

/** Names the application's files in the page, so that the browser fetches them while the first small one runs. */
function applicationAtOnce(): Plugin {
  return {
    name: 'application-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
        const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/application.tsx'));
        if (first === undefined) throw new Error('the page has no application.tsx that is loaded late');
        const needed = new Set([first]);
        for (const chunk of needed) {
          for (const other of chunks) if (chunk.imports.includes(other.fileName)) needed.add(other);
        }
        const scripts = Array.from(needed, ({ fileName }) => fileName);
        const styles = Array.from(needed)
          .toReversed()
          .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        const missing = (file: string): boolean => !html.includes(file);
        return [
          ...scripts.filter(missing).map((file) => link('modulepreload', file)),
          ...styles.filter(missing).map((file) => link('stylesheet', file)),
        ];
      },
    },
  };
}

function link(rel: string, file: string) {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `/${file}` }, injectTo: 'head' as const };
}

/** A program for Node 24 or Electron's main process: all it needs but Node's own modules, what comes late in files beside it. */
function program(entry: string, outDir: string, fileName: string): InlineConfig {
  const common = base(outDir);
  return {
    ...common,
    define: { 'process.env.WS_NO_BUFFER_UTIL': '"1"', 'process.env.WS_NO_UTF_8_VALIDATE': '"1"' },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...common.build,
      ssr: path.join(ROOT, entry),
      target: 'node24',
      minify: false,
      rollupOptions: {
        external: ['electron'],
        output: {
          format: 'es',
          entryFileNames: fileName,
          chunkFileNames: '[name]-[hash].js',
          // Names stay, for whoever reads a stack trace; white space and comments cost time at every start.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  };
}

/** The preload runs in a sandbox, where only CommonJS and `require('electron')` exist. */
function preload(entry: string): InlineConfig {
  const common = base('desktop');
  return {
    ...common,
    build: {
      ...common.build,
      target: 'chrome140',
      minify: false,
      lib: { entry: path.join(ROOT, entry), formats: ['cjs'], fileName: () => 'preload.cjs' },
      rollupOptions: { external: ['electron'] },
    },
  };
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += (await stat(path.join(entry.parentPath, entry.name))).size;
  }
  return { files, bytes };
}

/**
 * Builds everything, or only the named parts, and puts it in the place of what `dist` holds. Rejects, leaving `dist` as
 * it was, when a part can't be built.
 */
export async function buildAll(only: readonly string[] = []): Promise<void> {
  const began = performance.now();
  const wanted = PARTS.filter(({ folder }) => only.length === 0 || only.includes(folder));
  try {
    const dictionaries = wanted.some(({ folder }) => folder === 'renderer')
      ? [buildDictionaries(ROOT, path.join(FRESH, 'renderer', 'dictionaries'))]
      : [];
    await Promise.all([...wanted.map((part) => build(part.config(part.entry))), ...dictionaries]);
    for (const folder of (await readdir(FRESH)).sort()) {
      const { files, bytes } = await sizeOf(path.join(FRESH, folder));
      console.log(`dist/${folder}: ${(bytes / 1024).toFixed(0)} kB in ${files} ${files === 1 ? 'file' : 'files'}`);
      await replaceFolder(path.join(DIST, folder), path.join(FRESH, folder));
    }
    if (only.length === 0) await writeFile(path.join(DIST, MARK), `{"built":"${new Date().toISOString()}"}\n`);
  } finally {
    await rm(FRESH, { recursive: true, force: true });
  }
  console.log(`built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

/** Puts `fresh` in the place of `old` with two renames, so that the place is hardly ever empty. */
async function replaceFolder(old: string, fresh: string): Promise<void> {
  const aside = path.join(FRESH, `${path.basename(old)}.old`);
  await mkdir(path.dirname(old), { recursive: true });
  if (existsSync(old)) await rename(old, aside);
  await rename(fresh, old);
}

/** True when `dist` is whole and no source is newer. */
export async function isBuilt(): Promise<boolean> {
  const mark = path.join(DIST, MARK);
  if (!existsSync(mark)) return false;
  const built = (await stat(mark)).mtimeMs;
  const times = await Promise.all(SOURCES.map((source) => newest(path.join(ROOT, source))));
  return Math.max(...times) < built;
}

/** When a file, or the newest file beneath a folder, was last changed (milliseconds since 1970). */
async function newest(place: string): Promise<number> {
  const here = await stat(place);
  if (!here.isDirectory()) return here.mtimeMs;
  const names = await readdir(place);
  const times = await Promise.all(names.map((name) => newest(path.join(place, name))));
  return Math.max(here.mtimeMs, ...times);
}

if (import.meta.main) await buildAll(process.argv.slice(2));
