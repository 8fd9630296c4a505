import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fail, succeed, type Failure, type Result } from '#shared/article/failure.ts';
import type { Settings, SettingsPatch } from '#shared/contract/settings.ts';
import { expandHome } from './completion.ts';
import { sha256Hex } from './digest.ts';
import { isDiskError, type Disk } from './disk/disk.ts';
import { onDisk } from './disk/failure.ts';
import { replaceFile } from './disk/replace.ts';

/** The machine as far as it decides where things lie by default. */
export interface Environment {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The person's settings on disk. Reading never fails: what is missing or can't be read is the default. */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Resolves once the change is on disk. Settings this version doesn't know are kept. */
  change(patch: SettingsPatch): Promise<Result<Settings>>;
  /** What was wrong with the file when it was last read. */
  problems(): readonly Failure[];
  /** The folder of the person's configuration. */
  readonly folder: string;
}

const FILE = 'settings.json';
/** Larger than settings can ever be; a bigger file is not ours. */
const MOST_BYTES = 256 * 1024;

export function thisEnvironment(): Environment {
  return { platform: process.platform, home: homedir(), variables: process.env };
}

/**
 * Where the person's configuration lies: `STET_CONFIG` where it is set, else what the system's own rules say (XDG base
 * directories, `%APPDATA%`, `~/Library/Application Support`).
 */
export function configFolder(environment: Environment): string {
  const { platform, home, variables } = environment;
  const given = variables['STET_CONFIG'];
  if (given !== undefined && given !== '') return given;
  switch (platform) {
    case 'win32':
      return join(variables['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Stet');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Stet');
    default:
      return join(variables['XDG_CONFIG_HOME'] || join(home, '.config'), 'stet');
  }
}

/** What stands until the person says otherwise. */
export function defaultSettings(home: string): Settings {
  return {
    name: '',
    library: join(home, 'Stet'),
    language: 'en',
    theme: 'system',
    exportFolder: '',
    textSize: 100,
    textWidth: 'medium',
    typeface: 'serif',
    focus: 'off',
    typewriter: false,
    smartQuotes: true,
    smartDashes: true,
    autocorrect: true,
    replacements: [],
    places: '',
    checkSpelling: true,
    spellingLanguages: [],
  };
}

/** The settings kept in `folder` (made when something is first changed). `home` decides the default library. */
export function openSettings(disk: Disk, folder: string, home: string = homedir()): SettingsStore {
  const path = join(folder, FILE);
  let problems: readonly Failure[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const readStored = async (): Promise<Stored> => {
    const stored = await load(disk, path, home);
    if (stored.problem === null) return stored;
    const kept = await setAside(disk, folder, stored.bytes);
    problems = [{ code: 'unreadable-file', message: said(stored.problem, kept) }];
    return stored;
  };
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    read: () => inTurn(async () => (await readStored()).settings),
    change: async (asked) => {
      const patch = placed(asked, home);
      if (!patch.ok) return patch;
      return inTurn(() =>
        onDisk(async () => {
          const stored = await readStored();
          const settings = { ...stored.settings, ...given(patch.value) };
          await disk.makeFolder(folder);
          const text = `${JSON.stringify({ ...stored.unknown, ...settings }, null, 2)}\n`;
          await replaceFile(disk, path, new TextEncoder().encode(text), String(process.pid));
          return settings;
        }),
      );
    },
    problems: () => problems,
    folder,
  };
}

interface Stored {
  readonly settings: Settings;
  /** What a newer version keeps in the file. */
  readonly unknown: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
  /** The file as it was, where there was a problem with what it says. */
  readonly bytes: Uint8Array | null;
}

async function load(disk: Disk, path: string, home: string): Promise<Stored> {
  const defaults = { settings: defaultSettings(home), unknown: {} };
  let bytes: Uint8Array;
  try {
    const size = await disk.size(path);
    if (size === null) return { ...defaults, problem: null, bytes: null };
    if (size > MOST_BYTES) return { ...defaults, problem: 'is far too large', bytes: null };
    bytes = await disk.read(path);
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return { ...defaults, problem: 'could not be read from the disk', bytes: null };
  }
  const record = parse(bytes);
  if (record === null) return { ...defaults, problem: 'is damaged', bytes };
  const { settings, unknown, refused } = await accept(record, defaults.settings, home);
  return { settings, unknown, problem: refused ? 'holds values that can’t be right' : null, bytes };
}

function parse(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

async function accept(record: Readonly<Record<string, unknown>>, defaults: Settings, home: string) {
  // Checked only where there is something to check: the schema's own code costs time at every start.
  const { settingsPatch } = await import('#shared/contract/settings.ts');
  const names = Object.keys(settingsPatch.shape);
  const known = Object.entries(record).filter(([name]) => names.includes(name));
  const unknown = Object.entries(record).filter(([name]) => !names.includes(name) && name !== '__proto__');
  const good = known.flatMap(([name, value]) => {
    const one = settingsPatch.safeParse({ [name]: value });
    const patch = one.success ? placed(one.data, home) : null;
    return patch?.ok === true ? [given(patch.value)] : [];
  });
  const settings: Settings = Object.assign({}, defaults, ...good);
  return { settings, unknown: Object.fromEntries(unknown), refused: good.length < known.length };
}

/** Folders as they can be found again from anywhere: `~` made `home`; refused when they depend on where one stands. */
function placed(patch: SettingsPatch, home: string): Result<SettingsPatch> {
  const folders: SettingsPatch = {};
  for (const name of ['library', 'exportFolder'] as const) {
    const typed = patch[name]?.trim();
    if (typed === undefined) continue;
    const folder = expandHome(typed, home);
    if (folder.includes('\0') || !(isAbsolute(folder) || (folder === '' && name === 'exportFolder'))) {
      return fail('bad-input', 'A folder is written from the root of the disk, or from ~, your own folder.');
    }
    folders[name] = folder;
  }
  return succeed({ ...patch, ...folders });
}

/** The patch without its undefined entries. */
function given(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** Keeps a copy of a bad file beside it, under a name made of its content, so that one file is kept once. */
async function setAside(disk: Disk, folder: string, bytes: Uint8Array | null): Promise<string | null> {
  if (bytes === null) return null;
  const name = `settings.bad-${sha256Hex(bytes).slice(0, 12)}.json`;
  try {
    const path = join(folder, name);
    if ((await disk.size(path)) === null) await replaceFile(disk, path, bytes, String(process.pid));
    return name;
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return null;
  }
}

function said(problem: string, kept: string | null): string {
  const copy = kept === null ? '' : `; a copy is kept as ${kept}`;
  return `Your settings file ${problem}, so defaults stand in for what could not be read${copy}.`;
}
