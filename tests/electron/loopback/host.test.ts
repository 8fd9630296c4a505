import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { MediaName } from '#shared/article/block.ts';
import { encodeFrame } from '#shared/contract/codec.ts';
import { connect } from '#shared/contract/client.ts';
import { openBackend, type Backend } from '#electron/backend/backend.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { openSettings } from '#electron/backend/settings.ts';
import { seededRandom } from '#tests/electron/backend/seeded.ts';
import type { PageFiles } from '#electron/host/page-files.ts';
import { serveLoopback, type LoopbackHost, type LoopbackOptions } from '#electron/loopback/host.ts';
import { LOOPBACK_LIMITS } from '#electron/loopback/limits.ts';
import { socketTransport } from '#electron/loopback/socket.ts';
import { enter, openSocket, visit } from './visitor.ts';

const INDEX = new TextEncoder().encode('<!doctype html><title>Stet</title>');
const SCRIPT = new TextEncoder().encode('console.info("stet")');
const FILES: PageFiles = new Map([
  ['/index.html', { bytes: INDEX, mediaType: 'text/html; charset=utf-8', immutable: false }],
  ['/assets/a.js', { bytes: SCRIPT, mediaType: 'text/javascript; charset=utf-8', immutable: true }],
]);

let root: string;
let backend: Backend;
let host: LoopbackHost;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stet-loopback-'));
});
afterEach(async () => {
  await host.close();
  await rm(root, { recursive: true, force: true });
});

async function start(options: Partial<LoopbackOptions> = {}): Promise<LoopbackHost> {
  const disk = nodeDisk();
  const settings = openSettings(disk, join(root, 'config'), root);
  const place = join(root, 'library');
  const opened = await openBackend({ place, disk, clock: systemClock, random: seededRandom(1), settings });
  if (!opened.ok) throw new Error(opened.error.message);
  backend = opened.value;
  const served = await serveLoopback({ openBackend: ready, files: FILES, version: '1.0.0', stay: true, ...options });
  if (!served.ok) throw new Error(served.error.message);
  host = served.value;
  return host;
}

const ready = (): Promise<Result<Backend>> => Promise.resolve(succeed(backend));

const originOf = ({ port }: LoopbackHost): string => `http://127.0.0.1:${port}`;

async function openPage(cookie: string): Promise<WebSocket> {
  const socket = await openSocket(host.port, { cookie, origin: originOf(host) });
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  return socket;
}

describe('the one address', () => {
  it('is exchanged once for a session that no script and no other site can use, at a clean address', async () => {
    await start();
    const { pathname } = new URL(host.url);
    expect(pathname.slice('/open/'.length)).toMatch(/^[\w-]{43}$/u);
    const first = await visit(host.port, pathname);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']).toEqual([
      expect.stringMatching(/^stet-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u),
    ]);
    const second = await visit(host.port, pathname);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body.toString()).toContain('This address has been used');
    expect(second.body.toString()).toContain('start it again');
  });

  it('lets nobody in with another token', async () => {
    await start();
    for (const path of ['/open/', '/open/x', `/open/${'A'.repeat(43)}`, `${new URL(host.url).pathname}x`]) {
      expect((await visit(host.port, path)).status).toBe(403);
    }
    expect((await visit(host.port, new URL(host.url).pathname)).status).toBe(303);
  });

  it('is not used up by a request for another host', async () => {
    await start();
    const { pathname } = new URL(host.url);
    expect((await visit(host.port, pathname, { headers: { Host: 'evil.example' } })).status).toBe(421);
    expect((await visit(host.port, pathname)).status).toBe(303);
  });
});

describe('a request', () => {
  it('gets the application with its policy, only with the session', async () => {
    await start();
    expect((await visit(host.port, '/')).status).toBe(403);
    expect((await visit(host.port, '/assets/a.js')).status).toBe(403);
    expect((await visit(host.port, '/', { headers: { Cookie: `stet-${host.port}=${'A'.repeat(43)}` } })).status).toBe(
      403,
    );
    const Cookie = await enter(host);
    const page = await visit(host.port, '/', { headers: { Cookie } });
    expect(page.status).toBe(200);
    expect(page.body).toEqual(Buffer.from(INDEX));
    const policy = String(page.headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      `connect-src 'self' ws://127.0.0.1:${host.port}`,
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/u);
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    const script = await visit(host.port, '/assets/a.js', { headers: { Cookie } });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
  });

  it.each(['localhost', '127.0.0.1', '127.1', '[::1]', 'evil.example', '127.0.0.1.evil.example'])(
    'for host %s is refused, session or not',
    async (name) => {
      await start();
      const Cookie = await enter(host);
      for (const Host of [name, `${name}:${host.port + 1}`, `${name}:${host.port}`]) {
        if (Host === `127.0.0.1:${host.port}`) continue;
        expect((await visit(host.port, '/', { headers: { Cookie, Host } })).status).toBe(421);
      }
    },
  );

  it('made by another page is refused although the browser sends the cookie', async () => {
    await start();
    const Cookie = await enter(host);
    const foreign: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `http://127.0.0.1:${host.port + 1}` },
    ];
    for (const headers of foreign) {
      expect((await visit(host.port, '/assets/a.js', { headers: { Cookie, ...headers } })).status).toBe(403);
    }
    const own = { Cookie, Origin: originOf(host), 'Sec-Fetch-Site': 'same-origin' };
    expect((await visit(host.port, '/assets/a.js', { headers: own })).status).toBe(200);
  });

  it('can name nothing outside of the application and the library’s pictures', async () => {
    await start();
    const Cookie = await enter(host);
    const paths = [
      '/../package.json',
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//etc/passwd',
      '/assets/a.js%00.html',
      '/assets\\a.js',
      '/media/../stet.json',
      '/media/..%2fstet.json',
      '/media/stet.json',
      `/media/${'a'.repeat(64)}.svg`,
      `/media/${'a'.repeat(64)}.png`,
      '/__proto__',
      '/constructor',
      '/socket',
    ];
    for (const path of paths)
      expect([path, (await visit(host.port, path, { headers: { Cookie } })).status]).toEqual([path, 404]);
  });

  it('may only read, and brings no body', async () => {
    await start();
    const Cookie = await enter(host);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await visit(host.port, '/', { method, headers: { Cookie } })).status).toBe(405);
    }
    const headers = { Cookie, 'Content-Length': '5' };
    expect((await visit(host.port, '/', { headers, body: 'hello' })).status).toBe(405);
  });

  it('with too much in its headers is refused', async () => {
    await start();
    const outcome = await visit(host.port, '/', { headers: { 'X-Much': 'x'.repeat(64 * 1024) } }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([431, 'cut off']).toContain(outcome);
    expect((await visit(host.port, '/')).status).toBe(403);
  });

  it('for a picture gets its bytes, type and a long life, only with the session', async () => {
    await start();
    const picture = await readFile(
      join(import.meta.dirname, '..', '..', '..', 'node_modules', 'electron', 'package.json'),
    );
    const name = `${createHash('sha256').update(picture).digest('hex')}.png` as MediaName;
    expect(await backend.library.writeMedia(name, picture)).toMatchObject({ ok: true });
    expect((await visit(host.port, `/media/${name}`)).status).toBe(403);
    const answer = await visit(host.port, `/media/${name}`, { headers: { Cookie: await enter(host) } });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(picture);
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
    expect(answer.headers['cache-control']).toContain('immutable');
  });
});

describe('a socket', () => {
  it('opens only for our own page with the session', async () => {
    await start();
    const origin = originOf(host);
    const cookie = await enter(host);
    expect(await openSocket(host.port, { origin })).toBe(403);
    expect(await openSocket(host.port, { origin, cookie: `stet-${host.port}=wrong` })).toBe(403);
    expect(await openSocket(host.port, { cookie })).toBe(403);
    for (const wrong of [
      'https://evil.example',
      'null',
      `http://localhost:${host.port}`,
      `https://127.0.0.1:${host.port}`,
    ]) {
      expect(await openSocket(host.port, { cookie, origin: wrong })).toBe(403);
    }
    expect(await openSocket(host.port, { cookie, origin, host: 'evil.example' })).toBe(421);
    expect(await openSocket(host.port, { cookie, origin, path: '/other' })).toBe(404);
    const socket = await openPage(cookie);
    const client = connect(socketTransport(socket, LOOPBACK_LIMITS));
    expect(await client.call('host.info', {})).toMatchObject({
      ok: true,
      value: { host: 'loopback', mediaBase: '/media/' },
    });
    socket.terminate();
  });

  it('is closed for what is malformed, not binary or too large', async () => {
    await start({ limits: { messageBytes: 10_000 } });
    const cookie = await enter(host);
    const closeCode = async (message: string | Uint8Array): Promise<number> => {
      const socket = await openPage(cookie);
      socket.send(message);
      return new Promise((resolve) => socket.once('close', resolve));
    };
    expect(await closeCode('hello')).toBe(1003);
    expect(await closeCode(new Uint8Array([0xc1]))).toBe(1007);
    expect(await closeCode(new Uint8Array(10_001))).toBe(1009);
    expect((await openPage(cookie)).readyState).toBe(WebSocket.OPEN);
  });

  it('is closed when it sends more messages than anybody can type', async () => {
    await start({ limits: { messagesAtOnce: 50, messagesPerSecond: 10 } });
    const socket = await openPage(await enter(host));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    for (let sent = 0; sent < 100; sent += 1) socket.send(encodeFrame(null));
    expect(await closed).toBe(1008);
  });

  it('is refused beyond the limit, and free again when one goes', async () => {
    await start({ limits: { sockets: 3 } });
    const cookie = await enter(host);
    const [first] = await Promise.all([openPage(cookie), openPage(cookie), openPage(cookie)]);
    expect(await openSocket(host.port, { cookie, origin: originOf(host) })).toBe(503);
    first?.terminate();
    await expect.poll(() => openSocket(host.port, { cookie, origin: originOf(host) })).toBeInstanceOf(WebSocket);
  });
});

describe('the host', () => {
  it('listens on 127.0.0.1 and nowhere else', async () => {
    await start();
    const listening = await readFile('/proc/net/tcp', 'utf8').catch(() => null);
    if (listening === null) return;
    const port = host.port.toString(16).toUpperCase().padStart(4, '0');
    const other = await readFile('/proc/net/tcp6', 'utf8').catch(() => '');
    const ours = `${listening}\n${other}`
      .split('\n')
      .filter((line) => line.includes(`:${port} `) && / 0A /u.test(line));
    expect(ours).toHaveLength(1);
    expect(ours[0]).toContain(`0100007F:${port}`);
  });

  it('ends by itself when no page came, after everything is on disk', async () => {
    await start({ stay: false, limits: { untilFirstPage: 50 } });
    await host.closed;
    await expect(visit(host.port, '/')).rejects.toThrow(/ECONNREFUSED/u);
  });

  it('ends by itself a while after the last page left, not while one is there', async () => {
    await start({ stay: false, limits: { afterLastPage: 150 } });
    const cookie = await enter(host);
    const page = await openPage(cookie);
    const another = await openPage(cookie);
    page.terminate();
    await new Promise((later) => setTimeout(later, 400));
    expect((await visit(host.port, '/')).status).toBe(403);
    another.terminate();
    await new Promise((later) => setTimeout(later, 50));
    const back = await openPage(cookie);
    await new Promise((later) => setTimeout(later, 400));
    expect((await visit(host.port, '/')).status).toBe(403);
    back.terminate();
    await host.closed;
  });

  it('stays when told to', async () => {
    await start({ stay: true, limits: { untilFirstPage: 20, afterLastPage: 20 } });
    await new Promise((later) => setTimeout(later, 200));
    expect((await visit(host.port, '/')).status).toBe(403);
  });

  it('serves the application before the library is there, and lets a page’s socket wait for it', async () => {
    const late = Promise.withResolvers<Result<Backend>>();
    await start({ openBackend: () => late.promise });
    const cookie = await enter(host);
    expect((await visit(host.port, '/', { headers: { Cookie: cookie } })).status).toBe(200);
    let open = false;
    const opening = openPage(cookie).then((page) => {
      open = true;
      return page;
    });
    await new Promise((later) => setTimeout(later, 100));
    expect(open).toBe(false);
    late.resolve(succeed(backend));
    (await opening).terminate();
  });

  it('lets no stranger wait, and no more pages than it serves', async () => {
    const late = Promise.withResolvers<Result<Backend>>();
    await start({ openBackend: () => late.promise, limits: { sockets: 1 } });
    const cookie = await enter(host);
    const origin = originOf(host);
    expect(await openSocket(host.port, { origin })).toBe(403);
    const opening = openPage(cookie);
    await new Promise((later) => setTimeout(later, 50));
    expect(await openSocket(host.port, { cookie, origin })).toBe(503);
    late.resolve(succeed(backend));
    (await opening).terminate();
  });

  it('closes, and cuts off whoever waits, when the library can’t be read', async () => {
    const late = Promise.withResolvers<Result<Backend>>();
    await start({ openBackend: () => late.promise });
    const opening = openPage(await enter(host)).then(
      () => 'open',
      () => 'cut off',
    );
    await new Promise((later) => setTimeout(later, 50));
    late.resolve(fail('disk-error', 'The disk could not be read.'));
    await host.closed;
    expect(await opening).toBe('cut off');
    await backend.close();
  });

  it('says in one sentence when its port is taken', async () => {
    await start();
    const second = await serveLoopback({
      openBackend: ready,
      files: FILES,
      version: '1',
      stay: true,
      port: host.port,
    });
    expect(second).toMatchObject({
      ok: false,
      error: { code: 'not-here', message: expect.stringContaining(`${host.port}`) },
    });
  });

  it('accepts the same pages again on the same port with the secret it had', async () => {
    await start();
    const { port, secret } = host;
    const cookie = await enter(host);
    await host.close();
    await start({ port, secret });
    expect((await visit(port, '/', { headers: { Cookie: cookie } })).status).toBe(200);
    await host.close();
    await start({ port });
    expect((await visit(port, '/', { headers: { Cookie: cookie } })).status).toBe(403);
  });
});
