import type { LoopbackHost } from './host.ts';

/**
 * Closes the host on the first SIGINT, SIGTERM or SIGHUP; a second one ends the process although something may not be
 * on disk. Returns the way to stop listening.
 */
export function closeOnSignals(host: Pick<LoopbackHost, 'close'>): () => void {
  let asked = false;
  const stop = (): void => {
    if (asked) process.exit(1);
    asked = true;
    void host.close();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
