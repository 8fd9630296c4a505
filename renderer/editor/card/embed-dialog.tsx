import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { takeTyping } from '#renderer/ui/typed-ahead.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import { typedAddress } from '../link.ts';
import { describeEmbed, embedFor, type EmbedAttributes } from './embed.ts';

interface EmbedDialogProps {
  readonly onInsert: (attributes: EmbedAttributes) => void;
  readonly onClose: () => void;
}

/** Asks for the address of something to show as a card, and says what it takes it for. */
export function EmbedDialog({ onInsert, onClose }: EmbedDialogProps) {
  const words = useWords().blocks;
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => takeTyping(input.current), []);
  const attributes = embedFor(typedAddress(typed) ?? '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (attributes === null) setRefused(true);
    else onInsert(attributes);
  };
  return (
    <Dialog title={words.embedTitle} isOpen onClose={onClose}>
      <form className="block-form" onSubmit={submit}>
        <TextField
          label={words.embedAddress}
          hint={attributes === null ? words.embedHint : describeEmbed(attributes.url, words)}
          error={refused ? words.embedRefused : undefined}
          dir="ltr"
          inputRef={input}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setRefused(false);
          }}
        />
        <div className="block-form-actions">
          <Button variant="primary" type="submit">
            {words.embedInsert}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
