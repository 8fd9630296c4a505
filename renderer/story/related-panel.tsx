import { useRef, useState, type DragEvent } from 'react';
import type { ArticleId } from '#shared/article/identity.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { AddRelated } from './add-related.tsx';
import { RelatedEntry } from './related-entry.tsx';
import './related-panel.css';
import { useTargets, type TargetText } from './use-targets.ts';

export interface RelatedPanelProps {
  /** The article these belong to; never offered to itself. */
  readonly of: ArticleId;
  readonly related: readonly RelatedLink[];
  /** Adds at the end; answers the new entry's id, null where nothing was added. */
  readonly onAdd: (link: Omit<RelatedLink, 'id'>) => string | null;
  readonly onChange: (id: string, patch: Partial<Omit<RelatedLink, 'id'>>) => void;
  readonly onMove: (id: string, toIndex: number) => void;
  readonly onRemove: (id: string) => void;
  /** Shows an article of the library beside this one. */
  readonly onBeside: (id: ArticleId) => void;
  readonly isReadOnly: boolean;
}

/** The related articles, in the order in which readers meet them. */
export function RelatedPanel(props: RelatedPanelProps) {
  const { related, onAdd, onChange, onMove, onRemove, onBeside, isReadOnly } = props;
  const words = useWords();
  const { app } = words;
  const targets = useTargets(related);
  const [opened, setOpened] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const drag = useRelatedDrag(related, onMove);

  const move = (link: RelatedLink, from: number, to: number): void => {
    if (to < 0 || to >= related.length || from === to) return;
    onMove(link.id, to);
    const headline = link.headline || targets.get(link.id)?.headline || app.untitled;
    setSaid(app.related.moved(headline, words.number(to + 1), words.number(related.length)));
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-entry="${link.id}"] button`)?.focus());
  };
  const remove = (link: RelatedLink, place: number): void => {
    onRemove(link.id);
    toast({
      title: app.related.removed(link.headline || targets.get(link.id)?.headline || app.untitled),
      action: {
        name: app.undo,
        onPress: () => {
          const back = onAdd({ type: link.type, target: link.target, headline: link.headline, blurb: link.blurb });
          if (back !== null) onMove(back, place);
        },
      },
    });
  };

  return (
    <div className="related-panel">
      {isReadOnly ? null : (
        <AddRelated
          of={props.of}
          attached={related}
          onAdd={(link) => {
            const id = onAdd(link);
            if (id !== null && link.target.kind === 'url') setOpened(id);
          }}
        />
      )}
      <div className="hidden-visually" aria-live="polite">
        {said}
      </div>
      {related.length === 0 ? (
        <EmptyState title={app.related.empty} hint={app.related.emptyHint} />
      ) : (
        <ol className="related-list" ref={list} aria-label={app.related.list}>
          {related.map((link, place) => (
            <RelatedEntry
              key={link.id}
              link={link}
              target={targets.get(link.id)}
              place={place}
              count={related.length}
              isOpen={opened === link.id}
              isReadOnly={isReadOnly}
              drop={drag.dropAt(place)}
              dragProps={drag.propsFor(link.id, place)}
              onToggle={() => setOpened(opened === link.id ? null : link.id)}
              onChange={(patch) => onChange(link.id, patch)}
              onMove={(to) => move(link, place, to)}
              onRemove={() => remove(link, place)}
              onBeside={besideOf(link, targets.get(link.id), onBeside)}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Only an article that is in the library can be opened. */
function besideOf({ target }: RelatedLink, text: TargetText | undefined, onBeside: RelatedPanelProps['onBeside']) {
  return target.kind === 'article' && text?.missing !== true ? () => onBeside(target.article) : null;
}

/** Where a dragged entry would land beside this one. */
type DropSide = 'before' | 'after' | null;

interface DragProps {
  readonly onDragStart: (event: DragEvent) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
  readonly onDragEnd: () => void;
}

/** Reordering by pointer. Keys do the same through the entry's handle. */
function useRelatedDrag(related: readonly RelatedLink[], onMove: (id: string, toIndex: number) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const from = related.findIndex((link) => link.id === dragged);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  return {
    dropAt: (place: number): DropSide =>
      dragged === null || over !== place || from === place ? null : from < place ? 'after' : 'before',
    propsFor: (id: string, place: number): DragProps => ({
      onDragStart(event) {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/x-stet-related', id);
        event.dataTransfer.setDragImage(event.currentTarget, 12, 12);
        setDragged(id);
      },
      onDragOver(event) {
        if (dragged === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        if (over !== place) setOver(place);
      },
      onDrop(event) {
        event.preventDefault();
        if (dragged !== null && from !== place) onMove(dragged, place);
        end();
      },
      onDragEnd: end,
    }),
  };
}
