import type { ReactNode } from 'react';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { KeyboardReturn } from './keyboard-home.ts';
import './popover.css';

interface PopoverProps extends Omit<AriaPopoverProps, 'children' | 'className' | 'style'> {
  readonly className?: string;
  readonly children: ReactNode;
}

/** A surface beside what opened it. It takes the keyboard, and gives it back when it closes. */
export function Popover({ className = '', children, ...props }: PopoverProps) {
  return (
    <AriaPopover offset={4} {...props} className={`popover ${className}`}>
      {({ isExiting }) => (
        <>
          <KeyboardReturn isOpen={!isExiting} />
          {children}
        </>
      )}
    </AriaPopover>
  );
}
