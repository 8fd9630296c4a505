import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { takeTyping } from '#renderer/ui/typed-ahead.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import { typedAddress } from './link.ts';

interface LinkDialogProps {
  /** The address there now; empty for a new link. */
  readonly href: string;
  readonly onSet: (href: string) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Asks for an address. One that the policy refuses is answered with a sentence, and stays to be mended. */
export function LinkDialog({ href, onSet, onRemove, onClose }: LinkDialogProps) {
  const words = useWords().editor;
  const [typed, setTyped] = useState(href);
  const [refused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.select();
    takeTyping(input.current);
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const address = typedAddress(typed);
    if (address === null) setRefused(true);
    else onSet(address);
  };
  return (
    <Dialog title={words.linkTitle} isOpen onClose={onClose}>
      <form className="link-form" onSubmit={submit}>
        <TextField
          label={words.linkAddress}
          hint={words.linkHint}
          error={refused ? words.linkRefused : undefined}
          dir="ltr"
          value={typed}
          inputRef={input}
          onChange={(text) => {
            setTyped(text);
            setRefused(false);
          }}
        />
        <div className="link-actions">
          {href === '' ? null : (
            <Button variant="plain" onPress={onRemove}>
              {words.linkRemove}
            </Button>
          )}
          <Button variant="primary" type="submit">
            {words.linkSet}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
