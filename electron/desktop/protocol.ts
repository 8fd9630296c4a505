import { protocol, type Protocol } from 'electron';
import { isMediaName } from '#shared/article/block.ts';
import type { Result } from '#shared/article/failure.ts';
import type { HostedBackend } from '../host/backend.ts';
import type { PageFiles } from '../host/page-files.ts';
import { mediaTypeOf, pageHeaders } from '../host/policy.ts';
import { APP_HOST, MEDIA_PATH, SCHEME } from './scheme.ts';

/** Pictures wait for it. */
type Backend = () => Promise<Result<HostedBackend>>;

const FOREVER = 'private, max-age=31536000, immutable';

/** To be called before the application is ready. The scheme is a real origin, and a secure one; it streams nothing. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the application and the library's pictures under the scheme, with the same policy as the loopback host. */
export function serveScheme(on: Pick<Protocol, 'handle'>, files: PageFiles, backend: Backend): void {
  on.handle(SCHEME, (request) => answer(request, files, backend));
}

async function answer(request: Request, files: PageFiles, backend: Backend): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (host !== APP_HOST || request.method !== 'GET') return nothing();
  if (pathname.startsWith(MEDIA_PATH)) return picture(pathname.slice(MEDIA_PATH.length), backend);
  const file = files.get(pathname === '/' || pathname === '' ? '/index.html' : pathname);
  return file === undefined ? nothing() : found(file.bytes, file.mediaType, file.immutable);
}

async function picture(name: string, backend: Backend): Promise<Response> {
  const mediaType = mediaTypeOf(name);
  if (!isMediaName(name) || mediaType === null) return nothing();
  const opened = await backend();
  const read = opened.ok ? await opened.value.library.readMedia(name) : opened;
  return read.ok ? found(new Uint8Array(read.value), mediaType, true) : nothing();
}

function found(bytes: Uint8Array<ArrayBuffer>, mediaType: string, immutable: boolean): Response {
  const cache = immutable ? FOREVER : 'no-store';
  return new Response(bytes, {
    status: 200,
    headers: { ...pageHeaders(), 'Content-Type': mediaType, 'Cache-Control': cache },
  });
}

function nothing(): Response {
  return new Response('Stet has no such page or picture.\n', {
    status: 404,
    headers: { ...pageHeaders(), 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
