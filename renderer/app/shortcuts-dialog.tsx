import { Dialog } from '#renderer/ui/dialog.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { keysOf, type ShortcutName } from './shortcuts.ts';
import './shortcuts-dialog.css';

const ANYWHERE: readonly ShortcutName[] = ['newArticle', 'importFiles', 'search', 'desk', 'settings', 'shortcuts'];
const IN_ARTICLE: readonly ShortcutName[] = ['shareView', 'exportArticle', 'outline', 'panel', 'library'];

/** Every key there is, on one page. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { app } = useWords();
  const { shortcuts } = app;
  const named = (name: ShortcutName): Line => ({ name: shortcuts[name], keys: keysOf(name) });
  return (
    <Dialog title={shortcuts.title} isOpen onClose={onClose}>
      <Group title={shortcuts.anywhere} lines={ANYWHERE.map(named)} />
      <Group
        title={shortcuts.inLibrary}
        lines={[
          { name: shortcuts.moveRow, keys: '↑ ↓' },
          { name: shortcuts.openRow, keys: '↵' },
          { name: shortcuts.trashRow, keys: 'Del' },
        ]}
      />
      <Group title={shortcuts.inArticle} lines={IN_ARTICLE.map(named)} />
    </Dialog>
  );
}

interface Line {
  readonly name: string;
  readonly keys: string;
}

function Group({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section className="shortcuts-group">
      <h3 className="shortcuts-title">{title}</h3>
      <dl className="shortcuts-lines">
        {lines.map((line) => (
          <div key={line.name} className="shortcuts-line">
            <dt>{line.name}</dt>
            <dd>
              <kbd className="shortcuts-keys">{line.keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
