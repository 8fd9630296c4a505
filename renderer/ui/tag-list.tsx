import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, Tag, TagGroup, TagList as AriaTagList, TextField } from 'react-aria-components';
import './field.css';
import './tag-list.css';

export interface TagListProps {
  readonly label: string;
  /** What the line for a new word says. */
  readonly addLabel: string;
  readonly removeLabel: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

/** A few words in order. Enter or a comma adds, Backspace or the cross removes. */
export function TagList({ label, addLabel, removeLabel, values, onChange }: TagListProps) {
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    const fresh = text
      .split(/[,،]/u)
      .map((word) => word.trim())
      .filter((word) => word !== '' && !values.includes(word));
    setTyped('');
    if (fresh.length > 0) onChange([...values, ...new Set(fresh)]);
  };
  return (
    <div className="field">
      <TagGroup className="tags" onRemove={(keys) => onChange(values.filter((value) => !keys.has(value)))}>
        <Label className="field-label">{label}</Label>
        <AriaTagList className="tags-list" items={values.map((value) => ({ id: value }))}>
          {({ id }) => (
            <Tag id={id} textValue={id} className="tag">
              <bdi>{id}</bdi>
              <Button slot="remove" aria-label={`${removeLabel} ${id}`} className="tag-remove">
                <X size={12} aria-hidden />
              </Button>
            </Tag>
          )}
        </AriaTagList>
      </TagGroup>
      <TextField
        aria-label={addLabel}
        value={typed}
        onChange={(text) => (/[,،]$/u.test(text) ? add(text) : setTyped(text))}
        onBlur={() => add(typed)}
        onKeyDown={(event) => {
          // An input method takes its own keys: Enter there ends a word, not the keyword.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            add(typed);
          } else event.continuePropagation();
          if (event.key === 'Backspace' && typed === '' && values.length > 0) onChange(values.slice(0, -1));
        }}
      >
        <Input className="field-input" placeholder={addLabel} dir="auto" />
      </TextField>
    </div>
  );
}
