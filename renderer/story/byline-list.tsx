import { Plus, X } from 'lucide-react';
import type { Byline } from '#shared/article/metadata.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import './byline-list.css';
import { DraftField } from './draft-field.tsx';

export interface BylineListProps {
  readonly bylines: readonly Byline[];
  readonly onChange: (bylines: readonly Byline[]) => void;
  /** The name a new byline begins with. */
  readonly author: string;
  readonly isReadOnly: boolean;
}

/** Who wrote it, in order, each with a role. */
export function BylineList({ bylines, onChange, author, isReadOnly }: BylineListProps) {
  const { story } = useWords().app;
  const change = (place: number, patch: Partial<Byline>) =>
    onChange(bylines.map((byline, at) => (at === place ? { ...byline, ...patch } : byline)));
  const fresh = bylines.some((byline) => byline.name === author) ? '' : author;
  return (
    <fieldset className="bylines">
      <legend className="field-label">{story.bylines}</legend>
      {Array.from(bylines.entries(), ([place, byline]) => (
        <div className="byline" key={place}>
          <DraftField
            label={story.bylineName}
            labelHidden
            layout="stacked"
            placeholder={story.bylineName}
            value={byline.name}
            isReadOnly={isReadOnly}
            onSave={(name) => change(place, { name })}
          />
          <DraftField
            label={story.bylineRole}
            labelHidden
            layout="stacked"
            placeholder={story.bylineRole}
            value={byline.role}
            isReadOnly={isReadOnly}
            onSave={(role) => change(place, { role })}
          />
          <IconButton
            size="small"
            label={story.removeByline(byline.name)}
            icon={<X size={14} />}
            isDisabled={isReadOnly}
            onPress={() => onChange(bylines.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      <Button
        variant="plain"
        size="small"
        isDisabled={isReadOnly}
        onPress={() => onChange([...bylines, { name: fresh, role: '' }])}
      >
        <Plus size={14} aria-hidden />
        {story.addByline}
      </Button>
    </fieldset>
  );
}
