import { FilePlus2, Keyboard, Plus, Settings2 } from 'lucide-react';
import { useDeferredValue, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Status } from '#shared/article/status.ts';
import type { Summary } from '#shared/article/summary.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { Hint } from '#renderer/ui/tooltip.tsx';
import { Wordmark } from '#renderer/ui/wordmark.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import { DropFiles } from './drop-files.tsx';
import { FirstRun } from './first-run.tsx';
import './library-screen.css';
import { LibraryNotes } from './library-notes.tsx';
import { StatusFilter } from './status-filter.tsx';
import { StoryList, type StoryListHandle } from './story-list.tsx';
import { useImport } from './use-import.tsx';
import { useStories } from './use-stories.ts';

/** What the shell's keys can ask of the library while it is shown. */
export interface LibraryControls {
  readonly search: () => void;
  readonly importFiles: () => void;
}

export interface LibraryScreenProps {
  /** Where a story is edited. */
  readonly hrefOf: (id: ArticleId) => string;
  readonly onOpen: (id: ArticleId) => void;
  readonly onShare: (id: ArticleId) => void;
  readonly onExport: (ids: readonly ArticleId[]) => void;
  readonly onSettings: () => void;
  readonly onShortcuts: () => void;
  /** Creates an article and opens it; reports its own failure. */
  readonly onNew: () => void;
  /** Keys as people read them, for the tooltips. */
  readonly keys: { readonly [Name in 'newArticle' | 'importFiles' | 'search' | 'settings' | 'shortcuts']: string };
  /** Filled while the screen is shown. */
  readonly controls: Ref<LibraryControls>;
}

export function LibraryScreen(props: LibraryScreenProps) {
  const { onOpen, onNew, keys, controls } = props;
  const words = useWords();
  const { app } = words;
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Status | 'trash' | null>(null);
  const asked = useDeferredValue(search);
  const trashed = shown === 'trash';
  const stories = useStories({ search: asked, status: trashed ? null : shown, trashed });
  const importing = useImport(onOpen);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<StoryListHandle>(null);
  const trash = useTrash();

  useImperativeHandle(controls, () => ({
    search: () => field.current?.select(),
    importFiles: importing.choose,
  }));

  const total = stories?.total() ?? null;
  const failure = stories?.failure() ?? null;
  const everything = search === '' && shown === null;
  const first =
    everything &&
    total === 0 &&
    stories?.query.search === '' &&
    !stories.query.trashed &&
    stories.query.status === null;
  const clear = () => {
    setSearch('');
    setShown(null);
  };

  return (
    <main className="library" aria-label={app.library.title}>
      <header className="library-bar">
        <Wordmark />
        {first ? null : <h1 className="hidden-visually">{app.library.title}</h1>}
        {first ? null : (
          <SearchField
            label={app.library.search}
            value={search}
            onChange={setSearch}
            keys={keys.search}
            inputRef={field}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              list.current?.focus();
            }}
          />
        )}
        <div className="library-actions">
          <IconButton
            label={app.shortcuts.title}
            keys={keys.shortcuts}
            icon={<Keyboard size={17} />}
            onPress={props.onShortcuts}
          />
          <IconButton
            label={app.settings.title}
            keys={keys.settings}
            icon={<Settings2 size={17} />}
            onPress={props.onSettings}
          />
          <Hint text={app.library.importHint} keys={keys.importFiles}>
            <Button onPress={importing.choose}>
              <FilePlus2 size={15} aria-hidden />
              {app.library.importFiles}
            </Button>
          </Hint>
          <Hint text={app.library.newStory} keys={keys.newArticle}>
            <Button variant={first ? 'quiet' : 'primary'} onPress={onNew}>
              <Plus size={15} aria-hidden />
              {app.library.newStory}
            </Button>
          </Hint>
        </div>
      </header>
      <LibraryNotes importing={importing.running} />
      {first ? null : (
        <div className="library-filters">
          <StatusFilter shown={shown} onShow={setShown} />
        </div>
      )}
      {first ? (
        <FirstRun onWrite={onNew} onImport={importing.choose} />
      ) : failure !== null && total === null ? (
        <EmptyState title={failureSentence(words, failure)}>
          <Button onPress={() => stories?.refresh()}>{app.tryAgain}</Button>
        </EmptyState>
      ) : stories === null || total === null ? (
        <div className="library-waiting">
          <Spinner label={app.loading} />
        </div>
      ) : total === 0 ? (
        <NothingHere search={asked} trashed={trashed} onClear={clear} />
      ) : (
        <StoryList
          stories={stories}
          total={total}
          ref={list}
          hrefOf={(story) => props.hrefOf(story.id)}
          onDelete={trashed ? null : trash.throwAway}
          actionsOf={(story) => entriesFor(story, props, trash, app)}
        />
      )}
      {importing.parts}
      <DropFiles onDrop={importing.take} />
    </main>
  );
}

type Trash = ReturnType<typeof useTrash>;

function entriesFor(
  story: Summary,
  { onOpen, onShare, onExport }: LibraryScreenProps,
  trash: Trash,
  app: ReturnType<typeof useWords>['app'],
): readonly MenuEntry[] {
  const open: MenuEntry = { id: 'open', name: app.library.open, onChoose: () => onOpen(story.id) };
  if (story.trashed) {
    return [open, { id: 'back', name: app.library.putBack, apart: true, onChoose: () => trash.putBack(story) }];
  }
  return [
    open,
    { id: 'share', name: app.edit.share, onChoose: () => onShare(story.id) },
    { id: 'export', name: app.edit.export, onChoose: () => onExport([story.id]) },
    { id: 'trash', name: app.library.toTrash, apart: true, danger: true, onChoose: () => trash.throwAway(story) },
  ];
}

/** Throwing away and putting back, each with the way to undo it. */
function useTrash() {
  const client = useClient();
  const words = useWords();
  const { app } = words;
  const mark = async (story: Summary, trashed: boolean, undo: boolean): Promise<void> => {
    const done = await client.call('article.trash', { id: story.id, trashed });
    if (!done.ok) {
      toast({ title: failureSentence(words, done.error), tone: 'danger' });
      return;
    }
    if (!undo) return;
    const headline = story.headline === '' ? app.untitled : story.headline;
    toast({
      title: trashed ? app.library.trashed(headline) : app.library.restored(headline),
      action: { name: app.undo, onPress: () => void mark(story, !trashed, false) },
    });
  };
  return {
    throwAway: (story: Summary) => void mark(story, true, true),
    putBack: (story: Summary) => void mark(story, false, true),
  };
}

function NothingHere({ search, trashed, onClear }: { search: string; trashed: boolean; onClear: () => void }) {
  const { app } = useWords();
  if (search !== '') {
    return (
      <EmptyState title={app.library.nothingFound} hint={app.library.nothingFoundHint}>
        <Button onPress={onClear}>{app.library.clearFilters}</Button>
      </EmptyState>
    );
  }
  if (trashed) return <EmptyState title={app.library.trashEmpty} hint={app.library.trashEmptyHint} />;
  return (
    <EmptyState title={app.library.nothingHere} hint={app.library.nothingHereHint}>
      <Button onPress={onClear}>{app.library.clearFilters}</Button>
    </EmptyState>
  );
}
