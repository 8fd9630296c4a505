import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { buildAll, isBuilt } from './build.ts';

/**
 * `npm start`: builds what is out of date, then starts the desktop application where Electron runs, or else says why
 * not in one line and serves the same application to the browser of this machine.
 * Options after `--`: `--no-open` (never opens a browser), `--browser` (no Electron), `--library DIR`, `--port N`.
 */

const ROOT = path.resolve(import.meta.dirname, '..');
const ELECTRON = path.join(ROOT, 'node_modules', 'electron');

/** Milliseconds: to find out whether Electron's files can be reached at all, and to fetch them. */
const REACHED_WITHIN = 5_000;
const FETCHED_WITHIN = 60_000;
/** An Electron that ends this soon and badly has not started. */
const STARTED_AFTER = 5_000;

interface Options {
  readonly open: boolean;
  readonly browser: boolean;
  readonly library: string | undefined;
  readonly port: string | undefined;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      'no-open': { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      library: { type: 'string' },
      port: { type: 'string' },
    },
  });
  return { open: !values['no-open'], browser: values.browser, library: values.library, port: values.port };
}

async function start(options: Options): Promise<number> {
  if (!(await isBuilt())) await buildAll();
  const reason = options.browser ? 'as asked' : await whyNoElectron();
  if (reason === null) {
    const code = await runElectron(options);
    if (code !== null) return code;
    console.log('Electron did not start on this machine, so Stet runs in your browser:');
  } else {
    console.log(`Stet runs in your browser (${reason}):`);
  }
  return runLoopback(options);
}

/** Why the desktop application can't run here, in a few words; null when it can. Fetches Electron where it is missing. */
async function whyNoElectron(): Promise<string | null> {
  if (process.platform === 'linux') {
    if (process.getuid?.() === 0) return 'Electron does not run as root without giving up its sandbox';
    if (!hasDisplay()) return 'there is no display for a window here';
  }
  if (electronBinary() !== null) return null;
  if (process.env['CI'] !== undefined) return 'Electron’s own files are not here, and a CI run does not fetch them';
  return (await fetchElectron())
    ? null
    : 'Electron’s own files can’t be fetched here; `npx install-electron` tries again';
}

function hasDisplay(): boolean {
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '');
}

/** Path of Electron's program, or null where it has not been fetched. */
function electronBinary(): string | null {
  const named = path.join(ELECTRON, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = path.join(ELECTRON, 'dist', readFileSync(named, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Fetches Electron's program with its package's own command. False when that fails or takes too long. */
async function fetchElectron(): Promise<boolean> {
  if (!(await canReachElectron())) return false;
  process.stdout.write('Fetching Electron, once (about 110 MB) ');
  const child = spawn(process.execPath, [path.join(ELECTRON, 'install.js')], { stdio: 'ignore' });
  const dots = setInterval(() => process.stdout.write('.'), 2_000);
  const timer = setTimeout(() => child.kill(), FETCHED_WITHIN);
  await once(child, 'exit');
  clearTimeout(timer);
  clearInterval(dots);
  process.stdout.write('\n');
  return electronBinary() !== null;
}

/** One short question, so that a closed network is known in seconds. Behind a proxy or with a mirror nothing is asked. */
async function canReachElectron(): Promise<boolean> {
  const redirected = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'];
  if (redirected.some((name) => (process.env[name] ?? '') !== '')) return true;
  try {
    const signal = AbortSignal.timeout(REACHED_WITHIN);
    await fetch('https://github.com/electron/electron/releases', { method: 'HEAD', redirect: 'manual', signal });
    return true;
  } catch {
    return false;
  }
}

/** Runs the desktop application to its end. Null when it did not really start. */
async function runElectron({ library }: Options): Promise<number | null> {
  const binary = electronBinary();
  if (binary === null) return null;
  const began = Date.now();
  const more = library === undefined ? [] : [`--library=${path.resolve(library)}`];
  const child = spawn(binary, [ROOT, ...more], { stdio: 'inherit' });
  const code = await endOf(child);
  return code !== 0 && Date.now() - began < STARTED_AFTER ? null : code;
}

/** Runs the loopback host to its end and opens the browser on its address where there is one. */
async function runLoopback({ library, port, open }: Options): Promise<number> {
  const program = path.join(ROOT, 'dist', 'loopback', 'main.js');
  const more = [
    ...(library === undefined ? [] : ['--library', path.resolve(library)]),
    ...(port === undefined ? [] : ['--port', port]),
  ];
  const child = spawn(process.execPath, [program, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    console.log(line);
    if (open && line.startsWith('http://127.0.0.1:')) openBrowser(line);
  });
  return endOf(child);
}

/** Passes the signals of this process on, and resolves with the exit code. */
async function endOf(child: ChildProcess): Promise<number> {
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  } catch {
    return 1;
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}

/** Opens the person's browser, where there is a person: never in CI, never without a display. */
function openBrowser(url: string): void {
  if (process.env['CI'] !== undefined) return;
  if (process.platform === 'linux' && (!hasDisplay() || spawnSync('which', ['xdg-open']).status !== 0)) return;
  const [command, ...args] = openerOf(process.platform);
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  // No browser to open: the address has been printed.
  child.on('error', () => undefined);
  child.unref();
}

function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case 'darwin':
      return ['open'];
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler'];
    default:
      return ['xdg-open'];
  }
}

process.exitCode = await start(readOptions());
