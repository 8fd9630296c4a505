import type { Result } from '#shared/article/failure.ts';
import type { CallInput, CallName } from '#shared/contract/calls.ts';
import type { Client } from '#shared/contract/client.ts';

type Reading = Extract<CallName, 'settings.read' | 'host.info' | 'library.list'>;

/** A call that only reads, and what it is asked with. */
export type Question = { readonly [Name in Reading]: readonly [Name, CallInput<Name>] }[Reading];

/**
 * A client that has asked these questions already, before the page has all its code: whoever asks one of them first
 * gets the answer that is on its way. An answer that may be out of date by then is not given: any when the connection
 * was lost, a list when the library has changed.
 */
export function withHeadStart(client: Client, questions: readonly Question[]): Client {
  const early = new Map<string, Promise<Result<unknown>>>();
  for (const [name, input] of questions) early.set(keyOf(name, input), client.call(name, input));
  const stops = [
    client.on('library.changed', () => {
      for (const key of Array.from(early.keys())) if (key.startsWith('library.')) early.delete(key);
    }),
    client.on('host.connection', ({ connected }) => {
      if (!connected) early.clear();
    }),
  ];
  return {
    ...client,
    call(name, input) {
      const key = keyOf(name, input);
      const answer = early.get(key);
      early.delete(key);
      if (early.size === 0) for (const stop of stops.splice(0)) stop();
      return (answer as ReturnType<typeof client.call<typeof name>> | undefined) ?? client.call(name, input);
    },
  };
}

function keyOf(name: CallName, input: unknown): string {
  return `${name} ${JSON.stringify(input)}`;
}
