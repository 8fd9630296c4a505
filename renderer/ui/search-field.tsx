import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import './field.css';
import './search-field.css';
import { useWords } from './words/words.tsx';

export interface SearchFieldProps {
  readonly label: string;
  /** What stands in the empty field, where the label is too long for it. */
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly keys?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Searches as one types; Esc or the cross clears. */
export function SearchField({ label, placeholder, value, onChange, onKeyDown, keys, inputRef }: SearchFieldProps) {
  const words = useWords();
  return (
    <AriaSearchField className="search" aria-label={label} value={value} onChange={onChange}>
      <Search size={15} aria-hidden className="search-icon" />
      <Input
        className="field-input search-input"
        placeholder={placeholder ?? label}
        dir="auto"
        {...(onKeyDown === undefined ? {} : { onKeyDown })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      {value === '' && keys !== undefined ? (
        <span className="search-keys">
          <kbd>{keys}</kbd>
        </span>
      ) : null}
      {value === '' ? null : (
        <Button className="search-clear" aria-label={words.app.clearSearch}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </AriaSearchField>
  );
}
