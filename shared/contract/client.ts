import { fail, type Result } from '#shared/article/failure.ts';
import type { CallInput, CallName, CallOutput } from './calls.ts';
import type { EventName, Events } from './events.ts';
import { plainFrame, readAnswer } from './frame.ts';
import type { Frame, Transport } from './transport.ts';

/** How a page reaches a back end. Failures come as data; a call never throws and never stays unanswered after `closed`. */
export interface Client {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>>;
  /** Listens to what the back end tells unasked. Returns the way to stop listening. */
  on<Name extends EventName>(name: Name, listener: (value: Events[Name]) => void): () => void;
  /** Resolves when no further call can be answered. */
  readonly closed: Promise<void>;
  close(): void;
}

type Settle = (result: Result<unknown>) => void;
type Listener = (value: unknown) => void;

const GONE = fail(
  'disconnected',
  'Stet’s background part is not answering; what you write is kept here until it does.',
);

/** Makes a client of a transport. Calls that are open when the transport closes end with `disconnected`. */
export function connect(transport: Transport): Client {
  const pending = new Map<number, Settle>();
  const listeners = new Listeners();
  const closed = Promise.withResolvers<void>();
  let last = 0;
  let open = true;

  const end = (): void => {
    if (!open) return;
    open = false;
    stopFrames();
    stopClose();
    for (const settle of pending.values()) settle(GONE);
    pending.clear();
    closed.resolve();
  };
  const receive = (frame: Frame): void => {
    const answer = readAnswer(frame);
    if (answer === null) return;
    if (answer.kind === 'event') return listeners.tell(answer.name, answer.value);
    const settle = pending.get(answer.id);
    pending.delete(answer.id);
    settle?.(answer.result);
  };
  const stopFrames = transport.onFrame(receive);
  const stopClose = transport.onClose(end);

  return {
    call(name, input) {
      if (!open) return Promise.resolve(GONE);
      last += 1;
      const id = last;
      const call = plainFrame({ kind: 'call', id, name, input });
      if (call === null) return Promise.resolve(fail('bad-input', 'That can’t be sent to Stet’s background part.'));
      return new Promise<Result<unknown>>((settle) => {
        pending.set(id, settle);
        transport.post(call.frame);
      }) as Promise<Result<CallOutput<typeof name>>>;
    },
    on: (name, listener) => listeners.add(name, listener as Listener),
    closed: closed.promise,
    close() {
      end();
      transport.close();
    },
  };
}

/** Listeners by event. One that throws does not keep the others from hearing. */
export class Listeners {
  readonly #byName = new Map<string, Set<Listener>>();

  add(name: string, listener: Listener): () => void {
    const all = this.#byName.get(name) ?? new Set();
    this.#byName.set(name, all);
    // A wrapper of its own, so that one function added twice is heard twice and removed once.
    const entry: Listener = (value) => listener(value);
    all.add(entry);
    return () => void all.delete(entry);
  }

  tell(name: string, value: unknown): void {
    for (const listener of Array.from(this.#byName.get(name) ?? [])) {
      try {
        listener(value);
      } catch (thrown) {
        // Said as an unhandled rejection, where the page's own reporting sees it.
        void Promise.reject(thrown);
      }
    }
  }
}
