import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { configFolder, defaultSettings, openSettings } from '#electron/backend/settings.ts';

let folder: string;
const HOME = '/home/ana';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-settings-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function open() {
  return openSettings(nodeDisk(), folder, HOME);
}

async function store(text: string | Uint8Array): Promise<void> {
  await writeFile(join(folder, 'settings.json'), text);
}

describe('openSettings', () => {
  it('starts from defaults and makes no file by reading', async () => {
    const settings = openSettings(nodeDisk(), join(folder, 'not/there'), HOME);
    expect(await settings.read()).toEqual(defaultSettings(HOME));
    expect(settings.problems()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps changes for whoever opens them next, in a folder it makes', async () => {
    const place = join(folder, 'not/there');
    const changed = await openSettings(nodeDisk(), place, HOME).change({ name: 'Ana', theme: 'dark' });
    expect(changed).toEqual({ ok: true, value: { ...defaultSettings(HOME), name: 'Ana', theme: 'dark' } });
    expect(await openSettings(nodeDisk(), place, HOME).read()).toMatchObject({ name: 'Ana', theme: 'dark' });
    expect(await readdir(place)).toEqual(['settings.json']);
  });

  it('loses none of many changes made at once', async () => {
    const settings = open();
    await Promise.all([
      settings.change({ name: 'Ana' }),
      settings.change({ theme: 'light' }),
      settings.change({ language: 'he' }),
      settings.change({ exportFolder: '/out' }),
    ]);
    expect(await settings.read()).toMatchObject({ name: 'Ana', theme: 'light', language: 'he', exportFolder: '/out' });
  });

  it('keeps folders so that they are found from anywhere, and refuses others', async () => {
    const changed = await open().change({ library: ' ~/Stories', exportFolder: '~' });
    expect(changed).toMatchObject({ value: { library: '/home/ana/Stories', exportFolder: '/home/ana/' } });
    expect(await open().change({ exportFolder: '' })).toMatchObject({ value: { exportFolder: '' } });
    for (const patch of [{ library: 'Stories' }, { library: '  ' }, { exportFolder: './out' }, { library: '/a\0b' }]) {
      expect(await open().change(patch)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    }
    expect((await open().read()).library).toBe('/home/ana/Stories');
  });

  it.each([
    ['torn', '{"name": "An'],
    ['an array', '[1]'],
    ['binary', new Uint8Array([0, 255, 254, 3])],
    ['empty', ''],
  ])('sets a file that is %s aside, says so, and goes on', async (_what, content) => {
    await store(content);
    const settings = open();
    expect(await settings.read()).toEqual(defaultSettings(HOME));
    const [problem] = settings.problems();
    expect(problem?.code).toBe('unreadable-file');
    const aside = (await readdir(folder)).filter((name) => name.startsWith('settings.bad-'));
    expect(aside).toHaveLength(1);
    expect(problem?.message).toContain(aside[0]);
    expect(new Uint8Array(await readFile(join(folder, String(aside[0]))))).toEqual(
      new Uint8Array(Buffer.from(content)),
    );
    await settings.read();
    await settings.change({ name: 'Ana' });
    expect((await open().read()).name).toBe('Ana');
    expect((await readdir(folder)).filter((name) => name.startsWith('settings.bad-'))).toEqual(aside);
  });

  it('keeps the good values of a file with bad ones, and a copy of the file', async () => {
    await store(JSON.stringify({ name: 'Ana', theme: 'mauve', library: 7, exportFolder: 'x', language: 'fa' }));
    const settings = open();
    expect(await settings.read()).toEqual({ ...defaultSettings(HOME), name: 'Ana', language: 'fa' });
    expect(settings.problems()).toHaveLength(1);
  });

  it('keeps what a newer version put there', async () => {
    await store(JSON.stringify({ name: 'Ana', spelling: { he: true } }));
    const settings = open();
    await settings.change({ theme: 'dark' });
    expect(settings.problems()).toEqual([]);
    expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({
      name: 'Ana',
      theme: 'dark',
      spelling: { he: true },
    });
  });

  it('is not fooled by a folder of that name or a file of gigabytes', async () => {
    await mkdir(join(folder, 'settings.json'));
    expect(await open().read()).toEqual(defaultSettings(HOME));
    expect(await open().change({ name: 'Ana' })).toMatchObject({ ok: false });
    await rm(join(folder, 'settings.json'), { recursive: true });
    await store('x'.repeat(300 * 1024));
    const settings = open();
    expect(await settings.read()).toEqual(defaultSettings(HOME));
    expect(settings.problems()[0]?.message).toContain('far too large');
  });
});

describe('configFolder', () => {
  it('follows the rules of each system', () => {
    const at = (platform: NodeJS.Platform, variables: Record<string, string>) =>
      configFolder({ platform, home: HOME, variables });
    expect(at('linux', {})).toBe('/home/ana/.config/stet');
    expect(at('linux', { XDG_CONFIG_HOME: '/etc/x' })).toBe('/etc/x/stet');
    expect(at('linux', { XDG_CONFIG_HOME: '' })).toBe('/home/ana/.config/stet');
    expect(at('darwin', {})).toBe('/home/ana/Library/Application Support/Stet');
    expect(at('win32', { APPDATA: '/r' })).toBe('/r/Stet');
    expect(at('win32', { APPDATA: '/r', STET_CONFIG: '/mine' })).toBe('/mine');
  });
});
