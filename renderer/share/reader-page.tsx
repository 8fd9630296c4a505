import { headlineText, type Article } from '#shared/article/article.ts';
import { languageDirection } from '#shared/article/direction.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Language } from '#renderer/ui/words/language.ts';
import { useWords, wordsFor, type Words } from '#renderer/ui/words/words.tsx';
import { bodyTree } from './body-tree.ts';
import { InlineContent } from './inline-content.tsx';
import { ReaderNodes } from './reader-block.tsx';
import './reader-page.css';
import { RelatedCards } from './related-cards.tsx';
import { runsOf } from './runs.ts';

export interface ReaderPageProps {
  readonly article: Article;
  readonly related: readonly ResolvedRelated[];
  /** ISO 8601. */
  readonly modified: string;
  readonly mediaBase: string;
  readonly onShare: () => void;
}

/** The article as its readers will have it, in the article's own language and direction. */
export function ReaderPage({ article, related, modified, mediaBase, onShare }: ReaderPageProps) {
  const words = usePageWords(article.metadata.language);
  const { metadata } = article;
  const { share } = words.app;
  const headline = headlineText(article);
  return (
    <article className="reader" lang={metadata.language} dir={languageDirection(metadata.language)}>
      <header className="reader-head">
        {metadata.kicker === '' ? null : (
          <p className="reader-kicker" dir="auto">
            {metadata.kicker}
          </p>
        )}
        <h1
          className={headline === '' ? 'reader-headline reader-none' : 'reader-headline'}
          {...runsOf(article.headline)}
        >
          {headline === '' ? share.noHeadline : <InlineContent content={article.headline} />}
        </h1>
        {article.standfirst.length === 0 ? null : (
          <p className="reader-standfirst" {...runsOf(article.standfirst)}>
            <InlineContent content={article.standfirst} />
          </p>
        )}
        <Byline article={article} modified={modified} words={words} />
      </header>
      <div className="reader-body">
        <ReaderNodes nodes={bodyTree(article.body)} context={{ words, mediaBase, related }} />
        {metadata.editorsNote === '' ? null : (
          <p className="reader-correction" dir="auto">
            <strong>{share.editorsNote}</strong> {metadata.editorsNote}
          </p>
        )}
      </div>
      {metadata.copyright === '' ? null : <p className="reader-copyright">{metadata.copyright}</p>}
      <RelatedCards related={related} words={words} />
      <div className="reader-share">
        <Button variant="primary" size="large" onPress={onShare}>
          {share.shareButton}
        </Button>
      </div>
    </article>
  );
}

function Byline({ article, modified, words }: { article: Article; modified: string; words: Words }) {
  const { metadata } = article;
  const { share } = words.app;
  const written = metadata.published === '' ? modified : metadata.published;
  return (
    <div className="reader-byline">
      {metadata.bylines.length === 0 ? null : (
        <p>
          {share.by}{' '}
          {Array.from(metadata.bylines.entries(), ([place, byline]) => (
            <span key={place}>
              {place === 0 ? null : place === metadata.bylines.length - 1 ? ` ${share.and} ` : ', '}
              <bdi className="reader-name">{byline.name}</bdi>
              {byline.role === '' ? null : <bdi className="reader-role">, {byline.role}</bdi>}
            </span>
          ))}
        </p>
      )}
      <p className="reader-when">
        {metadata.dateline === '' ? null : <bdi className="reader-dateline">{metadata.dateline}</bdi>}
        <time dateTime={written}>{words.day(written)}</time>
        {metadata.published !== '' && words.day(modified) !== words.day(metadata.published) ? (
          <span>
            {share.updated} <time dateTime={modified}>{words.day(modified)}</time>
          </span>
        ) : null}
      </p>
    </div>
  );
}

const PAGE_LANGUAGES: Readonly<Record<string, Language>> = { en: 'en', he: 'he', iw: 'he', ar: 'ar', fa: 'fa' };

/** Words for the page: in the article's language where we speak it, else in the interface's. */
function usePageWords(language: string): Words {
  const words = useWords();
  const page = PAGE_LANGUAGES[language.split('-')[0]?.toLowerCase() ?? ''];
  const isOwn = page === undefined || page === words.language || (page === 'en' && words.language === 'en-US');
  return isOwn ? words : wordsFor(page);
}
