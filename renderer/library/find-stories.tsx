import { useEffect, useRef, useState } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { SearchQuery } from '#shared/article/search.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Progress } from '#renderer/ui/spinner.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import './find-stories.css';
import type { StoryQuery } from './story-query.ts';
import { useFindStories, type FindRun, type StoryFound } from './use-find-stories.ts';

const FIRST: SearchQuery = { find: '', matchCase: false, wholeWords: true, foldMarks: true, pattern: false };
/** So many stories, and hits of one, are shown; all are counted. */
const MOST_STORIES = 200;
const MOST_HITS = 5;

/** Find and replace in all the stories of the list, with a preview of every place before anything is changed. */
export function FindStories({ list, onClose }: { list: StoryQuery; onClose: () => void }) {
  const words = useWords();
  const [query, setQuery] = useState(FIRST);
  const [replacement, setReplacement] = useState('');
  const [left, setLeft] = useState<ReadonlySet<ArticleId>>(new Set());
  const { run, find, replace, stop } = useFindStories(list);
  const isBusy = run.state === 'searching' || run.state === 'replacing';
  const chosen =
    run.state === 'found'
      ? run.stories.filter(({ id, count, failure }) => count > 0 && failure === undefined && !left.has(id))
      : [];
  const search = (): void => {
    if (isBusy || query.find === '') return;
    setLeft(new Set());
    void find(query);
  };
  return (
    <Dialog
      title={words.find.inStories}
      isOpen
      onClose={onClose}
      shape="wide"
      actions={
        <>
          <Button variant="plain" onPress={isBusy ? stop : onClose}>
            {isBusy ? words.find.stop : words.app.close}
          </Button>
          {run.state === 'found' && chosen.length > 0 ? (
            <Button variant="primary" onPress={() => void replace(run.query, replacement, chosen)}>
              {words.count(words.find.replaceIn, chosen.length)}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="find-stories">
        <p className="find-stories-hint">{words.find.inStoriesHint}</p>
        <Question
          query={query}
          onQuery={setQuery}
          replacement={replacement}
          onReplacement={setReplacement}
          onFind={search}
          words={words}
        />
        <Answer
          run={run}
          left={left}
          onLeave={(id, isLeft) => setLeft((known) => changed(known, id, isLeft))}
          words={words}
        />
      </div>
    </Dialog>
  );
}

function changed(known: ReadonlySet<ArticleId>, id: ArticleId, isIn: boolean): ReadonlySet<ArticleId> {
  const next = new Set(known);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

interface QuestionProps {
  readonly query: SearchQuery;
  readonly onQuery: (query: SearchQuery) => void;
  readonly replacement: string;
  readonly onReplacement: (replacement: string) => void;
  readonly onFind: () => void;
  readonly words: Words;
}

function Question({ query, onQuery, replacement, onReplacement, onFind, words }: QuestionProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const option = (name: 'matchCase' | 'wholeWords' | 'foldMarks' | 'pattern', isDisabled = false) => (
    <Checkbox
      isSelected={query[name] && !isDisabled}
      isDisabled={isDisabled}
      onChange={(isSelected) => onQuery({ ...query, [name]: isSelected })}
    >
      {words.find[name]}
    </Checkbox>
  );
  return (
    <>
      <div className="find-stories-fields">
        <TextField
          label={words.find.find}
          value={query.find}
          onChange={(text) => onQuery({ ...query, find: text })}
          onKeyDown={(event) => (event.key === 'Enter' ? onFind() : event.continuePropagation())}
          inputRef={field}
        />
        <TextField label={words.find.replaceWith} value={replacement} onChange={onReplacement} />
        {/* Not disabled while it looks: a button that is loses the keyboard, and Escape with it. */}
        <Button isDisabled={query.find === ''} onPress={onFind}>
          {words.find.search}
        </Button>
      </div>
      <div className="find-stories-options">
        {option('matchCase')}
        {option('wholeWords')}
        {option('foldMarks', query.pattern)}
        {option('pattern')}
      </div>
    </>
  );
}

interface AnswerProps {
  readonly run: FindRun;
  readonly left: ReadonlySet<ArticleId>;
  readonly onLeave: (id: ArticleId, isLeft: boolean) => void;
  readonly words: Words;
}

function Answer({ run, left, onLeave, words }: AnswerProps) {
  const { number } = words;
  switch (run.state) {
    case 'asking':
      return run.failure === null ? null : <Banner tone="danger">{failureSentence(words, run.failure)}</Banner>;
    case 'searching':
      return <Going {...run} label={words.find.searching(number(run.done), number(run.total))} />;
    case 'replacing':
      return <Going {...run} label={words.find.replacing(number(run.done), number(run.total))} />;
    case 'found':
      return <FoundStories stories={run.stories} left={left} onLeave={onLeave} words={words} />;
    case 'done':
      return (
        <div className="find-stories-done">
          <output>
            {words.find.changed(
              words.count(words.find.places, run.places),
              words.count(words.find.stories, run.stories),
            )}
          </output>
          {run.refused.length === 0 ? null : (
            <Banner tone="danger">
              {words.count(words.find.notChanged, run.refused.length)}
              {run.refused.slice(0, MOST_HITS).map(({ headline, failure }) => (
                <span key={headline} className="find-stories-refused">
                  <bdi>{headline === '' ? words.app.untitled : headline}</bdi>: {failureSentence(words, failure)}
                </span>
              ))}
            </Banner>
          )}
        </div>
      );
  }
}

function Going({ label, done, total }: { label: string; done: number; total: number }) {
  return (
    <div className="find-stories-going">
      <p className="find-stories-hint">{label}</p>
      <Progress label={label} value={total === 0 ? 0 : done / total} />
    </div>
  );
}

type FoundProps = Omit<AnswerProps, 'run'> & { readonly stories: readonly StoryFound[] };

function FoundStories({ stories, left, onLeave, words }: FoundProps) {
  const places = stories.reduce((sum, { count }) => sum + count, 0);
  const inStories = stories.filter(({ count }) => count > 0).length;
  const rest = stories.length - MOST_STORIES;
  return (
    <>
      <output className="find-stories-count">
        {places === 0
          ? words.find.nothingInStories
          : words.find.foundIn(words.count(words.find.places, places), words.count(words.find.stories, inStories))}
      </output>
      {places === 0 ? null : <p className="find-stories-hint">{words.find.oneChange}</p>}
      <ul className="find-stories-list">
        {stories.slice(0, MOST_STORIES).map((story) => (
          <FoundStory
            key={story.id}
            story={story}
            isLeft={left.has(story.id)}
            onLeave={(isLeft) => onLeave(story.id, isLeft)}
            words={words}
          />
        ))}
      </ul>
      {rest > 0 ? <p className="find-stories-hint">{words.count(words.find.more, rest)}</p> : null}
    </>
  );
}

interface FoundStoryProps {
  readonly story: StoryFound;
  readonly isLeft: boolean;
  readonly onLeave: (isLeft: boolean) => void;
  readonly words: Words;
}

function FoundStory({ story, isLeft, onLeave, words }: FoundStoryProps) {
  const { headline, count, hits, failure } = story;
  const shown = hits.slice(0, MOST_HITS);
  return (
    <li className="find-story" data-left={isLeft}>
      <div className="find-story-head">
        <Checkbox
          isSelected={!isLeft && failure === undefined}
          isDisabled={failure !== undefined}
          onChange={(isIn) => onLeave(!isIn)}
        >
          <bdi className="find-story-title">{headline === '' ? words.app.untitled : headline}</bdi>
        </Checkbox>
        <span className="find-story-count">{words.count(words.find.places, count)}</span>
      </div>
      {failure === undefined ? null : <p className="find-story-failure">{failureSentence(words, failure)}</p>}
      <ul className="find-story-hits">
        {shown.map(({ key, place, before, found, after }) => (
          <li key={key} className="find-story-hit">
            <span className="find-story-words" dir="auto">
              {before}
              <mark>{found}</mark>
              {after}
            </span>
            <span className="find-story-place">{words.find[place]}</span>
          </li>
        ))}
      </ul>
      {count > shown.length ? (
        <p className="find-story-rest">{words.count(words.find.more, count - shown.length)}</p>
      ) : null}
    </li>
  );
}
