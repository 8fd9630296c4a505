import { TriangleAlert } from 'lucide-react';
import { readingMinutes, type Measure } from '#shared/article/measure.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import { pageOf } from '../page.ts';
import type { ArticleSession } from '../session.ts';
import { useMetadata } from '../use-session.ts';
import { descriptionFits, headlineFits, usePageCounts, type Fit, type PageCounts } from './counts-state.ts';
import { placeName } from './headline-length.tsx';
import { useChecking } from './use-checking.ts';
import './counts.css';

/** How long everything is: each field, each section, what is selected; and how much of the headline each place shows. */
export function Counts({ session }: { session: ArticleSession }) {
  const words = useWords();
  const metadata = useMetadata(session);
  const { state } = useChecking(session);
  const counts = usePageCounts(pageOf(session), metadata.language);
  if (counts === null) return null;
  const { checking } = words;
  const { commissionedLength } = metadata;
  return (
    <div className="counts">
      <CountsTable counts={counts} language={metadata.language} words={words} />
      {commissionedLength > 0 ? (
        <Commissioned words={words} written={counts.body.words} ordered={commissionedLength} />
      ) : null}
      {counts.texts.headline === '' ? null : (
        <Fits
          title={checking.lengths}
          fits={headlineFits(counts.texts.headline, metadata, state.inForce?.rules)}
          words={words}
        />
      )}
      {counts.texts.intro === '' ? null : (
        <Fits title={checking.descriptions} fits={descriptionFits(counts.texts.intro, metadata)} words={words} />
      )}
    </div>
  );
}

interface TableProps {
  readonly counts: PageCounts;
  readonly language: string;
  readonly words: Words;
}

function CountsTable({ counts, language, words }: TableProps) {
  const { checking, editor } = words;
  const row = (key: string, name: string, measure: Measure, level = 0) => (
    <tr key={key} data-level={level}>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      <td>{words.number(measure.words)}</td>
      <td>{words.number(measure.characters)}</td>
      <td>{words.number(measure.withoutSpaces)}</td>
      <td>{minutes(words, measure, language)}</td>
    </tr>
  );
  return (
    <table className="counts-table">
      <thead>
        <tr>
          <th scope="col">{checking.part}</th>
          <th scope="col">{checking.wordsColumn}</th>
          <th scope="col">{checking.charactersColumn}</th>
          <th scope="col">{checking.withoutSpaces}</th>
          <th scope="col">{checking.readingColumn}</th>
        </tr>
      </thead>
      <tbody>
        {counts.selection === null ? null : row('selection', checking.selection, counts.selection)}
        {row('headline', editor.headline, counts.headline)}
        {row('standfirst', editor.standfirst, counts.standfirst)}
        {row('body', editor.body, counts.body)}
      </tbody>
      {counts.sections.length < 2 ? null : (
        <tbody className="counts-sections">
          {counts.sections.map(({ key, title, level, measure }) => {
            const name = level === 0 ? editor.opening : title === '' ? editor.untitledSection : title;
            return row(key, name, measure, Math.max(1, level - 1));
          })}
        </tbody>
      )}
    </table>
  );
}

function Commissioned({ words, written, ordered }: { words: Words; written: number; ordered: number }) {
  const { checking, editor } = words;
  const over = written - ordered;
  return (
    <p className="counts-ordered" data-over={over > 0 || undefined}>
      {checking.commissioned(words.number(written), words.number(ordered))}
      <span>{over > 0 ? words.count(editor.over, over) : words.count(checking.stillFree, -over)}</span>
    </p>
  );
}

function Fits({ title, fits, words }: { title: string; fits: readonly Fit[]; words: Words }) {
  const { checking } = words;
  return (
    <section className="counts-fits" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {fits.map(({ place, limit, cut }) => (
          <li key={place} data-cut={cut.isCut || undefined}>
            <bdi className="counts-place">{placeName(place, words)}</bdi>
            <span className="counts-bar" aria-hidden>
              <span style={{ inlineSize: `${Math.min(100, (100 * cut.total) / limit)}%` }} />
            </span>
            <span className="counts-fit">
              {cut.isCut ? <TriangleAlert size={12} aria-hidden /> : null}
              {checking.fits(words.number(cut.total), words.number(limit))}
              {cut.isCut ? <span className="hidden-visually">, {checking.isCut(words.number(cut.kept))}</span> : null}
            </span>
            {cut.isCut ? (
              <span className="counts-shown" dir="auto">
                {cut.shown}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function minutes(words: Words, measure: Measure, language: string): string {
  if (measure.words === 0) return '';
  const time = readingMinutes(measure, language);
  return time < 1 ? words.checking.underMinute : words.count(words.checking.minutes, Math.round(time));
}
