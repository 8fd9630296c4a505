import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import './field.css';
import './menu.css';
import './popover.css';
import './select.css';

interface Choice<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** What stands before the name. */
  readonly mark?: ReactNode;
  readonly hint?: string;
}

export interface SelectProps<Id extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly layout?: 'stacked' | 'inline';
  readonly size?: 'small' | 'medium';
  readonly isDisabled?: boolean;
}

/** One of a few known values. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, labelHidden = false, choices, value, onChange, layout = 'stacked', size = 'medium' } = props;
  return (
    <AriaSelect
      value={value}
      isDisabled={props.isDisabled ?? false}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      className={layout === 'inline' ? 'field field-inline' : 'field'}
    >
      <Label className={labelHidden ? 'hidden-visually' : 'field-label'}>{label}</Label>
      <Button className={`field-input select-button select-${size}`}>
        <SelectValue className="select-value" />
        <ChevronDown size={14} aria-hidden className="select-arrow" />
      </Button>
      <Popover className="popover menu-popover select-popover" offset={4}>
        <ListBox className="menu" items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className="menu-item">
              {choice.mark}
              <span className="menu-item-name">{choice.name}</span>
              <Check size={14} aria-hidden className="menu-item-check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
