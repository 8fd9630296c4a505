import { fail, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/calls.ts';
import { connect, Listeners, type Client } from '#shared/contract/client.ts';
import type { EventName } from '#shared/contract/events.ts';
import type { Transport } from '#shared/contract/transport.ts';

/**
 * Calls that only read: they wait for the connection to come back and are asked again. All others fail with
 * `disconnected` at once, so that whoever asked decides (an unsaved update is kept and sent again by its session).
 */
const READS: ReadonlySet<CallName> = new Set<CallName>([
  'host.info',
  'files.complete',
  'settings.read',
  'library.status',
  'library.list',
  'article.read',
  'article.check',
  'export.formats',
  'export.render',
  'desk.overview',
  'desk.details',
  'desk.standings',
]);

export interface Waits {
  /** Between two tries to reach the host, growing from the first to the second (milliseconds). */
  readonly retry: readonly [number, number];
  /** How long a reading call waits for a connection before it fails with `disconnected`. */
  readonly reads: number;
}

const WAITS: Waits = { retry: [100, 2_000], reads: 10_000 };
const LOST = fail('disconnected', 'Stet’s background part has stopped; what you write is kept here until it is back.');

/**
 * A client that outlives its transport: when the host goes away and comes back, it connects again, follows the
 * articles that were open, and tells `host.connection`. What others wrote meanwhile arrives as `article.updated`
 * with the whole state, which is harmless to apply again.
 */
export function lastingClient(open: () => Promise<Transport>, waits: Waits = WAITS): Client {
  const listeners = new Listeners();
  const heard = new Set<EventName>();
  const followed = new Set<ArticleId>();
  const closed = Promise.withResolvers<void>();
  let waiting = Promise.withResolvers<void>();
  let current: Client | null = null;
  let met = false;
  const end = new AbortController();

  const hear = (client: Client, name: EventName): void => {
    client.on(name, (value) => listeners.tell(name, value));
  };
  const followAgain = async (client: Client): Promise<void> => {
    for (const id of Array.from(followed)) {
      const opened = await client.call('article.open', { id });
      if (opened.ok) listeners.tell('article.updated', { id, update: opened.value.state });
    }
  };
  const stay = async (): Promise<void> => {
    let wait = waits.retry[0];
    while (!end.signal.aborted) {
      const transport = await open().catch(() => null);
      if (transport === null) {
        await pause(wait);
        wait = Math.min(wait * 2, waits.retry[1]);
        continue;
      }
      wait = waits.retry[0];
      const client = connect(transport);
      if (end.signal.aborted) return client.close();
      current = client;
      met = true;
      for (const name of heard) hear(client, name);
      listeners.tell('host.connection', { connected: true });
      waiting.resolve();
      await followAgain(client);
      await client.closed;
      current = null;
      waiting = Promise.withResolvers();
      if (!end.signal.aborted) listeners.tell('host.connection', { connected: false });
    }
  };
  const ask = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>> => {
    const until = performance.now() + waits.reads;
    for (;;) {
      const result: Result<CallOutput<Name>> = current === null ? LOST : await current.call(name, input);
      const left = until - performance.now();
      // Before the first connection nothing has been sent, so every call may wait.
      const mayWait = (READS.has(name) || !met) && left > 0 && !end.signal.aborted;
      const again = mayWait && !result.ok && result.error.code === 'disconnected';
      if (!again) return result;
      await Promise.race([waiting.promise, pause(left)]);
    }
  };
  void stay();

  return {
    async call(name, input) {
      const result = await ask(name, input);
      if (result.ok) keepTrack(followed, name, input);
      return result;
    },
    on(name, listener) {
      if (!heard.has(name)) {
        heard.add(name);
        if (current !== null) hear(current, name);
      }
      return listeners.add(name, (value) => listener(value as Parameters<typeof listener>[0]));
    },
    closed: closed.promise,
    close() {
      if (end.signal.aborted) return;
      end.abort();
      current?.close();
      waiting.resolve();
      closed.resolve();
    },
  };
}

function keepTrack(followed: Set<ArticleId>, name: CallName, input: unknown): void {
  if (name !== 'article.open' && name !== 'article.close') return;
  const { id } = input as CallInput<'article.open'>;
  if (name === 'article.open') followed.add(id);
  else followed.delete(id);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
