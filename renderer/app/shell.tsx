import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { HostInfo } from '#shared/contract/calls.ts';
import type { RescuedPassage } from '#shared/contract/desk.ts';
import type { HostCommand } from '#shared/contract/events.ts';
import { useClient, useEvent } from '#renderer/connection/provider.tsx';
import { placesOf } from '#renderer/connection/places.ts';
import { DeskNews } from '#renderer/desk/desk-news.tsx';
import { LibraryScreen, type LibraryControls } from '#renderer/library/library-screen.tsx';
import { toast, Toasts } from '#renderer/ui/toast.tsx';
import { Spinner } from '#renderer/ui/spinner.tsx';
import { endTyping, typeAhead } from '#renderer/ui/typed-ahead.ts';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import { Notices } from './notices.tsx';
import { hashOf, type Route } from './route.ts';
import './shell.css';
import { keysOf, useShortcuts } from './shortcuts.ts';
import { go, useRoute } from './use-route.ts';

/** The editor is most of the page's weight, and the library can be on screen without it. */
const loadEditScreen = () => import('./edit-screen.tsx');
const EditScreen = lazy(async () => ({ default: (await loadEditScreen()).EditScreen }));
const DeskScreen = lazy(async () => ({ default: (await import('#renderer/desk/desk-screen.tsx')).DeskScreen }));
const ShareScreen = lazy(async () => ({ default: (await import('./share-screen.tsx')).ShareScreen }));

/** What is opened from the library's screen comes after it, too. */
const loadDialogs = () => import('./dialogs.ts');
const PutOnDesk = lazy(async () => ({ default: (await loadDialogs()).PutOnDesk }));
const ExportDialog = lazy(async () => ({ default: (await loadDialogs()).ExportDialog }));
const SettingsDialog = lazy(async () => ({ default: (await loadDialogs()).SettingsDialog }));
const ShortcutsDialog = lazy(async () => ({ default: (await loadDialogs()).ShortcutsDialog }));

const Palette = lazy(async () => ({ default: (await loadDialogs()).Palette }));

type Open =
  | { readonly dialog: 'settings' | 'shortcuts' | 'palette' }
  | { readonly dialog: 'export'; readonly ids: readonly ArticleId[] }
  | { readonly dialog: 'put-on-desk'; readonly id: ArticleId; readonly headline: string };

/** In milliseconds: late enough to leave the list alone, early enough to be there before the first click. */
const LOAD_EDITOR_AFTER = 400;

const KEYS = {
  newArticle: keysOf('newArticle'),
  importFiles: keysOf('importFiles'),
  search: keysOf('search'),
  desk: keysOf('desk'),
  settings: keysOf('settings'),
  shortcuts: keysOf('shortcuts'),
};

/** The frame around every screen: notices, dialogs, toasts, and the keys that work anywhere. */
export function Shell({ host }: { host: HostInfo }) {
  const client = useClient();
  const words = useWords();
  const route = useRoute();
  const [open, setOpen] = useState<Open | null>(null);
  const [headline, setHeadline] = useState('');
  /** The article that had the keyboard last. */
  const [active, setActive] = useState<ArticleId | null>(null);
  const library = useRef<LibraryControls>(null);
  const passages = usePassages();
  const close = (): void => setOpen(null);
  const onActive = useCallback((id: ArticleId, named: string) => {
    setActive(id);
    setHeadline(named);
  }, []);
  /** The article that is meant: of two, the one with the keyboard. */
  const meant = (): ArticleId | null =>
    'id' in route ? (route.screen === 'edit' && active === route.beside ? active : route.id) : null;

  /** Beside the article that is open or, in the library, was open last; alone where there is none. */
  const openBeside = (id: ArticleId): void =>
    go(active === null || active === id ? { screen: 'edit', id } : { screen: 'edit', id: active, beside: id });

  const createStory = async (): Promise<void> => {
    // What is typed before it is there is for its headline, and not for the article that is left.
    typeAhead(() => undefined);
    const created = await client.call('article.create', { headline: '' });
    if (created.ok) go({ screen: 'edit', id: created.value.id });
    else {
      endTyping();
      toast({ title: failureSentence(words, created.error), tone: 'danger' });
    }
  };
  /** What only the library can do is asked of it once it is shown. */
  const inLibrary = (ask: (controls: LibraryControls) => void): void => {
    go({ screen: 'library' });
    requestAnimationFrame(() => requestAnimationFrame(() => library.current !== null && ask(library.current)));
  };
  const exportOf = (id: ArticleId | null): void => {
    if (id !== null) setOpen({ dialog: 'export', ids: [id] });
  };
  const shareOf = (id: ArticleId | null): void => {
    if (id !== null) go({ screen: 'share', id });
  };
  const commands: { readonly [Command in HostCommand]?: () => void } = {
    new: () => void createStory(),
    import: () => inLibrary((controls) => controls.importFiles()),
    export: () => exportOf(meant()),
    share: () => shareOf(route.screen === 'edit' ? meant() : null),
    library: () => go({ screen: 'library' }),
    desk: goToDesk,
    settings: () => setOpen({ dialog: 'settings' }),
  };
  useEvent('host.command', ({ command }) => commands[command]?.());
  useShortcuts({
    newArticle: commands.new,
    importFiles: commands.import,
    search: () => inLibrary((controls) => controls.search()),
    settings: commands.settings,
    shortcuts: () => setOpen({ dialog: 'shortcuts' }),
    palette: () => {
      typeAhead(close);
      setOpen({ dialog: 'palette' });
    },
    library: commands.library,
    desk: commands.desk,
    exportArticle: route.screen === 'share' ? commands.export : undefined,
  });
  useTitle(route, headline);
  useEffect(() => placesOf(client)?.opened(hashOf(route)), [client, route]);
  useEffect(() => {
    const soon = setTimeout(() => {
      void loadDialogs();
      void loadEditScreen();
    }, LOAD_EDITOR_AFTER);
    return () => clearTimeout(soon);
  }, []);

  return (
    <div className="shell" data-host={host.host}>
      <Notices />
      <DeskNews isOnDesk={route.screen === 'desk'} onLook={goToDesk} />
      <Suspense fallback={<Waiting />}>
        {route.screen === 'library' ? (
          <LibraryScreen
            controls={library}
            keys={KEYS}
            hrefOf={(id) => hashOf({ screen: 'edit', id })}
            onNew={() => void createStory()}
            onOpen={openStory}
            onBeside={active === null ? null : openBeside}
            onShare={(id) => go({ screen: 'share', id })}
            onExport={(ids) => setOpen({ dialog: 'export', ids })}
            onDesk={goToDesk}
            onPutOnDesk={({ id, headline: named }) => setOpen({ dialog: 'put-on-desk', id, headline: named })}
            onSettings={() => setOpen({ dialog: 'settings' })}
            onShortcuts={() => setOpen({ dialog: 'shortcuts' })}
          />
        ) : route.screen === 'desk' ? (
          <DeskScreen
            host={host}
            backKeys={keysOf('library')}
            hrefOf={(id) => hashOf({ screen: 'edit', id })}
            onBack={() => go({ screen: 'library' })}
            onPutBack={(passage) => {
              passages.give(passage);
              go({ screen: 'edit', id: passage.article });
            }}
          />
        ) : route.screen === 'edit' ? (
          <EditScreen
            id={route.id}
            beside={route.beside ?? null}
            onBack={() => go({ screen: 'library' })}
            onShare={shareOf}
            onExport={exportOf}
            onDesk={goToDesk}
            onPutOnDesk={(id, named) => setOpen({ dialog: 'put-on-desk', id, headline: named })}
            takePassage={passages.take}
            onActive={onActive}
            onArticles={(id, beside) => go({ screen: 'edit', id, ...(beside === null ? {} : { beside }) })}
          />
        ) : (
          <ShareScreen
            id={route.id}
            mediaBase={host.mediaBase}
            onBack={() => go({ screen: 'edit', id: route.id })}
            onHeadline={setHeadline}
          />
        )}
      </Suspense>
      <Suspense>
        {open?.dialog === 'export' ? <ExportDialog ids={open.ids} host={host} onClose={close} /> : null}
        {open?.dialog === 'put-on-desk' ? <PutOnDesk id={open.id} headline={open.headline} onClose={close} /> : null}
        {open?.dialog === 'settings' ? <SettingsDialog host={host} onClose={close} /> : null}
        {open?.dialog === 'palette' ? <Palette onOpen={openStory} onBeside={openBeside} onClose={close} /> : null}
        {open?.dialog === 'shortcuts' ? <ShortcutsDialog onClose={close} /> : null}
      </Suspense>
      <Toasts />
    </div>
  );
}

function openStory(id: ArticleId): void {
  go({ screen: 'edit', id });
}

function goToDesk(): void {
  go({ screen: 'desk' });
}

/** Rescued words on their way from the desk's screen into their story: given once, taken once. */
function usePassages() {
  const passage = useRef<RescuedPassage | null>(null);
  const give = (next: RescuedPassage): void => {
    passage.current = next;
  };
  const take = useCallback((article: ArticleId): RescuedPassage | null => {
    const given = passage.current;
    passage.current = null;
    return given?.article === article ? given : null;
  }, []);
  return { give, take };
}

function Waiting() {
  const { app } = useWords();
  return (
    <main className="edit-waiting">
      <Spinner label={app.loading} />
    </main>
  );
}

/** Names the window after what it shows. */
function useTitle(route: Route, headline: string): void {
  const { app, desk } = useWords();
  const named = route.screen === 'desk' ? desk.title : headline === '' ? app.untitled : headline;
  const title = route.screen === 'library' ? app.name : `${named} — ${app.name}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
