import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  /** `primary` once per view at most; `plain` has no line around it; `danger` for what can't be taken back lightly. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
}

export function Button({ variant = 'quiet', size = 'medium', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button button-${variant} button-${size}`} />;
}
