import { WebSocket, type RawData } from 'ws';
import { decodeFrame, encodeFrame } from '#shared/contract/codec.ts';
import type { Frame, Transport } from '#shared/contract/transport.ts';
import type { Limits } from './limits.ts';

type SocketLimits = Pick<Limits, 'messagesPerSecond' | 'messagesAtOnce' | 'waitingBytes' | 'pingTime'>;

/** Codes of RFC 6455 with which a page that breaks the rules is closed. */
const MALFORMED = 1007;
const NOT_BINARY = 1003;
const TOO_MANY = 1008;

/** Carries frames over one page's socket. Anything malformed, or more than the limits allow, closes it. */
export function socketTransport(socket: WebSocket, limits: SocketLimits): Transport {
  const frames = new Set<(frame: Frame) => void>();
  const closes = new Set<() => void>();
  const mayCome = rate(limits.messagesPerSecond, limits.messagesAtOnce);
  const stopPings = keepAlive(socket, limits.pingTime);

  socket.on('message', (data: RawData, binary: boolean) => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (!mayCome()) return socket.close(TOO_MANY, 'too many messages');
    if (!binary) return socket.close(NOT_BINARY);
    const frame = decodeFrame(bytesOf(data));
    if (!frame.ok) return socket.close(MALFORMED);
    for (const listener of Array.from(frames)) listener(frame.value);
  });
  // ws closes the socket after an error; there is nothing to add.
  socket.on('error', () => undefined);
  socket.once('close', () => {
    stopPings();
    for (const listener of Array.from(closes)) listener();
    frames.clear();
    closes.clear();
  });

  return {
    post(frame) {
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send(encodeFrame(frame));
      if (socket.bufferedAmount > limits.waitingBytes) socket.terminate();
    },
    onFrame(listener) {
      frames.add(listener);
      return () => void frames.delete(listener);
    },
    onClose(listener) {
      closes.add(listener);
      return () => void closes.delete(listener);
    },
    close: () => socket.close(1001),
  };
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/** A bucket that holds `atOnce` and refills with `perSecond`. */
function rate(perSecond: number, atOnce: number): () => boolean {
  let left = atOnce;
  let last = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(atOnce, left + ((now - last) / 1000) * perSecond) - 1;
    last = now;
    return left >= 0;
  };
}

/** Ends a socket whose page answers no ping. Returns the way to stop. */
function keepAlive(socket: WebSocket, time: number): () => void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, time);
  return () => clearInterval(timer);
}
