import { readClip } from '#shared/formats/clipboard-reader.ts';

/** Reads one clipping. What comes in is HTML, what goes out is plain data. */
globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  globalThis.postMessage(typeof event.data === 'string' ? readClip(event.data) : null, {});
});
