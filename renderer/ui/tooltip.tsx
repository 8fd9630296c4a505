import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './tooltip.css';

/** Says in words what an element is for, after a moment of pointing or at once on keyboard focus. */
export function Hint({ text, keys, children }: { text: string; keys?: string | undefined; children: ReactElement }) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        <span>{text}</span>
        {keys === undefined ? null : <kbd className="tooltip-keys">{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
