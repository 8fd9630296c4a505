import { useEffect, useState } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { CheckResult, FormatInfo } from '#shared/contract/calls.ts';
import { useClient } from '#renderer/connection/provider.tsx';

/** The formats there are; null until they are known. */
export function useFormats(): readonly FormatInfo[] | null {
  const client = useClient();
  const [formats, setFormats] = useState<readonly FormatInfo[] | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answer = await client.call('export.formats', {});
      if (!left) setFormats(answer.ok ? answer.value.formats : []);
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client]);
  return formats;
}

/** What the checks found: what stops an export and what is only worth a look. */
export interface Gate {
  readonly blocking: readonly CheckResult[];
  readonly warning: readonly CheckResult[];
}

/** Checks every article that is to go out; null until all have been checked. */
export function useGate(ids: readonly ArticleId[]): Gate | null {
  const client = useClient();
  const [gate, setGate] = useState<Gate | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answers = await Promise.all(ids.map((id) => client.call('article.check', { id })));
      const results = answers.flatMap((answer) => (answer.ok ? answer.value.results : []));
      if (left) return;
      setGate({
        blocking: results.filter(({ severity }) => severity === 'blocks'),
        warning: results.filter(({ severity }) => severity === 'warns'),
      });
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client, ids]);
  return gate;
}
