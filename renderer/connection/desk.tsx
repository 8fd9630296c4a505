import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { DeskColleague, DeskOverview, DeskStanding } from '#shared/contract/desk.ts';
import { useClient, useEvent } from './provider.tsx';
import { Standings } from './standings.ts';

/** How the desk stands: null for a library that is on none, undefined for as long as that is not known. */
export type KnownDesk = DeskOverview | null | undefined;

interface FollowedDesk {
  readonly overview: KnownDesk;
  readonly standings: Standings | null;
}

const DeskContext = createContext<FollowedDesk>({ overview: undefined, standings: null });

/** In milliseconds: the first list comes before what is said of the desk. */
const AFTER = 250;

/** Follows the library's desk for everything beneath it. */
export function DeskProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const [overview, setOverview] = useState<KnownDesk>();
  const standings = useMemo(() => new Standings(client), [client]);
  const ask = useCallback(async (): Promise<void> => {
    const answer = await client.call('desk.overview', {});
    if (answer.ok) setOverview((last) => newer(last, answer.value));
  }, [client]);
  useEffect(() => {
    const soon = setTimeout(() => void ask(), AFTER);
    return () => clearTimeout(soon);
  }, [ask]);
  useEvent('desk.changed', (event) => {
    setOverview((last) => newer(last, event.overview));
    standings.refresh();
  });
  useEvent('host.connection', ({ connected }) => {
    if (connected) void ask();
  });
  const followed = useMemo(() => ({ overview, standings }), [overview, standings]);
  return <DeskContext value={followed}>{children}</DeskContext>;
}

/** The old object where the new one says the same: nothing is drawn anew for it. */
function newer(last: KnownDesk, next: DeskOverview | null): DeskOverview | null {
  return last !== undefined && JSON.stringify(last) === JSON.stringify(next) ? last : next;
}

/** How the library's desk stands. */
export function useDesk(): KnownDesk {
  return use(DeskContext).overview;
}

/** Where a story is; null where the library is on no desk, or nothing is known of it yet. */
export function useStanding(id: ArticleId): DeskStanding | null {
  const { overview, standings } = use(DeskContext);
  const isOn = overview !== undefined && overview !== null;
  const subscribe = useCallback(
    (listener: () => void) => (isOn && standings !== null ? standings.follow(id, listener) : () => undefined),
    [isOn, standings, id],
  );
  const standing = useSyncExternalStore(subscribe, () => standings?.of(id) ?? null);
  return isOn ? standing : null;
}

const NOBODY: readonly DeskColleague[] = [];

/** Who else has a story on the screen. */
export function useReaders(id: ArticleId): readonly DeskColleague[] {
  const { overview } = use(DeskContext);
  const colleagues = overview?.colleagues ?? NOBODY;
  return useMemo(() => colleagues.filter(({ here }) => here?.article === id), [colleagues, id]);
}
