import type { ReactNode } from 'react';
import { Button, ToggleButton, type ButtonProps } from 'react-aria-components';
import './button.css';
import { Hint } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** What it does: read aloud, and shown as a tooltip. */
  readonly label: string;
  /** An icon of lucide-react, 16 to 18 pixels. */
  readonly icon: ReactNode;
  /** A shortcut as people read it, shown in the tooltip. */
  readonly keys?: string;
  readonly size?: 'small' | 'medium';
  readonly variant?: 'plain' | 'quiet';
}

/** A button that is only an icon; never without its words. */
export function IconButton({ label, icon, keys, size = 'medium', variant = 'plain', ...props }: IconButtonProps) {
  return (
    <Hint text={label} keys={keys}>
      <Button {...props} aria-label={label} className={`button button-${variant} button-${size} icon-button`}>
        {icon}
      </Button>
    </Hint>
  );
}

export interface IconToggleProps extends Omit<IconButtonProps, 'variant'> {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
}

/** An icon that is on or off. */
export function IconToggle({ label, icon, keys, size = 'medium', isSelected, onChange, isDisabled }: IconToggleProps) {
  return (
    <Hint text={label} keys={keys}>
      <ToggleButton
        aria-label={label}
        isSelected={isSelected}
        onChange={onChange}
        isDisabled={isDisabled ?? false}
        className={`button button-plain button-${size} icon-button`}
      >
        {icon}
      </ToggleButton>
    </Hint>
  );
}
