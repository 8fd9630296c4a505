import { afterEach, describe, expect, it } from 'vitest';
import { fail, succeed } from '#shared/article/failure.ts';
import { articleIdFrom, ID_BYTES } from '#shared/article/identity.ts';
import { connect, type Client } from '#shared/contract/client.ts';
import { serve, type Emit, type Handlers, type ServeOptions } from '#shared/contract/serve.ts';
import type { Transport } from '#shared/contract/transport.ts';
import { handlersWith, INFO } from './handlers.ts';

/** Two ends of one connection, and the way to let go of whatever carries it. */
export interface Pair {
  readonly page: Transport;
  readonly host: Transport;
  dispose(): Promise<void>;
}

const ID = articleIdFrom(new Uint8Array(ID_BYTES).fill(7));

/** What every transport promises, run over each of them. */
export function contractSuite(name: string, makePair: () => Promise<Pair>): void {
  describe(`contract over ${name}`, () => {
    const open: Pair[] = [];
    afterEach(async () => {
      for (const pair of open.splice(0)) await pair.dispose();
    });

    const start = async (given: Partial<Handlers>, options: ServeOptions = {}): Promise<Started> => {
      const pair = await makePair();
      open.push(pair);
      let tell: Emit | undefined;
      let disposals = 0;
      const stop = serve(
        pair.host,
        (emit) => {
          tell = emit;
          return { handlers: handlersWith(given), dispose: () => void (disposals += 1) };
        },
        options,
      );
      const emit: Emit = (eventName, value) => tell?.(eventName, value);
      return { ...pair, client: connect(pair.page), emit, stop, disposals: () => disposals };
    };

    it('answers a call with what its handler returns', async () => {
      const { client } = await start({ 'host.info': () => Promise.resolve(INFO) });
      expect(await client.call('host.info', {})).toEqual(INFO);
    });

    it('carries a failure as data', async () => {
      const missing = fail('unknown-article', 'There is no such article.');
      const { client } = await start({ 'article.close': () => Promise.resolve(missing) });
      expect(await client.call('article.close', { id: ID })).toEqual(missing);
    });

    it('answers each call with its own answer, whatever the order in which they are ready', async () => {
      const { client } = await start({
        'files.complete': async ({ path }) => {
          await new Promise((ready) => setTimeout(ready, path === 'slow' ? 30 : 0));
          return succeed({ folders: [path] });
        },
      });
      const paths = ['slow', 'a', 'b'];
      const answers = await Promise.all(paths.map((path) => client.call('files.complete', { path })));
      expect(answers).toEqual(paths.map((path) => succeed({ folders: [path] })));
    });

    it('carries bytes as bytes, copied out of views, both ways', async () => {
      const seen: Uint8Array[] = [];
      const stored = new Uint8Array([9, 8, 7, 6, 5]).subarray(1, 4);
      const { client } = await start({
        'article.append': ({ update }) => {
          seen.push(update);
          return Promise.resolve(succeed(null));
        },
        'article.open': ({ id }) => Promise.resolve(succeed({ id, state: Buffer.from(stored) })),
      });
      const view = new Uint8Array([0, 1, 2, 3, 4]).subarray(1, 4);
      expect(await client.call('article.append', { id: ID, update: view })).toEqual(succeed(null));
      view.fill(0);
      expect(seen).toEqual([new Uint8Array([1, 2, 3])]);
      expect(seen[0]?.buffer.byteLength).toBe(3);
      const opened = await client.call('article.open', { id: ID });
      expect(opened).toEqual(succeed({ id: ID, state: new Uint8Array([8, 7, 6]) }));
      expect(opened.ok && opened.value.state.buffer.byteLength).toBe(3);
    });

    it('keeps every character of a text', async () => {
      const text = 'ש\u200fלום “ﷺ” 👩🏽‍🚀 \u0000\u2028 e\u0301';
      const { client } = await start({ 'files.complete': ({ path }) => Promise.resolve(succeed({ folders: [path] })) });
      expect(await client.call('files.complete', { path: text })).toEqual(succeed({ folders: [text] }));
    });

    it('brings events to those who listen, in order, until they stop', async () => {
      const { client, emit } = await start({ 'host.info': () => Promise.resolve(INFO) });
      const heard: unknown[] = [];
      const stop = client.on('article.updated', (value) => heard.push(value));
      emit('article.updated', { id: ID, update: new Uint8Array([1]) });
      emit('article.updated', { id: ID, update: new Uint8Array([2]) });
      await client.call('host.info', {});
      stop();
      emit('article.updated', { id: ID, update: new Uint8Array([3]) });
      await client.call('host.info', {});
      expect(heard).toEqual([
        { id: ID, update: new Uint8Array([1]) },
        { id: ID, update: new Uint8Array([2]) },
      ]);
    });

    it('refuses an input that is not what the table says, without calling the handler', async () => {
      let called = 0;
      const { page, client } = await start({
        'article.append': () => Promise.resolve(succeed(null)).finally(() => (called += 1)),
      });
      const wrong: unknown[] = [
        undefined,
        null,
        'text',
        [],
        { id: ID },
        { id: '../../etc/passwd', update: new Uint8Array(1) },
        { id: ID, update: 'text' },
        { id: ID, update: new Uint8Array(1), more: true },
      ];
      const answers = await Promise.all(wrong.map((input) => rawCall(page, 'article.append', input)));
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      expect(called).toBe(0);
      expect(await client.call('article.append', { id: ID, update: new Uint8Array(1) })).toEqual(succeed(null));
    });

    it('says too-large for more bytes than a call takes', async () => {
      const { client } = await start({});
      const update = new Uint8Array(16 * 1024 * 1024 + 1);
      const answer = await client.call('article.append', { id: ID, update });
      expect(answer).toMatchObject({ ok: false, error: { code: 'too-large' } });
    });

    it('refuses names that are not in the table, those of every object included', async () => {
      const { page } = await start({});
      for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'host.reboot']) {
        expect(await rawCall(page, name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      }
    });

    it('ignores frames that are no call, and goes on', async () => {
      const { page, client } = await start({ 'host.info': () => Promise.resolve(INFO) });
      const odd: unknown[] = [
        null,
        1,
        'call',
        [],
        {},
        { kind: 'call' },
        { kind: 'call', id: -1, name: 'host.info', input: {} },
        { kind: 'call', id: 1.5, name: 'host.info', input: {} },
        { kind: 'call', id: 'x', name: 'host.info', input: {} },
        { kind: 'call', id: 1, name: 'x'.repeat(65), input: {} },
        { kind: 'reply', id: 1, result: { ok: true } },
        { kind: 'event', name: 'disk.state', value: null },
        { kind: 'toString' },
      ];
      for (const frame of odd) page.post(frame);
      expect(await client.call('host.info', {})).toEqual(INFO);
    });

    it('ignores answers that nobody waits for or that are no answers', async () => {
      const { host, client } = await start({ 'host.info': () => Promise.resolve(INFO) });
      const odd: unknown[] = [
        { kind: 'reply', id: 99, result: { ok: true, value: 1 } },
        { kind: 'reply', id: 1, result: { ok: false, error: { code: 'no-such-code', message: 'x' } } },
        { kind: 'reply', id: 1, result: { ok: 'yes' } },
        { kind: 'event', name: '__proto__', value: {} },
        { kind: 'call', id: 1, name: 'host.info', input: {} },
        undefined,
      ];
      for (const frame of odd) host.post(frame);
      expect(await client.call('host.info', {})).toEqual(INFO);
    });

    it('turns a handler that throws into internal, and reports it without what it said', async () => {
      const lines: string[] = [];
      const report = (line: string) => void lines.push(line);
      const { client } = await start(
        { 'host.info': () => Promise.reject(new TypeError('the mayor said: secret')) },
        { report },
      );
      const answer = await client.call('host.info', {});
      expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
      expect(JSON.stringify(answer)).not.toContain('secret');
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('host.info threw TypeError');
      expect(lines[0]).not.toContain('secret');
    });

    it('answers too-many beyond its limit of unanswered calls, and recovers', async () => {
      const ready = Promise.withResolvers<void>();
      const { client } = await start({ 'host.info': () => ready.promise.then(() => INFO) }, { inFlight: 3 });
      const calls = Array.from({ length: 5 }, () => client.call('host.info', {}));
      const refused = await Promise.all(calls.slice(3));
      for (const answer of refused) expect(answer).toMatchObject({ ok: false, error: { code: 'too-many' } });
      ready.resolve();
      expect(await Promise.all(calls.slice(0, 3))).toEqual([INFO, INFO, INFO]);
      expect(await client.call('host.info', {})).toEqual(INFO);
    });

    it('ends open calls with disconnected when the back end stops, and disposes once', async () => {
      const never = new Promise<never>(() => undefined);
      const { client, stop, disposals } = await start({
        'host.info': () => never,
        'settings.read': () => Promise.resolve(fail('not-yet', 'x')),
      });
      const call = client.call('host.info', {});
      await client.call('settings.read', {});
      stop();
      expect(await call).toMatchObject({ ok: false, error: { code: 'disconnected' } });
      await client.closed;
      expect(await client.call('host.info', {})).toMatchObject({ ok: false, error: { code: 'disconnected' } });
      stop();
      expect(disposals()).toBe(1);
    });

    it('disposes what stands behind a page when the page closes', async () => {
      const { client, disposals } = await start({ 'host.info': () => Promise.resolve(INFO) });
      await client.call('host.info', {});
      client.close();
      await expect.poll(disposals).toBe(1);
    });
  });
}

interface Started extends Pair {
  readonly client: Client;
  readonly emit: Emit;
  readonly stop: () => void;
  readonly disposals: () => number;
}

let rawIds = 1_000_000;

/** A call as a hostile page could make it: whatever name and input. */
function rawCall(page: Transport, name: string, input: unknown): Promise<unknown> {
  rawIds += 1;
  const id = rawIds;
  return new Promise((resolve) => {
    const stop = page.onFrame((frame) => {
      const { kind, id: answered, result } = frame as { kind?: string; id?: number; result?: unknown };
      if (kind !== 'reply' || answered !== id) return;
      stop();
      resolve(result);
    });
    page.post({ kind: 'call', id, name, input });
  });
}
