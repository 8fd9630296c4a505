import { decodeFrame, encodeFrame } from '#shared/contract/codec.ts';
import type { Frame, Transport } from '#shared/contract/transport.ts';

/** Opens a socket and resolves once it is open. Rejects when the host is not there or does not let this page in. */
export async function openSocket(url: string): Promise<Transport> {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  const opened = Promise.withResolvers<void>();
  socket.addEventListener('open', () => opened.resolve(), { once: true });
  socket.addEventListener('close', () => opened.reject(new Error('not connected')), { once: true });
  await opened.promise;
  return transportOf(socket);
}

function transportOf(socket: WebSocket): Transport {
  const frames = new Set<(frame: Frame) => void>();
  const closes = new Set<() => void>();
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!(event.data instanceof ArrayBuffer)) return;
    const frame = decodeFrame(new Uint8Array(event.data));
    if (!frame.ok) return;
    for (const listener of Array.from(frames)) listener(frame.value);
  });
  socket.addEventListener('close', () => {
    for (const listener of Array.from(closes)) listener();
    frames.clear();
    closes.clear();
  });
  return {
    post(frame) {
      if (socket.readyState === WebSocket.OPEN) socket.send(encodeFrame(frame));
    },
    onFrame(listener) {
      frames.add(listener);
      return () => void frames.delete(listener);
    },
    onClose(listener) {
      closes.add(listener);
      return () => void closes.delete(listener);
    },
    close: () => socket.close(),
  };
}
