import { afterEach, expect, it } from 'vitest';
import { succeed } from '#shared/article/failure.ts';
import { articleIdFrom, ID_BYTES } from '#shared/article/identity.ts';
import type { Client } from '#shared/contract/client.ts';
import { serve, type Emit, type Handlers } from '#shared/contract/serve.ts';
import { lastingClient } from '#renderer/connection/lasting-client.ts';
import { directPair } from '#tests/shared/contract/direct.ts';
import { handlersWith, INFO } from '#tests/shared/contract/handlers.ts';

const ID = articleIdFrom(new Uint8Array(ID_BYTES).fill(3));
const WAITS = { retry: [5, 20], reads: 500 } as const;

/** A host that can go away and come back. */
function makeHost(given: Partial<Handlers>) {
  let here = true;
  let stop: () => void = () => undefined;
  let tell: Emit | undefined;
  const open = async () => {
    if (!here) throw new Error('not here');
    const pair = directPair();
    stop = serve(pair.host, (emit) => {
      tell = emit;
      return { handlers: handlersWith(given), dispose: () => undefined };
    });
    return Promise.resolve(pair.page);
  };
  const emit: Emit = (name, value) => tell?.(name, value);
  return {
    open,
    emit,
    leave() {
      here = false;
      stop();
    },
    comeBack() {
      here = true;
    },
  };
}

let client: Client;
afterEach(() => client.close());

it('answers calls made before the first connection', async () => {
  const host = makeHost({ 'host.info': () => Promise.resolve(INFO) });
  client = lastingClient(host.open, WAITS);
  expect(await client.call('host.info', {})).toEqual(INFO);
});

it('fails at once what is not only read, and says that the connection is lost and back', async () => {
  const host = makeHost({ 'article.append': () => Promise.resolve(succeed(null)) });
  client = lastingClient(host.open, WAITS);
  const heard: boolean[] = [];
  client.on('host.connection', ({ connected }) => heard.push(connected));
  const append = () => client.call('article.append', { id: ID, update: new Uint8Array(1) });
  expect(await append()).toEqual(succeed(null));
  host.leave();
  await expect.poll(() => heard).toEqual([true, false]);
  expect(await append()).toMatchObject({ ok: false, error: { code: 'disconnected' } });
  host.comeBack();
  await expect.poll(() => heard).toEqual([true, false, true]);
  expect(await append()).toEqual(succeed(null));
});

it('asks again what is only read, whether it was asked before or while the host was gone', async () => {
  let answers = false;
  const never = new Promise<never>(() => undefined);
  const host = makeHost({ 'host.info': () => (answers ? Promise.resolve(INFO) : never) });
  client = lastingClient(host.open, WAITS);
  const asked = client.call('host.info', {});
  await new Promise((later) => setTimeout(later, 20));
  host.leave();
  const askedMeanwhile = client.call('host.info', {});
  answers = true;
  host.comeBack();
  expect(await asked).toEqual(INFO);
  expect(await askedMeanwhile).toEqual(INFO);
});

it('gives up reading with disconnected when the host stays away', async () => {
  const host = makeHost({});
  host.leave();
  client = lastingClient(host.open, { ...WAITS, reads: 60 });
  expect(await client.call('host.info', {})).toMatchObject({ ok: false, error: { code: 'disconnected' } });
});

it('opens the articles that were open again and tells what they are now; closed ones it leaves', async () => {
  const opened: string[] = [];
  const OTHER = articleIdFrom(new Uint8Array(ID_BYTES).fill(4));
  const state = new Uint8Array([1, 2, 3]);
  const host = makeHost({
    'article.open': ({ id }) => {
      opened.push(id);
      return Promise.resolve(succeed({ id, state }));
    },
    'article.close': () => Promise.resolve(succeed(null)),
  });
  client = lastingClient(host.open, WAITS);
  const updates: unknown[] = [];
  client.on('article.updated', (value) => updates.push(value));
  await client.call('article.open', { id: ID });
  await client.call('article.open', { id: OTHER });
  await client.call('article.close', { id: OTHER });
  host.leave();
  host.comeBack();
  await expect.poll(() => updates).toEqual([{ id: ID, update: state }]);
  expect(opened).toEqual([ID, OTHER, ID]);
  host.emit('article.updated', { id: ID, update: new Uint8Array([4]) });
  await expect.poll(() => updates).toHaveLength(2);
});

it('stops for good when it is closed', async () => {
  const host = makeHost({ 'host.info': () => Promise.resolve(INFO) });
  client = lastingClient(host.open, WAITS);
  await client.call('host.info', {});
  client.close();
  await client.closed;
  expect(await client.call('host.info', {})).toMatchObject({ ok: false, error: { code: 'disconnected' } });
});
