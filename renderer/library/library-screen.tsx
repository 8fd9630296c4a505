import { FilePlus2, Keyboard, Plus, Settings2, TextSearch, Users } from 'lucide-react';
import { lazy, Suspense, useDeferredValue, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Status } from '#shared/article/status.ts';
import type { Summary } from '#shared/article/summary.ts';
import { useDesk } from '#renderer/connection/desk.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { Hint } from '#renderer/ui/tooltip.tsx';
import { Wordmark } from '#renderer/ui/wordmark.tsx';
import { failureSentence, useWords, type Words } from '#renderer/ui/words/words.tsx';
import { DropFiles } from './drop-files.tsx';
import { FirstRun } from './first-run.tsx';
import './library-screen.css';
import { LibraryNotes } from './library-notes.tsx';
import { NothingHere } from './nothing-here.tsx';
import { StatusFilter } from './status-filter.tsx';
import { StoryList, type StoryListHandle } from './story-list.tsx';
import type { StoryPages } from './story-pages.ts';
import { useImport } from './use-import.tsx';
import { useStories } from './use-stories.ts';
import { useTrash, type Trash } from './use-trash.ts';

const FindStories = lazy(async () => ({ default: (await import('./find-stories.tsx')).FindStories }));

/** What the shell's keys can ask of the library while it is shown. */
export interface LibraryControls {
  readonly search: () => void;
  readonly importFiles: () => void;
}

export interface LibraryScreenProps {
  /** Where a story is edited. */
  readonly hrefOf: (id: ArticleId) => string;
  readonly onOpen: (id: ArticleId) => void;
  /** Opens a story beside the article that was open last; null where none was. */
  readonly onBeside: ((id: ArticleId) => void) | null;
  readonly onShare: (id: ArticleId) => void;
  readonly onExport: (ids: readonly ArticleId[]) => void;
  readonly onDesk: () => void;
  /** Asks whether a story is to go on the desk. */
  readonly onPutOnDesk: (story: Summary) => void;
  readonly onSettings: () => void;
  readonly onShortcuts: () => void;
  /** Creates an article and opens it; reports its own failure. */
  readonly onNew: () => void;
  /** Keys as people read them, for the tooltips. */
  readonly keys: {
    readonly [Name in 'newArticle' | 'importFiles' | 'search' | 'desk' | 'settings' | 'shortcuts']: string;
  };
  /** Filled while the screen is shown. */
  readonly controls: Ref<LibraryControls>;
}

export function LibraryScreen(props: LibraryScreenProps) {
  const { onOpen, onNew, keys, controls } = props;
  const words = useWords();
  const { app } = words;
  const [search, setSearch] = useState('');
  const [isFinding, setFinding] = useState(false);
  const [shown, setShown] = useState<Status | 'trash' | null>(null);
  const asked = useDeferredValue(search);
  const trashed = shown === 'trash';
  const stories = useStories({ search: asked, status: trashed ? null : shown, trashed });
  const importing = useImport(onOpen);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<StoryListHandle>(null);

  useImperativeHandle(controls, () => ({
    search: () => field.current?.select(),
    importFiles: importing.choose,
  }));

  const first = search === '' && shown === null && isEmptyLibrary(stories);
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
        <LibraryActions {...props} isFirst={first} onImport={importing.choose} />
      </header>
      <LibraryNotes importing={importing.running} />
      {first ? null : (
        <div className="library-filters">
          <StatusFilter shown={shown} onShow={setShown} />
          {trashed ? null : (
            <IconButton
              label={words.find.inStories}
              icon={<TextSearch size={17} className="icon-mirrored" />}
              onPress={() => setFinding(true)}
            />
          )}
        </div>
      )}
      {first ? (
        <FirstRun onWrite={onNew} onImport={importing.choose} />
      ) : (
        <Stories {...props} stories={stories} search={asked} trashed={trashed} onClear={clear} list={list} />
      )}
      {importing.parts}
      {isFinding ? (
        <Suspense>
          <FindStories
            list={{ search: asked, status: trashed ? null : shown, trashed }}
            onClose={() => setFinding(false)}
          />
        </Suspense>
      ) : null}
      <DropFiles onDrop={importing.take} />
    </main>
  );
}

/** True once it is known that no story is there at all, the trash aside. */
function isEmptyLibrary(stories: StoryPages | null): boolean {
  if (stories === null || stories.total() !== 0) return false;
  const { search, status, trashed } = stories.query;
  return search === '' && status === null && !trashed;
}

interface ActionsProps extends LibraryScreenProps {
  readonly isFirst: boolean;
  readonly onImport: () => void;
}

function LibraryActions({ isFirst, onImport, onNew, onDesk, onShortcuts, onSettings, keys }: ActionsProps) {
  const { app } = useWords();
  return (
    <div className="library-actions">
      <DeskButton keys={keys.desk} onPress={onDesk} />
      <IconButton
        label={app.shortcuts.title}
        keys={keys.shortcuts}
        icon={<Keyboard size={17} />}
        onPress={onShortcuts}
      />
      <IconButton label={app.settings.title} keys={keys.settings} icon={<Settings2 size={17} />} onPress={onSettings} />
      <Hint text={app.library.importHint} keys={keys.importFiles}>
        <Button onPress={onImport}>
          <FilePlus2 size={15} aria-hidden />
          {app.library.importFiles}
        </Button>
      </Hint>
      <Hint text={app.library.newStory} keys={keys.newArticle}>
        <Button variant={isFirst ? 'quiet' : 'primary'} onPress={onNew}>
          <Plus size={15} aria-hidden />
          {app.library.newStory}
        </Button>
      </Hint>
    </div>
  );
}

/** The way to the desk; a dot says that something there wants a look. */
function DeskButton({ keys, onPress }: { keys: string; onPress: () => void }) {
  const { desk } = useWords();
  const overview = useDesk() ?? null;
  const isWanting = overview !== null && (overview.rescued > 0 || (overview.trouble !== null && !overview.paused));
  return (
    <span className="library-desk" data-wanting={isWanting}>
      <IconButton label={desk.open} keys={keys} icon={<Users size={17} />} onPress={onPress} />
    </span>
  );
}

interface StoriesProps extends LibraryScreenProps {
  readonly stories: StoryPages | null;
  readonly search: string;
  readonly trashed: boolean;
  readonly onClear: () => void;
  readonly list: Ref<StoryListHandle>;
}

/** The list, or what stands where there is none. */
function Stories({ stories, search, trashed, onClear, list, ...props }: StoriesProps) {
  const { onBeside } = props;
  const words = useWords();
  const { app } = words;
  const trash = useTrash();
  const total = stories?.total() ?? null;
  const failure = stories?.failure() ?? null;
  if (failure !== null && total === null) {
    return (
      <EmptyState title={failureSentence(words, failure)}>
        <Button onPress={() => stories?.refresh()}>{app.tryAgain}</Button>
      </EmptyState>
    );
  }
  if (stories === null || total === null) {
    return (
      <div className="library-waiting">
        <Spinner label={app.loading} />
      </div>
    );
  }
  if (total === 0) return <NothingHere search={search} trashed={trashed} onClear={onClear} />;
  return (
    <StoryList
      stories={stories}
      total={total}
      ref={list}
      hrefOf={(story) => props.hrefOf(story.id)}
      onDelete={trashed ? null : trash.throwAway}
      onPutOnDesk={trashed ? null : props.onPutOnDesk}
      onBeside={trashed || onBeside === null ? null : (story) => onBeside(story.id)}
      actionsOf={(story) => entriesFor(story, props, trash, words)}
    />
  );
}

function entriesFor(
  story: Summary,
  { onOpen, onBeside, onShare, onExport }: Pick<LibraryScreenProps, 'onOpen' | 'onBeside' | 'onShare' | 'onExport'>,
  trash: Trash,
  { app, comfort }: Words,
): readonly MenuEntry[] {
  const open: MenuEntry = { id: 'open', name: app.library.open, onChoose: () => onOpen(story.id) };
  if (story.trashed) {
    return [open, { id: 'back', name: app.library.putBack, apart: true, onChoose: () => trash.putBack(story) }];
  }
  return [
    open,
    ...(onBeside === null ? [] : [{ id: 'beside', name: comfort.besideLast, onChoose: () => onBeside(story.id) }]),
    { id: 'share', name: app.edit.share, onChoose: () => onShare(story.id) },
    { id: 'export', name: app.edit.export, onChoose: () => onExport([story.id]) },
    { id: 'trash', name: app.library.toTrash, apart: true, danger: true, onChoose: () => trash.throwAway(story) },
  ];
}
