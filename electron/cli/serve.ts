import manifest from '../../package.json' with { type: 'json' };
import { succeed, type Result } from '#shared/article/failure.ts';
import { closeProduct, openProduct } from '../host/product.ts';
import { serveLoopback } from '../loopback/host.ts';
import { closeOnSignals } from '../loopback/signals.ts';
import type { Answer } from './answer.ts';
import type { Context } from './context.ts';

export interface ServeOptions {
  /** Whichever is free where absent. */
  readonly port?: number;
  readonly json?: boolean;
}

/** `stet serve`: prints one URL at once and serves until it is stopped by a signal. */
export async function serveLibrary(
  context: Context,
  { port = 0, json = false }: ServeOptions,
): Promise<Result<Answer>> {
  const product = await openProduct({ disk: context.disk, library: context.place });
  if (!product.ok) return product;
  const { openBackend, files } = product.value;
  const host = await serveLoopback({
    openBackend,
    files,
    version: manifest.version,
    port,
    stay: true,
    report: (line) => void process.stderr.write(`stet: ${line}\n`),
    onReady: (url) => void process.stdout.write(json ? `${JSON.stringify({ url })}\n` : `${url}\n`),
  });
  if (!host.ok) {
    await closeProduct(product.value);
    return host;
  }
  const unlisten = closeOnSignals(host.value);
  await host.value.closed;
  unlisten();
  const opened = await openBackend();
  return opened.ok ? succeed({ json: undefined, text: '' }) : opened;
}
