import type { IncomingMessage, ServerResponse } from 'node:http';
import { isMediaName } from '#shared/article/block.ts';
import type { Result } from '#shared/article/failure.ts';
import type { HostedBackend } from '../host/backend.ts';
import type { PageFile, PageFiles } from '../host/page-files.ts';
import { mediaTypeOf, pageHeaders } from '../host/policy.ts';
import type { Door } from './door.ts';
import { plainPage, type PlainPage } from './plain-page.ts';

export const MEDIA_BASE = '/media/';

export interface Served {
  readonly door: Door;
  readonly files: PageFiles;
  /** Pictures wait for it. */
  readonly backend: Promise<Result<HostedBackend>>;
  /** The socket's address, which the policy allows by name for browsers whose 'self' leaves sockets out. */
  readonly socket: string;
}

const FOREVER = 'private, max-age=31536000, immutable';

/** Answers one request for a page, a file of it or a picture. Whoever has no session gets one plain page. */
export async function answerRequest(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { door } = served;
  const send = (page: PlainPage): void => sendPlain(response, page);
  if (!door.isForUs(request)) return send('wrong-host');
  if (request.method !== 'GET' && request.method !== 'HEAD') return send('wrong-method');
  if (hasBody(request)) return send('wrong-method');
  const path = pathOf(request);
  if (path.startsWith('/open/') && request.method === 'GET') return enter(door, path, response);
  if (!door.isFromUs(request)) return send('wrong-origin');
  if (!door.hasSession(request)) return send('no-session');
  if (path.startsWith(MEDIA_BASE)) return sendMedia(served, path.slice(MEDIA_BASE.length), request, response);
  const file = served.files.get(path === '/' ? '/index.html' : path);
  if (file === undefined) return send('not-found');
  sendFile(served, file, request, response);
}

function hasBody(request: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}

/** The path as sent, without its query. Nothing is decoded or resolved: it only ever looks up exact names. */
function pathOf(request: IncomingMessage): string {
  const [path] = (request.url ?? '/').split('?', 1);
  return path ?? '/';
}

function enter(door: Door, path: string, response: ServerResponse): void {
  if (!door.exchange(path)) return sendPlain(response, 'used-token');
  response.writeHead(303, {
    ...pageHeaders(),
    'Cache-Control': 'no-store',
    'Set-Cookie': door.cookie(),
    Location: '/',
    'Content-Length': '0',
  });
  response.end();
}

function sendFile(served: Served, file: PageFile, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    ...pageHeaders([served.socket]),
    'Content-Type': file.mediaType,
    'Content-Length': file.bytes.byteLength,
    'Cache-Control': file.immutable ? FOREVER : 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

async function sendMedia(
  { backend }: Served,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mediaType = mediaTypeOf(name);
  if (!isMediaName(name) || mediaType === null) return sendPlain(response, 'not-found');
  const opened = await backend;
  const picture = opened.ok ? await opened.value.library.readMedia(name) : opened;
  if (!picture.ok) return sendPlain(response, 'not-found');
  response.writeHead(200, {
    ...pageHeaders(),
    'Content-Type': mediaType,
    'Content-Length': picture.value.byteLength,
    'Cache-Control': FOREVER,
  });
  response.end(request.method === 'HEAD' ? undefined : picture.value);
}

/** A refusal ends the connection: whoever was refused is not ours. */
export function sendPlain(response: ServerResponse, page: PlainPage): void {
  const { status, html } = plainPage(page);
  response.writeHead(status, {
    ...pageHeaders(),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(html);
}
