import type { IpcMainEvent, WebContents } from 'electron';
import type { Frame, Transport } from '#shared/contract/transport.ts';
import { CHANNEL, isAppUrl } from './scheme.ts';

/**
 * Calls `connect` with a transport for each page that is loaded into these contents: at its first frame, and anew after
 * a reload. A transport closes when its page goes. Frames of any other sender than our own page are dropped.
 */
export function acceptPages(contents: WebContents, connect: (transport: Transport) => void): void {
  let current: ContentsTransport | null = null;
  const end = (): void => {
    current?.end();
    current = null;
  };
  contents.ipc.on(CHANNEL, (event, frame: unknown) => {
    if (!isOurPage(event)) return;
    if (current === null) {
      current = contentsTransport(contents);
      connect(current.transport);
    }
    current.arrive(frame);
  });
  contents.on('did-start-navigation', (event) => {
    if (event.isMainFrame && !event.isSameDocument) end();
  });
  contents.on('render-process-gone', end);
  contents.on('destroyed', end);
}

/** Only the top frame of a window, showing our own scheme, is listened to. */
function isOurPage(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.origin) && isAppUrl(frame.url);
}

interface ContentsTransport {
  readonly transport: Transport;
  arrive(frame: Frame): void;
  end(): void;
}

function contentsTransport(contents: WebContents): ContentsTransport {
  const frames = new Set<(frame: Frame) => void>();
  /** What came before anybody listened, for the first who does. */
  let early: Frame[] = [];
  const closes = new Set<() => void>();
  let open = true;
  const end = (): void => {
    if (!open) return;
    open = false;
    for (const listener of Array.from(closes)) listener();
    frames.clear();
    closes.clear();
    early = [];
  };
  return {
    transport: {
      post(frame) {
        if (open && !contents.isDestroyed()) contents.send(CHANNEL, frame);
      },
      onFrame(listener) {
        frames.add(listener);
        const kept = early;
        early = [];
        // Later, as any frame comes: whoever listens first finishes what it is doing.
        queueMicrotask(() => kept.forEach((frame) => listener(frame)));
        return () => void frames.delete(listener);
      },
      onClose(listener) {
        closes.add(listener);
        return () => void closes.delete(listener);
      },
      close: end,
    },
    arrive(frame) {
      if (frames.size === 0 && open) early.push(frame);
      for (const listener of Array.from(frames)) listener(frame);
    },
    end,
  };
}
