import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { HostedBackend } from '../host/backend.ts';
import type { PageFiles } from '../host/page-files.ts';
import { answerRequest, sendPlain } from './answer.ts';
import { ADDRESS, openDoor } from './door.ts';
import { LOOPBACK_LIMITS, type Limits } from './limits.ts';
import type { Pages } from './pages.ts';
import { watchPresence, type Presence } from './presence.ts';
import { takeUpgrades, type Upgrades } from './upgrades.ts';

/** Imported by name, the module would load Node's fetch and WebSocket as well: a tenth of a second of every start. */
const { createServer } = process.getBuiltinModule('node:http');

export interface LoopbackOptions {
  /**
   * Opens the back end; called once, after `onReady`, so that a browser can load the application meanwhile. What pages
   * ask waits for it; a failure closes the host. Never rejects.
   */
  readonly openBackend: () => Promise<Result<HostedBackend>>;
  readonly files: PageFiles;
  readonly version: string;
  /** 0 or absent: whichever is free. */
  readonly port?: number;
  /** True: stays although no page is there. */
  readonly stay: boolean;
  /** A session's secret kept from a host that served this port before, so that its pages may go on. */
  readonly secret?: string;
  readonly limits?: Partial<Limits>;
  /** Told the one address that opens Stet, once. */
  readonly onReady?: (url: string) => void;
  /** Told in one line, without any content, when something threw. */
  readonly report?: (line: string) => void;
}

export interface LoopbackHost {
  readonly port: number;
  /** Opens Stet once. */
  readonly url: string;
  readonly secret: string;
  /** Resolves when the port is closed and everything is on disk, whatever ended the host. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Serves the application to browsers on this machine, and to nobody else. */
export async function serveLoopback(options: LoopbackOptions): Promise<Result<LoopbackHost>> {
  const limits = { ...LOOPBACK_LIMITS, ...options.limits };
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTime,
    requestTimeout: limits.requestTime,
    keepAliveTimeout: limits.idleTime,
    connectionsCheckingInterval: 1_000,
    joinDuplicateHeaders: true,
  });
  server.maxConnections = limits.connections;
  const listening = await listen(server, options.port ?? 0);
  if (!listening.ok) return listening;

  const port = listening.value;
  const door = openDoor(port, options.secret);
  const closed = Promise.withResolvers<void>();
  let closing = false;
  const close = (): Promise<void> => {
    if (!closing) {
      closing = true;
      void shut().finally(closed.resolve);
    }
    return closed.promise;
  };
  const presence = watchPresence(limits, () => {
    if (!options.stay) void close();
  });
  const upgrades = takeUpgrades(server, door, limits.sockets);
  const backend = Promise.withResolvers<Result<HostedBackend>>();
  const pages = backend.promise.then((opened) => servePages(opened, options, { limits, presence, upgrades }));
  const shut = async (): Promise<void> => {
    presence.stop();
    server.close();
    upgrades.end();
    const there = await pages;
    there?.stop();
    try {
      const opened = await backend.promise;
      if (opened.ok) await opened.value.close();
    } finally {
      there?.end();
      server.closeAllConnections();
    }
  };
  const served = { door, files: options.files, backend: backend.promise, socket: `ws://${ADDRESS}:${port}` };
  server.on('request', (request, response) => {
    answerRequest(served, request, response).catch((thrown: unknown) => {
      options.report?.(`a request failed: ${thrown instanceof Error ? thrown.name : typeof thrown}`);
      if (response.headersSent) response.destroy();
      else sendPlain(response, 'failed');
    });
  });
  server.on('clientError', (_error, socket: Duplex) => void socket.destroy());

  const url = `http://${ADDRESS}:${port}${door.path}`;
  options.onReady?.(url);
  backend.resolve(options.openBackend());
  void pages.then((there) => (there === null ? close() : null));
  return succeed({ port, url, secret: door.secret, closed: closed.promise, close });
}

interface Serving {
  readonly limits: Limits;
  readonly presence: Presence;
  readonly upgrades: Upgrades;
}

/** Serves pages once the back end is there; null where it can't be. */
async function servePages(
  opened: Result<HostedBackend>,
  { version, report }: LoopbackOptions,
  { limits, presence, upgrades }: Serving,
): Promise<Pages | null> {
  if (!opened.ok) return null;
  // Loaded late: the application's files can be served without it.
  const { openPages } = await import('./pages.ts');
  const pages = openPages(opened.value, { version, limits, presence, ...(report === undefined ? {} : { report }) });
  upgrades.serve(pages);
  return pages;
}

function listen(server: Server, port: number): Promise<Result<number>> {
  const { promise, resolve } = Promise.withResolvers<Result<number>>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
    const why = taken ? `Port ${port} can’t be used` : 'No port could be opened on this machine';
    resolve(fail('not-here', `${why} (${error.code ?? error.name}); choose another with --port.`));
  });
  server.listen({ host: ADDRESS, port, exclusive: true }, () =>
    resolve(succeed((server.address() as AddressInfo).port)),
  );
  return promise;
}
