import { useState } from 'react';
import type { ResolvedRelated } from '#shared/article/related.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Words } from '#renderer/ui/words/words.tsx';
import { OutsideLink } from './outside-link.tsx';
import './related-cards.css';

/** How many cards come at a time. */
const PAGE = 4;

/** Related articles as readers meet them: in stored order, a few at a time, until there are no more. */
export function RelatedCards({ related, words }: { related: readonly ResolvedRelated[]; words: Words }) {
  const { share } = words.app;
  const [pages, setPages] = useState(1);
  const shown = related.slice(0, pages * PAGE);
  return (
    <section className="reader-related" aria-label={share.related}>
      <h2 className="reader-related-title">{share.related}</h2>
      <ul className="reader-cards">
        {shown.map((entry) => (
          <li key={entry.id}>
            <ReaderCard entry={entry} />
          </li>
        ))}
      </ul>
      {shown.length < related.length ? (
        <Button onPress={() => setPages(pages + 1)}>{share.more}</Button>
      ) : (
        <p className="reader-no-more">{share.noMore}</p>
      )}
    </section>
  );
}

/** One related article: a link where it can be reached, its words alone where it can't. */
export function ReaderCard({ entry }: { entry: ResolvedRelated }) {
  const headline = entry.headline.trim();
  return (
    <article className="reader-card" dir="auto">
      {headline === '' ? null : (
        <h3 className="reader-card-headline" dir="auto">
          {entry.url === undefined ? headline : <OutsideLink href={entry.url}>{headline}</OutsideLink>}
        </h3>
      )}
      {entry.blurb === '' ? null : (
        <p className="reader-card-blurb" dir="auto">
          {entry.blurb}
        </p>
      )}
    </article>
  );
}
