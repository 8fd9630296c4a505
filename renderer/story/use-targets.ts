import { useEffect, useState } from 'react';
import { headlineText, introText } from '#shared/article/article.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import { useClient } from '#renderer/connection/provider.tsx';

/** What a related article says of itself. */
export interface TargetText {
  readonly headline: string;
  readonly blurb: string;
  /** True when the library has no such article any more. */
  readonly missing: boolean;
}

const MISSING: TargetText = { headline: '', blurb: '', missing: true };

/** The own words of every entry that leads to an article of the library, by the entry's id. */
export function useTargets(related: readonly RelatedLink[]): ReadonlyMap<string, TargetText> {
  const client = useClient();
  const [known, setKnown] = useState<ReadonlyMap<ArticleId, TargetText>>(new Map());
  const wanted = [...new Set(related.flatMap(({ target }) => (target.kind === 'article' ? [target.article] : [])))];
  const asking = wanted.join(' ');

  useEffect(() => {
    let left = false;
    const ask = async (id: ArticleId): Promise<void> => {
      const read = await client.call('article.read', { id });
      if (left) return;
      const text = read.ok
        ? { headline: headlineText(read.value.article), blurb: introText(read.value.article), missing: false }
        : MISSING;
      setKnown((last) => new Map(last).set(id, text));
    };
    for (const id of asking.split(' ')) if (id !== '') void ask(id as ArticleId);
    return () => {
      left = true;
    };
  }, [client, asking]);

  return new Map(
    related.flatMap((link) => {
      const text = link.target.kind === 'article' ? known.get(link.target.article) : undefined;
      return text === undefined ? [] : [[link.id, text] as const];
    }),
  );
}
