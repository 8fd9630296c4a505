import type { ReactNode } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { DeskDetails } from '#shared/contract/desk.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { DeskSection } from './desk-section.tsx';
import './folder-state.css';

/** What is on its way out, what has been seen and not taken, and what was refused and why. */
export function FolderState({ details, hrefOf }: { details: DeskDetails; hrefOf: (id: ArticleId) => string }) {
  const words = useWords();
  const { folder } = words.desk;
  const { pending, waiting, refused } = details;
  return (
    <DeskSection title={folder.title} count={pending.length + waiting.length + refused.length}>
      {pending.length + waiting.length + refused.length === 0 ? (
        <EmptyState title={folder.quiet} hint={folder.quietHint} />
      ) : null}
      <Group title={folder.outgoing} isEmpty={pending.length === 0}>
        {pending.map(({ article, headline }) => (
          <li key={article} className="folder-line-entry">
            <a href={hrefOf(article)} className="folder-story" dir="auto">
              {headline === '' ? words.app.untitled : headline}
            </a>
          </li>
        ))}
      </Group>
      <Group title={folder.incoming} isEmpty={waiting.length === 0}>
        {waiting.map(({ file, why }) => (
          <li key={file} className="folder-line-entry">
            <p>{folder.why[why]}</p>
            <File name={file} />
          </li>
        ))}
      </Group>
      <Group title={folder.refused} isEmpty={refused.length === 0} hint={folder.refusedHint}>
        {refused.map(({ file, reason }) => (
          <li key={file} className="folder-line-entry">
            <p>{reason}</p>
            <File name={file} />
          </li>
        ))}
      </Group>
    </DeskSection>
  );
}

function File({ name }: { name: string }) {
  return (
    <bdi dir="ltr" className="folder-file" title={name}>
      {name}
    </bdi>
  );
}

function Group({
  title,
  isEmpty,
  hint,
  children,
}: {
  title: string;
  isEmpty: boolean;
  hint?: string;
  children: ReactNode;
}) {
  if (isEmpty) return null;
  return (
    <div className="folder-group">
      <h3 className="folder-group-title">{title}</h3>
      {hint === undefined ? null : <p className="folder-hint">{hint}</p>}
      <ul className="folder-entries">{children}</ul>
    </div>
  );
}
