import { useEffect, useSyncExternalStore } from 'react';
import type { ArticleSession } from '../session.ts';
import { checkerOf, type Checker, type CheckingState } from './checker.ts';

/** What the checks know of an article, followed for as long as the component is shown. */
export function useChecking(session: ArticleSession): { readonly checker: Checker; readonly state: CheckingState } {
  const checker = checkerOf(session);
  useEffect(() => checker.follow(), [checker]);
  const state = useSyncExternalStore(checker.subscribe, () => checker.state);
  return { checker, state };
}

/** How many findings stop an export; changes only when the number does. */
export function useStoppingCount(session: ArticleSession): number {
  const checker = checkerOf(session);
  useEffect(() => checker.follow(), [checker]);
  return useSyncExternalStore(
    checker.subscribe,
    () => checker.state.findings?.filter(({ severity }) => severity === 'blocks').length ?? 0,
  );
}
