import { Columns2, GripVertical, Pencil, Trash2 } from 'lucide-react';
import type { ComponentProps } from 'react';
import { RELATED_TYPES, type RelatedLink } from '#shared/article/related.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { DraftField } from './draft-field.tsx';
import './related-entry.css';
import type { TargetText } from './use-targets.ts';

export interface RelatedEntryProps {
  readonly link: RelatedLink;
  /** The target's own words; undefined until they are known or where it has none. */
  readonly target: TargetText | undefined;
  readonly place: number;
  readonly count: number;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly drop: 'before' | 'after' | null;
  readonly dragProps: Pick<ComponentProps<'li'>, 'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd'>;
  readonly onToggle: () => void;
  readonly onChange: (patch: Partial<Omit<RelatedLink, 'id'>>) => void;
  readonly onMove: (toIndex: number) => void;
  readonly onRemove: () => void;
  /** Opens the article beside this one; null where it is none of the library. */
  readonly onBeside: (() => void) | null;
}

/** One related article: what readers will see of it, and, opened, the words that can be its own here. */
export function RelatedEntry(props: RelatedEntryProps) {
  const { link, target, place, isOpen, isReadOnly } = props;
  const { app, comfort } = useWords();
  const headline = link.headline || target?.headline || '';
  const blurb = link.blurb || target?.blurb || '';

  return (
    <li className="related-entry" data-entry={link.id} data-drop={props.drop} {...props.dragProps}>
      <div className="related-entry-row">
        <button
          type="button"
          className="related-entry-grip"
          aria-label={`${app.related.drag}: ${headline || blurb.slice(0, 60) || app.untitled}`}
          disabled={isReadOnly}
          draggable
          onKeyDown={(event) => {
            if (event.key === 'ArrowUp') props.onMove(place - 1);
            else if (event.key === 'ArrowDown') props.onMove(place + 1);
            else if (event.key === 'Delete' || event.key === 'Backspace') props.onRemove();
            else return;
            event.preventDefault();
          }}
        >
          <GripVertical size={14} aria-hidden />
        </button>
        <div className="related-entry-text">
          <p className="related-entry-type">
            {app.related.types[link.type]}
            <span className="related-entry-where">{whereOf(link, target, app.related)}</span>
          </p>
          {headline === '' && blurb !== '' ? null : (
            <p className="related-entry-headline" dir="auto">
              {headline === '' ? <span className="related-entry-none">{app.untitled}</span> : headline}
            </p>
          )}
          {blurb === '' || isOpen ? null : (
            <p className="related-entry-blurb" dir="auto">
              {blurb}
            </p>
          )}
        </div>
        <div className="related-entry-actions">
          {props.onBeside === null ? null : (
            <IconButton
              size="small"
              label={comfort.besideThis}
              icon={<Columns2 size={14} />}
              onPress={props.onBeside}
            />
          )}
          <IconButton
            size="small"
            label={app.related.edit}
            icon={<Pencil size={14} />}
            aria-expanded={isOpen}
            isDisabled={isReadOnly}
            onPress={props.onToggle}
          />
          <IconButton
            size="small"
            label={app.remove}
            icon={<Trash2 size={14} />}
            isDisabled={isReadOnly}
            onPress={props.onRemove}
          />
        </div>
      </div>
      {isOpen ? <EntryFields {...props} /> : null}
    </li>
  );
}

function EntryFields({ link, target, onChange }: RelatedEntryProps) {
  const { app } = useWords();
  return (
    <div className="related-entry-fields">
      <Select
        label={app.related.type}
        value={link.type}
        onChange={(type) => onChange({ type })}
        choices={RELATED_TYPES.map((id) => ({ id, name: app.related.types[id] }))}
      />
      <DraftField
        label={app.related.headline}
        layout="stacked"
        lines="several"
        value={link.headline}
        placeholder={target?.headline ?? ''}
        onSave={(headline) => onChange({ headline: headline.trim() })}
      />
      <DraftField
        label={app.related.blurb}
        layout="stacked"
        lines="several"
        value={link.blurb}
        placeholder={target?.blurb ?? ''}
        onSave={(blurb) => onChange({ blurb: blurb.trim() })}
      />
    </div>
  );
}

function whereOf(
  link: RelatedLink,
  target: TargetText | undefined,
  related: ReturnType<typeof useWords>['app']['related'],
): string {
  switch (link.target.kind) {
    case 'article':
      return target?.missing === true ? related.missing : related.inLibrary;
    case 'url':
      return URL.canParse(link.target.url) ? new URL(link.target.url).hostname.replace(/^www\./u, '') : related.outside;
    case 'none':
      return related.onlyWords;
  }
}
