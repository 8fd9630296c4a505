import { fail, succeed } from '#shared/article/failure.ts';
import { CALLS, type CallName } from '#shared/contract/calls.ts';
import type { Handlers } from '#shared/contract/serve.ts';

/** A back end for the suite: every call of the table says that it is not here yet, but for those given. */
export function handlersWith(given: Partial<Handlers>): Handlers {
  const notYet = () => Promise.resolve(fail('not-yet', 'Not in this test.'));
  const all = Object.fromEntries((Object.keys(CALLS) as CallName[]).map((name) => [name, notYet]));
  return { ...(all as unknown as Handlers), ...given };
}

export const INFO = succeed({ host: 'loopback' as const, version: '1.2.3', picksFolders: false, mediaBase: '/media/' });
