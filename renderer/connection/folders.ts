import { useCallback } from 'react';
import type { HostInfo } from '#shared/contract/calls.ts';
import { useClient } from './provider.tsx';

export interface Folders {
  /** Folders that a typed path could become; none where they can't be read. */
  readonly complete: (path: string) => Promise<readonly string[]>;
  /** The system's own picker, or null where there is none. */
  readonly pick: (() => Promise<string | null>) | null;
}

/** Finding a folder on this computer, as the host allows. `title` is what the system's picker says above it. */
export function useFolders(host: HostInfo, title: string): Folders {
  const client = useClient();
  const complete = useCallback(
    async (path: string): Promise<readonly string[]> => {
      const answer = await client.call('files.complete', { path });
      return answer.ok ? answer.value.folders : [];
    },
    [client],
  );
  const pick = useCallback(async (): Promise<string | null> => {
    const answer = await client.call('host.pickFolder', { title });
    return answer.ok ? answer.value.path : null;
  }, [client, title]);
  return { complete, pick: host.picksFolders ? pick : null };
}
