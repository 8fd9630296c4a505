import { parseArgs } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { nodeDisk } from '../backend/disk/node.ts';
import { closeProduct, openProduct } from '../host/product.ts';
import { serveLoopback } from './host.ts';
import { closeOnSignals } from './signals.ts';

/**
 * The loopback host as a program: serves the library of the settings (or `--library DIR`) on a free port (or
 * `--port N`), prints its one address, and ends by itself a minute after the last page left (unless `--stay`).
 */
export async function runLoopback(): Promise<number> {
  const { values } = parseArgs({
    options: { library: { type: 'string' }, port: { type: 'string' }, stay: { type: 'boolean', default: false } },
  });
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const product = await openProduct({
    disk: nodeDisk(),
    ...(values.library === undefined ? {} : { library: values.library }),
  });
  if (!product.ok) {
    say(product.error.message);
    return 1;
  }
  const { openBackend, files } = product.value;
  const host = await serveLoopback({
    openBackend,
    files,
    version: manifest.version,
    port: portFrom(values.port),
    stay: values.stay,
    report: say,
    onReady: (url) => void process.stdout.write(`${url}\n`),
  });
  if (!host.ok) {
    say(host.error.message);
    await closeProduct(product.value);
    return 1;
  }
  const unlisten = closeOnSignals(host.value);
  await host.value.closed;
  unlisten();
  const opened = await openBackend();
  if (opened.ok) return 0;
  say(opened.error.message);
  return 1;
}

function portFrom(text: string | undefined): number {
  const port = Number(text ?? 0);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : 0;
}
