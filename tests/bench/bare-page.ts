import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const BARE = join(import.meta.dirname, 'bare');
const PAGES = ['index.html', 'plain.html'];

/** The yardstick pages (bare Tiptap at the root, `plain.html` a plain contenteditable), served on this machine alone. `end` leaves nothing behind. */
export interface BarePage {
  readonly url: string;
  end(): Promise<void>;
}

/** Builds `tests/bench/bare` as the product is built and serves it on 127.0.0.1. */
export async function serveBarePage(): Promise<BarePage> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bare-'));
  await build({
    configFile: false,
    root: BARE,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      reportCompressedSize: false,
      rollupOptions: { input: PAGES.map((page) => join(BARE, page)) },
    },
  });
  const server = createServer((request, response) => {
    const path = normalize(request.url === '/' ? '/index.html' : (request.url ?? '')).replace(/^[./\\]+/u, '');
    readFile(join(folder, path)).then(
      (bytes) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async end() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
