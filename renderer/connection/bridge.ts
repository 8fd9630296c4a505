import type { Frame, Transport } from '#shared/contract/transport.ts';

/** What the desktop's preload gives to the page: two functions on one channel, and nothing else. */
export interface Bridge {
  post(frame: Frame): void;
  onFrame(listener: (frame: Frame) => void): void;
}

declare global {
  interface Window {
    readonly stet?: Bridge;
  }
}

/** The preload's bridge, or null in a browser, where an element with the id `stet` answers to the same name. */
export function findBridge(): Bridge | null {
  const { stet } = window;
  return typeof stet?.onFrame === 'function' ? stet : null;
}

/** Frames over the preload's bridge. It never closes before the window does. */
export function bridgeTransport(bridge: Bridge): Transport {
  const listeners = new Set<(frame: Frame) => void>();
  bridge.onFrame((frame) => {
    for (const listener of Array.from(listeners)) listener(frame);
  });
  return {
    post: (frame) => bridge.post(frame),
    onFrame(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onClose: () => () => undefined,
    close: () => listeners.clear(),
  };
}
