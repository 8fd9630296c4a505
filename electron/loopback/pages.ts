import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { fail, succeed } from '#shared/article/failure.ts';
import { serve, type HostHandlers } from '#shared/contract/serve.ts';
import { pageConnection, type HostedBackend } from '../host/backend.ts';
import { MEDIA_BASE } from './answer.ts';
import type { Limits } from './limits.ts';
import type { Presence } from './presence.ts';
import { socketTransport } from './socket.ts';

export interface PagesOptions {
  readonly version: string;
  readonly limits: Limits;
  readonly presence: Presence;
  readonly report?: (line: string) => void;
}

/** The sockets of the pages that are there. */
export interface Pages {
  readonly size: number;
  /** Makes a socket of a request that has been let in, and serves it. */
  accept(request: IncomingMessage, socket: Socket, head: Buffer): void;
  /** Tells every page that the host stops. */
  stop(): void;
  /** Cuts off whoever is still there. */
  end(): void;
}

/** Serves a back end that is there to pages with a socket. */
export function openPages(backend: HostedBackend, { version, limits, presence, report }: PagesOptions): Pages {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const handlers = hostHandlers(version);
  return {
    get size() {
      return sockets.clients.size;
    },
    accept(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (page) => {
        const left = presence.arrive();
        const transport = socketTransport(page, limits);
        transport.onClose(left);
        serve(transport, (emit) => pageConnection(backend, handlers, emit), report ? { report } : {});
      });
    },
    stop() {
      for (const socket of sockets.clients) socket.close(1001, 'Stet was stopped');
    },
    end() {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
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
