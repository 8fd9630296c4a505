import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBackend, type Backend, type BackendConnection } from '#electron/backend/backend.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { openSettings } from '#electron/backend/settings.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { DeskOverview } from '#shared/contract/desk.ts';
import { must } from './articles.ts';

let folder: string;
const backends: Backend[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-desk-'));
  await mkdir(join(folder, 'share'));
});
afterEach(async () => {
  for (const backend of backends.splice(0)) await backend.close();
  await rm(folder, { recursive: true, force: true });
});

interface Page extends BackendConnection {
  readonly backend: Backend;
  readonly heard: (DeskOverview | null)[];
}

/** Somebody at their own machine, with a page open. */
async function person(name: string): Promise<Page> {
  const disk = nodeDisk();
  const settings = openSettings(disk, join(folder, name, 'config'), folder);
  must(await settings.change({ name }));
  const place = join(folder, name, 'library');
  const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
  const backend = must(await openBackend({ place, disk, clock: systemClock, random, settings }));
  backends.push(backend);
  const heard: Page['heard'] = [];
  const connection = backend.connection((event, value) => {
    if (event === 'desk.changed') heard.push((value as { overview: DeskOverview | null }).overview);
  }, {});
  return { ...connection, backend, heard };
}

async function story({ handlers }: Page, headline: string): Promise<ArticleId> {
  return must(await handlers['article.create']({ headline })).id;
}

async function overview({ handlers }: Page): Promise<DeskOverview> {
  const answer = must(await handlers['desk.overview']({}));
  if (answer === null) throw new Error('on no desk');
  return answer;
}

const desk = (): string => join(folder, 'share', 'desk');

describe('a library on no desk', () => {
  it('says so, and does nothing else', async () => {
    const ana = await person('Ana');
    const id = await story(ana, 'Harbour strike');
    expect(must(await ana.handlers['desk.overview']({}))).toBeNull();
    expect(must(await ana.handlers['desk.details']({}))).toBeNull();
    expect(must(await ana.handlers['desk.standings']({ ids: [id] })).standings).toEqual([[id, 'private']]);
    for (const answer of [
      await ana.handlers['desk.share']({ ids: [id] }),
      await ana.handlers['desk.sync']({}),
      await ana.handlers['desk.pause']({ paused: true }),
      await ana.handlers['desk.settle']({ key: 'x' }),
    ]) {
      expect(answer.ok ? null : answer.error.code).toBe('desk-none');
    }
  });

  it('gets on none by a folder that can’t be one', async () => {
    const ana = await person('Ana');
    await writeFile(join(folder, 'share', 'letter.txt'), 'x');
    const code = async (how: 'desk.create' | 'desk.join', place: string): Promise<string> => {
      const answer = await ana.handlers[how]({ place });
      return answer.ok ? 'fine' : answer.error.code;
    };
    expect(await code('desk.create', 'share')).toBe('bad-input');
    expect(await code('desk.create', join(folder, 'share'))).toBe('desk-foreign');
    expect(await code('desk.join', join(folder, 'share'))).toBe('desk-missing');
    expect(await code('desk.create', join(folder, 'Ana', 'library', 'in'))).toBe('desk-inside');
    expect(must(await ana.handlers['desk.overview']({}))).toBeNull();
    expect(await code('desk.create', ` ${desk()}/ `)).toBe('fine');
    expect(await code('desk.create', join(folder, 'another'))).toBe('desk-foreign');
  });
});

describe('two libraries on a desk', () => {
  it('share what is put there, see each other, and go on after a new start', async () => {
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const shared = await story(ana, 'Harbour strike');
    const kept = await story(ana, 'My diary');
    must(await ana.handlers['desk.create']({ place: desk() }));
    must(await ben.handlers['desk.join']({ place: desk() }));
    must(await ana.handlers['desk.share']({ ids: [shared] }));
    expect(must(await ana.handlers['desk.standings']({ ids: [shared, kept] })).standings).toEqual([
      [shared, 'waiting'],
      [kept, 'private'],
    ]);
    must(await ana.handlers['desk.here']({ place: { article: shared, section: 'The vote' } }));
    must(await ana.handlers['desk.sync']({}));
    must(await ben.handlers['desk.sync']({}));
    must(await ana.handlers['desk.sync']({}));
    expect(must(await ana.handlers['desk.standings']({ ids: [shared] })).standings).toEqual([[shared, 'sent']]);
    expect(await overview(ana)).toMatchObject({ shared: 1, pending: 0, trouble: null, met: true });
    expect((await overview(ana)).colleagues).toMatchObject([{ memberName: 'Ben', lacksOurs: 0, weLack: 0 }]);
    expect((await overview(ben)).colleagues).toMatchObject([
      { memberName: 'Ana', here: { article: shared, section: 'The vote' } },
    ]);
    await ben.backend.library.settled();
    const details = must(await ben.handlers['desk.details']({}));
    expect(details?.open).toEqual([{ article: shared, headline: 'Harbour strike' }]);
    expect(details?.ours.memberName).toBe('Ben');
    expect(details?.events).toMatchObject([{ kind: 'shared', headline: 'Harbour strike' }]);
    expect(ben.backend.library.has(kept)).toBe(false);
    await vi.waitFor(() => expect(ana.heard.at(-1)?.colleagues).toHaveLength(1));

    await backends.splice(backends.indexOf(ana.backend), 1)[0]?.close();
    const again = await person('Ana');
    expect(await overview(again)).toMatchObject({ place: desk(), shared: 1 });
    must(await again.handlers['desk.sync']({}));
    expect((await overview(again)).colleagues).toMatchObject([{ memberName: 'Ben' }]);
  });

  it('pause, and say when the folder is away', async () => {
    const ana = await person('Ana');
    must(await ana.handlers['desk.create']({ place: desk() }));
    must(await ana.handlers['desk.pause']({ paused: true }));
    const paused = await ana.handlers['desk.sync']({});
    expect(paused.ok ? null : paused.error.code).toBe('desk-paused');
    expect(await overview(ana)).toMatchObject({ paused: true });
    must(await ana.handlers['desk.pause']({ paused: false }));
    await rename(join(folder, 'share'), join(folder, 'gone'));
    await ana.handlers['desk.sync']({});
    expect((await overview(ana)).trouble?.code).toBe('desk-missing');
    await rename(join(folder, 'gone'), join(folder, 'share'));
    must(await ana.handlers['desk.sync']({}));
    expect((await overview(ana)).trouble).toBeNull();
  });

  it('is called by the name the person has now', async () => {
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    must(await ana.handlers['desk.create']({ place: desk() }));
    must(await ben.handlers['desk.join']({ place: desk() }));
    must(await ana.handlers['settings.change']({ name: 'Ana Ruiz' }));
    must(await ana.handlers['desk.sync']({}));
    must(await ben.handlers['desk.sync']({}));
    expect((await overview(ben)).colleagues).toMatchObject([{ memberName: 'Ana Ruiz' }]);
  });
});
