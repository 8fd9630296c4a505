import type { ReactNode, Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import './field.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'validate'> {
  readonly label: string;
  /** Keeps the label for listeners only. */
  readonly labelHidden?: boolean;
  readonly placeholder?: string;
  /** A quiet sentence beneath, replaced by `error` when there is one. */
  readonly hint?: string;
  /** Why what is written can't be taken. The text is never taken away. */
  readonly error?: string | undefined;
  /** `inline` puts label and value on one line. */
  readonly layout?: 'stacked' | 'inline';
  /** Direction of what is written: by its content unless forced. */
  readonly dir?: 'auto' | 'ltr' | 'rtl';
  readonly inputRef?: Ref<HTMLInputElement>;
  /** What stands after the input, inside the field. */
  readonly after?: ReactNode;
}

/** One line of text. */
export function TextField({ placeholder, dir = 'auto', inputRef, after, ...props }: TextFieldProps) {
  return (
    <FieldFrame {...props}>
      <Input
        className="field-input"
        placeholder={placeholder ?? ''}
        dir={dir}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      {after}
    </FieldFrame>
  );
}

export interface TextAreaProps extends Omit<TextFieldProps, 'inputRef' | 'type'> {
  readonly rows?: number;
}

/** Several lines of text; grows with what is written. */
export function TextArea({ placeholder, dir = 'auto', rows = 2, after, ...props }: TextAreaProps) {
  return (
    <FieldFrame {...props}>
      <AriaTextArea className="field-input" placeholder={placeholder ?? ''} dir={dir} rows={rows} />
      {after}
    </FieldFrame>
  );
}

type FrameProps = Omit<TextFieldProps, 'placeholder' | 'dir' | 'inputRef' | 'after'> & { readonly children: ReactNode };

function FieldFrame({ label, labelHidden = false, hint, error, layout = 'stacked', children, ...props }: FrameProps) {
  return (
    <AriaTextField
      {...props}
      isInvalid={error !== undefined}
      className={layout === 'inline' ? 'field field-inline' : 'field'}
    >
      <Label className={labelHidden ? 'hidden-visually' : 'field-label'}>{label}</Label>
      {children}
      {hint !== undefined && error === undefined ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
