import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { serve, type HostHandlers } from '#shared/contract/serve.ts';
import { pageConnection, type HostedBackend } from '../host/backend.ts';
import type { PageFiles } from '../host/page-files.ts';
import { answerRequest, MEDIA_BASE, sendPlain } from './answer.ts';
import { ADDRESS, openDoor, type Door } from './door.ts';
import { LOOPBACK_LIMITS, type Limits } from './limits.ts';
import { watchPresence, type Presence } from './presence.ts';
import { socketTransport } from './socket.ts';

/** Imported by name, the module would load Node's fetch and WebSocket as well: a tenth of a second of every start. */
const { createServer } = process.getBuiltinModule('node:http');

const SOCKET_PATH = '/socket';

export interface LoopbackOptions {
  readonly backend: HostedBackend;
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
  const sockets = acceptPages(server, options, door, limits, presence);
  const shut = async (): Promise<void> => {
    presence.stop();
    server.close();
    for (const socket of sockets.clients) socket.close(1001, 'Stet was stopped');
    try {
      await options.backend.close();
    } finally {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
    }
  };
  const served = { door, files: options.files, backend: options.backend, socket: `ws://${ADDRESS}:${port}` };
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
  return succeed({ port, url, secret: door.secret, closed: closed.promise, close });
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

/** Lets pages with a session open a socket, up to the limit, and serves each. */
function acceptPages(
  server: Server,
  options: LoopbackOptions,
  door: Door,
  limits: Limits,
  presence: Presence,
): WebSocketServer {
  const sockets = new WebSocketServer({
    noServer: true,
    path: SOCKET_PATH,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const handlers = hostHandlers(options.version);
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const refused = refusal(request, door, sockets.clients.size >= limits.sockets);
    if (refused !== null) {
      socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (page) => {
      const left = presence.arrive();
      const transport = socketTransport(page, limits);
      transport.onClose(left);
      const { report } = options;
      serve(transport, (emit) => pageConnection(options.backend, handlers, emit), report ? { report } : {});
    });
  });
  return sockets;
}

function refusal(request: IncomingMessage, door: Door, full: boolean): string | null {
  if (!door.isForUs(request)) return '421 Misdirected Request';
  if (request.url !== SOCKET_PATH) return '404 Not Found';
  // Browsers always say where a socket comes from; whoever doesn't is no page of ours.
  if (request.headers.origin === undefined || !door.isFromUs(request)) return '403 Forbidden';
  if (!door.hasSession(request)) return '403 Forbidden';
  return full ? '503 Service Unavailable' : null;
}

/** What only a window can do is not to be had here; the page does those things itself or says so. */
function hostHandlers(version: string): HostHandlers {
  return {
    'host.info': () =>
      Promise.resolve(succeed({ host: 'loopback' as const, version, picksFolders: false, mediaBase: MEDIA_BASE })),
    'host.pickFolder': () =>
      Promise.resolve(fail('not-here', 'A browser can’t show a folder picker for this; type the folder’s path.')),
    // A browser's page is never told that it will be closed, so there is nothing to wait for.
    'host.flushed': () => Promise.resolve(succeed(null)),
    'host.openOutside': () =>
      Promise.resolve(fail('not-here', 'The page itself opens outside addresses in this browser.')),
  };
}
