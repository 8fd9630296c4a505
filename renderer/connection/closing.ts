import type { Client } from '#shared/contract/client.ts';

type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/**
 * Registers something that must be sent before the page may end: called when the window is about to close (the desktop
 * waits until it resolves) or the page is hidden for good. Returns the way to stop.
 */
export function beforeClosing(flush: Flush): () => void {
  const entry: Flush = () => flush();
  flushes.add(entry);
  return () => void flushes.delete(entry);
}

/** Answers the host's `host.closing` once everything registered is on disk, and does what it can on `pagehide`. */
export function answerClosing(client: Client): void {
  client.on('host.closing', () => {
    void flushAll().then(() => client.call('host.flushed', {}));
  });
  addEventListener('pagehide', () => void flushAll());
}

async function flushAll(): Promise<void> {
  await Promise.allSettled(Array.from(flushes, (flush) => flush()));
}
