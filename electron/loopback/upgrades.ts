import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Door } from './door.ts';
import type { Pages } from './pages.ts';

const SOCKET_PATH = '/socket';

/** Requests of pages for a socket: refused at once, or kept waiting until there is something that can serve them. */
export interface Upgrades {
  /** From now on requests are handed over, those that wait first. */
  serve(pages: Pages): void;
  /** Cuts off whoever waits, and lets nobody wait any more. */
  end(): void;
}

/** Takes the requests of `server` for a socket, at most `most` pages at a time. */
export function takeUpgrades(server: Server, door: Door, most: number): Upgrades {
  const waiting = new Map<Socket, () => void>();
  let pages: Pages | null = null;
  let ended = false;
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const refused = refusal(request, door, ended || waiting.size + (pages?.size ?? 0) >= most);
    if (refused !== null) {
      socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    if (pages !== null) return pages.accept(request, socket, head);
    // Whoever goes away while waiting is forgotten; nothing was promised yet.
    const forget = (): void => void waiting.delete(socket);
    const fail = (): void => void socket.destroy();
    socket.on('error', fail);
    socket.on('close', forget);
    waiting.set(socket, () => {
      socket.off('error', fail);
      socket.off('close', forget);
      pages?.accept(request, socket, head);
    });
  });
  return {
    serve(ready) {
      pages = ready;
      for (const handOver of Array.from(waiting.values())) handOver();
      waiting.clear();
    },
    end() {
      ended = true;
      for (const socket of Array.from(waiting.keys())) socket.destroy();
      waiting.clear();
    },
  };
}

function refusal(request: IncomingMessage, door: Door, full: boolean): string | null {
  if (!door.isForUs(request)) return '421 Misdirected Request';
  if (request.url !== SOCKET_PATH) return '404 Not Found';
  // Browsers always say where a socket comes from; whoever doesn't is no page of ours.
  if (request.headers.origin === undefined || !door.isFromUs(request)) return '403 Forbidden';
  if (!door.hasSession(request)) return '403 Forbidden';
  return full ? '503 Service Unavailable' : null;
}
