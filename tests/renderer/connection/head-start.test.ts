import { describe, expect, it } from 'vitest';
import { withHeadStart } from '#renderer/connection/head-start.ts';
import { succeed } from '#shared/article/failure.ts';
import { Listeners, type Client } from '#shared/contract/client.ts';
import type { EventName, Events } from '#shared/contract/events.ts';

/** A back end that counts: its lists have as many stories as it has been asked questions. */
function counting() {
  const asked: string[] = [];
  const listeners = new Listeners();
  const client: Client = {
    call: ((name: string) => {
      asked.push(name);
      return Promise.resolve(succeed({ total: asked.length, items: [] }));
    }) as Client['call'],
    on: (name, listener) => listeners.add(name, (value) => listener(value as Parameters<typeof listener>[0])),
    closed: new Promise(() => undefined),
    close: () => undefined,
  };
  const tell = <Name extends EventName>(name: Name, value: Events[Name]): void => listeners.tell(name, value);
  return { client, asked, tell };
}

const FIRST = { trashed: false, offset: 0, limit: 40 };

describe('withHeadStart', () => {
  it('asks at once, and gives the answer to the first who asks the same', async () => {
    const { client, asked } = counting();
    const early = withHeadStart(client, [
      ['settings.read', {}],
      ['library.list', FIRST],
    ]);
    expect(asked).toEqual(['settings.read', 'library.list']);
    expect(await early.call('library.list', { ...FIRST })).toMatchObject({ value: { total: 2 } });
    expect(asked).toHaveLength(2);
    expect(await early.call('library.list', FIRST)).toMatchObject({ value: { total: 3 } });
  });

  it('answers no other question', async () => {
    const { client } = counting();
    const early = withHeadStart(client, [['library.list', FIRST]]);
    expect(await early.call('library.list', { ...FIRST, trashed: true })).toMatchObject({ value: { total: 2 } });
  });

  it('gives no list from before a change of the library, but still what does not depend on it', async () => {
    const { client, asked, tell } = counting();
    const early = withHeadStart(client, [
      ['settings.read', {}],
      ['library.list', FIRST],
    ]);
    tell('library.changed', { items: [] });
    expect(await early.call('library.list', FIRST)).toMatchObject({ value: { total: 3 } });
    await early.call('settings.read', {});
    expect(asked).toHaveLength(3);
  });

  it('gives nothing from before a lost connection', async () => {
    const { client, asked, tell } = counting();
    const early = withHeadStart(client, [['settings.read', {}]]);
    tell('host.connection', { connected: false });
    await early.call('settings.read', {});
    expect(asked).toHaveLength(2);
  });
});
