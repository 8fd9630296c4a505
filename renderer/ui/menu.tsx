import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import './menu.css';

export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  /** A line above it. */
  readonly apart?: boolean;
  readonly onChoose: () => void;
}

/** What a button opens: a short list of things to do. `children` is the button. */
export function Menu({
  label,
  entries,
  children,
}: {
  label: string;
  entries: readonly MenuEntry[];
  children: ReactNode;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover menu-popover" placement="bottom end" offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {entries.flatMap((entry) => [
            ...(entry.apart === true ? [<Separator key={`${entry.id}-line`} className="menu-line" />] : []),
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.name}
              isDisabled={entry.isDisabled ?? false}
              onAction={entry.onChoose}
              className={entry.danger === true ? 'menu-item menu-item-danger' : 'menu-item'}
            >
              {entry.icon}
              <span className="menu-item-name">{entry.name}</span>
              {entry.keys === undefined ? null : <kbd className="menu-item-keys">{entry.keys}</kbd>}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
