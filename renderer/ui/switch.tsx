import { Switch as AriaSwitch } from 'react-aria-components';
import './switch.css';

export interface ToggleProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
}

/** On or off, at once. */
export function Switch({ label, isSelected, onChange, isDisabled = false }: ToggleProps) {
  return (
    <AriaSwitch className="switch" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="switch-track" aria-hidden>
        <span className="switch-knob" />
      </span>
      {label}
    </AriaSwitch>
  );
}
