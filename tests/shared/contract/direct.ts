import type { Frame, Transport } from '#shared/contract/transport.ts';
import type { Pair } from './suite.ts';

/** Two ends in one process: frames arrive in the next microtask, as they were posted. */
export function directPair(): Pair {
  const page = end();
  const host = end();
  page.other = host;
  host.other = page;
  return { page: transportOf(page), host: transportOf(host), dispose: () => Promise.resolve(close(page)) };
}

interface End {
  readonly frames: Set<(frame: Frame) => void>;
  readonly closes: Set<() => void>;
  other: End | undefined;
  open: boolean;
}

function end(): End {
  return { frames: new Set(), closes: new Set(), other: undefined, open: true };
}

function transportOf(own: End): Transport {
  return {
    post(frame) {
      const { other } = own;
      queueMicrotask(() => {
        if (other?.open === true) for (const listener of Array.from(other.frames)) listener(frame);
      });
    },
    onFrame(listener) {
      own.frames.add(listener);
      return () => void own.frames.delete(listener);
    },
    onClose(listener) {
      own.closes.add(listener);
      return () => void own.closes.delete(listener);
    },
    close: () => close(own),
  };
}

function close(own: End): void {
  for (const one of [own, own.other]) {
    if (one === undefined || !one.open) continue;
    one.open = false;
    queueMicrotask(() => {
      for (const listener of Array.from(one.closes)) listener();
    });
  }
}
