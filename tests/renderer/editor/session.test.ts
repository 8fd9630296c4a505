import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { headlineText } from '#shared/article/article.ts';
import { ABOUT_ROOT } from '#shared/document/layout.ts';
import { editState } from '#shared/document/edit.ts';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';
import { served, value, type Served } from './served.ts';

let here: Served;
const open: ArticleSession[] = [];

beforeEach(async () => {
  here = await served();
});
afterEach(async () => {
  here.disk.faults.room = Infinity;
  for (const session of open.splice(0)) await session.close();
  await here.close();
});

async function edit(client = here.page().client, id?: Awaited<ReturnType<Served['create']>>): Promise<ArticleSession> {
  const session = value(await openSession(client, id ?? (await here.create('The harbour vote'))));
  open.push(session);
  return session;
}

/** What the back end has on disk for the article, read from a connection of its own. */
async function onDisk(session: ArticleSession) {
  return value(await here.page().client.call('article.read', { id: session.id })).article;
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 8_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('it did not come about in time');
    await pause(10);
  }
}

describe('saving', () => {
  it('says saved only when the back end has it on disk', async () => {
    const session = await edit();
    expect(session.saving()).toEqual({ state: 'saved' });
    session.setFields({ slug: 'harbour' });
    expect(session.saving()).toEqual({ state: 'saving' });
    await session.flush();
    expect(session.saving()).toEqual({ state: 'saved' });
    expect((await onDisk(session)).metadata.slug).toBe('harbour');
  });

  it('sends within 150 ms without being asked', async () => {
    const { client } = here.page();
    const sent: number[] = [];
    const watched = {
      ...client,
      call: ((name, input) => {
        if (name === 'article.append') sent.push(performance.now());
        return client.call(name, input);
      }) as typeof client.call,
    };
    const session = await edit(watched);
    const began = performance.now();
    session.setFields({ slug: 'one' });
    session.setFields({ slug: 'two' });
    await until(() => sent.length > 0);
    // The timer asks for 140 ms; what is above is this machine's own delay.
    expect((sent[0] ?? Infinity) - began).toBeLessThan(400);
    await session.flush();
    expect(sent).toHaveLength(1);
  });

  it('keeps everything while the disk is full, says so, and saves by itself when there is room', async () => {
    const session = await edit();
    here.disk.faults.room = 0;
    session.setFields({ slug: 'first' });
    await until(() => session.saving().state === 'unsaved');
    expect(session.saving()).toMatchObject({ state: 'unsaved', failure: { code: 'disk-full' } });
    for (const kicker of ['a', 'b', 'c']) session.setFields({ kicker });
    await pause(1_300);
    expect(session.saving().state).toBe('unsaved');
    expect((await onDisk(session)).metadata.slug).toBe('');
    here.disk.faults.room = Infinity;
    await session.flush();
    expect(session.saving()).toEqual({ state: 'saved' });
    expect((await onDisk(session)).metadata).toMatchObject({ slug: 'first', kicker: 'c' });
  });

  it('brings what a lost connection left behind to the next one', async () => {
    const id = await here.create('The harbour vote');
    let page = here.page();
    const listeners: ((value: { connected: boolean }) => void)[] = [];
    const lasting = {
      ...page.client,
      call: ((name, input) => page.client.call(name, input)) as typeof page.client.call,
      on: ((name: string, listener: never) => {
        if (name === 'host.connection') listeners.push(listener);
        return () => undefined;
      }) as typeof page.client.on,
    };
    const session = await edit(lasting, id);
    page.drop();
    session.setFields({ slug: 'written while alone' });
    await until(() => session.saving().state === 'unsaved');
    expect(session.saving()).toMatchObject({ failure: { code: 'disconnected' } });
    page = here.page();
    for (const listener of listeners) listener({ connected: true });
    await session.flush();
    expect((await onDisk(session)).metadata.slug).toBe('written while alone');
  });

  it('saves what the page puts in while it goes', async () => {
    const session = await edit();
    const going = session.close();
    session.setFields({ slug: 'late' });
    await going;
    expect((await onDisk(session)).metadata.slug).toBe('late');
  });

  it('lets an article go only when all is on disk, and continues it when it is opened again before', async () => {
    const { client } = here.page();
    const session = await edit(client);
    here.disk.faults.room = 0;
    session.setFields({ slug: 'kept' });
    await until(() => session.saving().state === 'unsaved');
    const closing = session.close();
    const again = await edit(client, session.id);
    expect(again).toBe(session);
    here.disk.faults.room = Infinity;
    await closing;
    again.setFields({ kicker: 'still open' });
    await again.flush();
    expect((await onDisk(again)).metadata).toMatchObject({ slug: 'kept', kicker: 'still open' });
    open.splice(open.indexOf(session), 1);
  });
});

describe('two pages', () => {
  it('show each other what they write, and send nothing back', async () => {
    const one = await edit();
    const other = await edit(here.page().client, one.id);
    const heard: string[] = [];
    other.subscribe('metadata', () => heard.push(other.article().metadata.slug));
    one.setFields({ slug: 'from the first' });
    await one.flush();
    await until(() => heard.includes('from the first'));
    expect(other.saving()).toEqual({ state: 'saved' });
  });
});

describe('an article of a newer version', () => {
  it('is shown, says why it is not edited, and sends nothing', async () => {
    const id = await here.create('From the future');
    const { client } = here.page();
    const { state } = value(await client.call('article.open', { id }));
    const { update } = editState(state, (doc) => doc.getMap(ABOUT_ROOT).set('schema-999', true));
    value(await client.call('article.append', { id, update: update ?? new Uint8Array() }));
    let appended = 0;
    const { client: another } = here.page();
    const watched = {
      ...another,
      call: ((name, input) => {
        if (name === 'article.append') appended += 1;
        return another.call(name, input);
      }) as typeof another.call,
    };
    const session = await edit(watched, id);
    expect(session.readOnly?.message).toMatch(/A newer Stet wrote in this article/u);
    session.setFields({ slug: 'no' });
    session.doc.getMap('metadata').set('slug', 'not even so');
    await session.flush();
    expect(headlineText(session.article())).toBe('From the future');
    expect(appended).toBe(0);
    expect(Y.encodeStateVector(session.doc).byteLength).toBeGreaterThan(0);
  });
});
