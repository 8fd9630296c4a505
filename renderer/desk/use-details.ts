import { useEffect, useReducer, useState } from 'react';
import type { Failure } from '#shared/article/failure.ts';
import type { DeskDetails } from '#shared/contract/desk.ts';
import { useClient, useEvent } from '#renderer/connection/provider.tsx';

export interface KnownDetails {
  /** Null for a library that is on no desk, undefined for as long as that is not known. */
  readonly details: DeskDetails | null | undefined;
  readonly failure: Failure | null;
  readonly refresh: () => void;
}

/** Everything about the desk, followed for as long as the component is shown. */
export function useDetails(): KnownDetails {
  const client = useClient();
  const [details, setDetails] = useState<DeskDetails | null>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, refresh] = useReducer((last: number) => last + 1, 0);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answer = await client.call('desk.details', {});
      if (left) return;
      setFailure(answer.ok ? null : answer.error);
      if (answer.ok) setDetails(answer.value);
    };
    // Several changes in a row are looked at once.
    const timer = setTimeout(() => void ask(), round === 0 ? 0 : 100);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, round]);
  useEvent('desk.changed', () => refresh());
  useEvent('library.changed', () => refresh());
  return { details, failure: details === undefined ? failure : null, refresh };
}
