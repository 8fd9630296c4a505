import { useEffect, useRef, useState } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { HostInfo } from '#shared/contract/calls.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { LibraryScreen, type LibraryControls } from '#renderer/library/library-screen.tsx';
import { toast, Toasts } from '#renderer/ui/toast.tsx';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import { Notices } from './notices.tsx';
import { go, hashOf } from './route.ts';
import './shell.css';
import { keysOf, useShortcuts } from './shortcuts.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

type Open =
  { readonly dialog: 'settings' | 'shortcuts' } | { readonly dialog: 'export'; readonly ids: readonly ArticleId[] };

/** The frame around every screen: notices, dialogs, toasts, and the keys that work anywhere. */
export function Shell({ host }: { host: HostInfo }) {
  const client = useClient();
  const words = useWords();
  const [open, setOpen] = useState<Open | null>(null);
  const library = useRef<LibraryControls | null>(null);

  const createStory = async (): Promise<void> => {
    const created = await client.call('article.create', { headline: '' });
    if (created.ok) go({ screen: 'edit', id: created.value.id });
    else toast({ title: failureSentence(words, created.error), tone: 'danger' });
  };
  useShortcuts({
    newArticle: () => void createStory(),
    importFiles: () => library.current?.importFiles(),
    search: () => library.current?.search(),
    settings: () => setOpen({ dialog: 'settings' }),
    shortcuts: () => setOpen({ dialog: 'shortcuts' }),
    library: () => go({ screen: 'library' }),
  });
  useEffect(() => {
    document.title = words.app.name;
  }, [words]);

  return (
    <div className="shell" data-host={host.host}>
      <Notices />
      <LibraryScreen
        controls={library}
        keys={{
          newArticle: keysOf('newArticle'),
          importFiles: keysOf('importFiles'),
          search: keysOf('search'),
          settings: keysOf('settings'),
          shortcuts: keysOf('shortcuts'),
        }}
        hrefOf={(id) => hashOf({ screen: 'edit', id })}
        onNew={() => void createStory()}
        onOpen={(id) => go({ screen: 'edit', id })}
        onShare={(id) => go({ screen: 'share', id })}
        onExport={(ids) => setOpen({ dialog: 'export', ids })}
        onSettings={() => setOpen({ dialog: 'settings' })}
        onShortcuts={() => setOpen({ dialog: 'shortcuts' })}
      />
      {open?.dialog === 'shortcuts' ? <ShortcutsDialog onClose={() => setOpen(null)} /> : null}
      <Toasts />
    </div>
  );
}
