import { request, type IncomingHttpHeaders } from 'node:http';
import { WebSocket, type ClientOptions } from 'ws';
import { ADDRESS } from '#electron/loopback/door.ts';
import type { LoopbackHost } from '#electron/loopback/host.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Visit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request as any program on this machine could make it: nothing is added, the path is sent as given. */
export function visit(port: number, path: string, { method = 'GET', headers = {}, body }: Visit = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const outgoing = request(
    { host: ADDRESS, port, path, method, agent: false, headers: { Host: `${ADDRESS}:${port}`, ...headers } },
    (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    },
  );
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

/** Uses the host's one address and answers the cookie it was given. */
export async function enter(host: LoopbackHost): Promise<string> {
  const { headers } = await visit(host.port, new URL(host.url).pathname);
  const [cookie] = (headers['set-cookie']?.[0] ?? '').split(';');
  return cookie ?? '';
}

export interface SocketVisit {
  readonly cookie?: string;
  readonly origin?: string | undefined;
  readonly host?: string;
  readonly path?: string;
}

/** Opens a socket; resolves with it once open, or with the status that refused it. */
export function openSocket(
  port: number,
  { cookie, origin, host, path = '/socket' }: SocketVisit,
): Promise<WebSocket | number> {
  const headers = {
    ...(cookie === undefined ? {} : { Cookie: cookie }),
    ...(host === undefined ? {} : { Host: host }),
  };
  const options: ClientOptions = { headers, ...(origin === undefined ? {} : { origin }) };
  const socket = new WebSocket(`ws://${ADDRESS}:${port}${path}`, options);
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', (error) => reject(error));
  });
}
