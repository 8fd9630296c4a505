import { Folder } from 'lucide-react';
import { useContext, useEffect, useRef, useState } from 'react';
import {
  ComboBox,
  ComboBoxStateContext,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { Button } from './button.tsx';
import './field.css';
import './folder-field.css';
import './menu.css';
import './popover.css';
import { useWords } from './words/words.tsx';

export interface FolderFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (path: string) => void;
  /** Folders that what was typed could become. Never rejects. */
  readonly complete: (path: string) => Promise<readonly string[]>;
  /** Shows the system's own picker; null where there is none, and answers null when it was cancelled. */
  readonly pick: (() => Promise<string | null>) | null;
  readonly onBlur?: () => void;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A folder: typed with completion anywhere, picked where the system can show its picker. */
export function FolderField({ label, value, onChange, complete, pick, onBlur, hint, error }: FolderFieldProps) {
  const words = useWords();
  const [folders, setFolders] = useState<readonly string[]>([]);
  const latest = useRef(0);
  const ask = async (path: string): Promise<void> => {
    latest.current += 1;
    const mine = latest.current;
    const found = await complete(path);
    if (mine === latest.current) setFolders(found);
  };

  return (
    <ComboBox
      className="field"
      allowsCustomValue
      menuTrigger="input"
      items={folders.map((id) => ({ id }))}
      inputValue={value}
      isInvalid={error !== undefined}
      onInputChange={(text) => {
        if (text === value) return;
        onChange(text);
        // One that was chosen from the list has been found already.
        if (!folders.includes(text)) void ask(text);
      }}
      {...(onBlur === undefined ? {} : { onBlur })}
    >
      <Label className="field-label">{label}</Label>
      <div className="folder-line">
        <Input
          className="field-input"
          dir="ltr"
          spellCheck={false}
          onKeyDown={(event) => {
            // Whoever puts the list away does not want it back with an answer that is still under way.
            if (event.key === 'Escape') latest.current += 1;
          }}
        />
        {pick === null ? null : (
          <Button
            slot={null}
            onPress={async () => {
              const path = await pick();
              if (path !== null) onChange(path);
            }}
          >
            {words.app.export.choose}
          </Button>
        )}
      </div>
      {hint !== undefined && error === undefined ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
      <ShownWhenFound folders={folders} />
      <Popover className="popover menu-popover select-popover" offset={4}>
        <ListBox className="menu folder-list">
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className="menu-item">
              <Folder size={14} aria-hidden />
              <bdi className="folder-path">{id}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Shows the list when folders are found after the last key: the combo box opens by itself only at a key. */
function ShownWhenFound({ folders }: { readonly folders: readonly string[] }) {
  const state = useContext(ComboBoxStateContext);
  const shown = useRef(folders);
  useEffect(() => {
    if (state === null || shown.current === folders) return;
    shown.current = folders;
    if (state.isFocused && !state.isOpen && folders.length > 0) state.open(null, 'input');
  }, [state, folders]);
  return null;
}
