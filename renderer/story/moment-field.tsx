import { TextField } from '#renderer/ui/text-field.tsx';
import { localInput, momentFrom } from './moment.ts';

export interface MomentFieldProps {
  readonly label: string;
  /** ISO 8601, or empty. */
  readonly value: string;
  readonly onSave: (value: string) => void;
  readonly isReadOnly?: boolean;
  readonly error?: string | undefined;
}

/** A day and time in the person's own time zone, kept with its offset. */
export function MomentField({ label, value, onSave, isReadOnly = false, error }: MomentFieldProps) {
  return (
    <TextField
      label={label}
      layout="inline"
      type="datetime-local"
      dir="ltr"
      isReadOnly={isReadOnly}
      value={localInput(value)}
      onChange={(typed) => onSave(momentFrom(typed))}
      error={error}
    />
  );
}
