import type { ReactNode } from 'react';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import { useDraft } from './use-draft.ts';

export interface DraftFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onSave: (value: string) => void;
  /** Whether a text can be stored here; without it every text can. */
  readonly fits?: (text: string) => boolean;
  /** The sentence for a text that can't. */
  readonly expects?: string;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly lines?: 'one' | 'several';
  readonly layout?: 'stacked' | 'inline';
  readonly dir?: 'auto' | 'ltr';
  readonly inputMode?: 'text' | 'numeric' | 'url';
  readonly isReadOnly?: boolean;
  readonly after?: ReactNode;
}

const ALWAYS = () => true;

/** A text that saves itself, with the sentence beneath it when it does not fit. */
export function DraftField(props: DraftFieldProps) {
  const { lines = 'one', layout = 'inline', fits = ALWAYS, isReadOnly = false } = props;
  const draft = useDraft(props.value, fits, props.onSave);
  const Field = lines === 'one' ? TextField : TextArea;
  return (
    <Field
      label={props.label}
      labelHidden={props.labelHidden ?? false}
      layout={layout}
      dir={props.dir ?? 'auto'}
      inputMode={props.inputMode ?? 'text'}
      isReadOnly={isReadOnly}
      value={draft.text}
      onChange={draft.onChange}
      onBlur={draft.onBlur}
      error={draft.misfit ? props.expects : undefined}
      after={props.after}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
    />
  );
}
