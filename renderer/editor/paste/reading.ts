import type { Clip, readClip } from '#shared/formats/clipboard-reader.ts';
import type { clipHtml, phraseHtml } from '#shared/formats/clipboard-writer.ts';
import { startWorker } from '#renderer/ui/trusted.ts';

interface ClipReader {
  readonly readClip: typeof readClip;
}
interface ClipWriter {
  readonly clipHtml: typeof clipHtml;
  readonly phraseHtml: typeof phraseHtml;
}

let reader: ClipReader | null = null;
let writer: ClipWriter | null = null;

/** Fetches what reads and writes HTML, so that it is there when something is pasted or copied. For idle moments. */
export async function prepareClipboard(): Promise<void> {
  reader ??= await import('#shared/formats/clipboard-reader.ts');
  writer ??= await import('#shared/formats/clipboard-writer.ts');
}

/** The writer, once it is there. */
export function clipWriter(): ClipWriter | null {
  return writer;
}

/** Longer HTML is read in a thread of its own; shorter is read before anybody could notice. */
const SHORT = 20_000;

/** The HTML as a clip where that can be had at once. `later` where it can't be yet, null where it can't be read. */
export function readAtOnce(html: string): Clip | null | 'later' {
  return reader === null || html.length > SHORT ? 'later' : reader.readClip(html);
}

/** The same in its own time, off the main thread. Null too where it was given up, or nobody is there to read it. */
export async function readLater(html: string, signal: AbortSignal): Promise<Clip | null> {
  try {
    return await readElsewhere(html, signal);
  } catch {
    return null;
  }
}

async function readElsewhere(html: string, signal: AbortSignal): Promise<Clip | null> {
  const worker = await startWorker(() => import('./reader-worker.ts?worker&url'));
  const answer = Promise.withResolvers<Clip | null>();
  worker.addEventListener('message', (event: MessageEvent<Clip | null>) => answer.resolve(event.data));
  worker.addEventListener('error', () => answer.resolve(null));
  signal.addEventListener('abort', () => answer.resolve(null));
  worker.postMessage(html, []);
  const clip = await answer.promise;
  worker.terminate();
  return clip;
}
