import {
  FieldError,
  Input,
  Label,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components';
import './field.css';

export interface NumberFieldProps extends Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'validate'> {
  readonly label: string;
  /** What is counted, after the number. */
  readonly unit?: string;
  readonly error?: string | undefined;
  readonly layout?: 'stacked' | 'inline';
}

/** A number, as the interface's language writes it; arrow keys count up and down. */
export function NumberField({ label, unit, error, layout = 'stacked', ...props }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...props}
      isInvalid={error !== undefined}
      className={layout === 'inline' ? 'field field-inline' : 'field'}
    >
      <Label className="field-label">{label}</Label>
      <div className="number-group">
        <Input className="field-input" />
        {unit === undefined ? null : <span className="number-unit">{unit}</span>}
      </div>
      <FieldError className="field-error">{error}</FieldError>
    </AriaNumberField>
  );
}
