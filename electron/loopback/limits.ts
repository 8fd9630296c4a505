/** What the loopback host takes from whoever reaches its port. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** How long the first page may take to arrive, and how long the host stays after the last one left. */
  readonly untilFirstPage: number;
  readonly afterLastPage: number;
  readonly headerBytes: number;
  /** Counts for a connection nothing was asked on, too: longer than the minute Chromium keeps one it opened early. */
  readonly headersTime: number;
  readonly requestTime: number;
  readonly idleTime: number;
  readonly connections: number;
  readonly sockets: number;
  readonly messageBytes: number;
  readonly messagesPerSecond: number;
  /** Messages that may come at once before the rate counts. */
  readonly messagesAtOnce: number;
  /** Bytes that may wait for a page that does not read. */
  readonly waitingBytes: number;
  readonly pingTime: number;
}

export const LOOPBACK_LIMITS: Limits = {
  untilFirstPage: 5 * 60_000,
  afterLastPage: 60_000,
  headerBytes: 16 * 1024,
  headersTime: 65_000,
  requestTime: 70_000,
  idleTime: 10_000,
  connections: 128,
  sockets: 32,
  messageBytes: 64 * 1024 * 1024,
  messagesPerSecond: 250,
  messagesAtOnce: 1_000,
  waitingBytes: 256 * 1024 * 1024,
  pingTime: 20_000,
};
