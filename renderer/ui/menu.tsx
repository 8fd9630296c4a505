import { useRef, type ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Separator } from 'react-aria-components';
import './menu.css';
import { Popover } from './popover.tsx';

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
      <Popover className="menu-popover" placement="bottom end">
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

interface MenuListProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly autoFocus?: 'first';
}

function MenuList({ label, entries, ...focus }: MenuListProps) {
  return (
    <AriaMenu {...focus} className="menu" aria-label={label}>
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
  );
}

/** A menu that was opened where the person works takes the keyboard, as menus do. */
const HAS_KEYBOARD = { autoFocus: 'first' } as const;

/** A menu without a button: beside a place in the window, in pixels, where something was pressed or the caret is. */
export function MenuAt({
  at,
  onClose,
  ...list
}: MenuListProps & { readonly at: DOMRectInit; readonly onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const { x = 0, y = 0, width = 0, height = 0 } = at;
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: x, top: y, width, height }} />
      <Popover
        className="menu-popover"
        placement="bottom start"
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => open || onClose()}
        aria-label={list.label}
      >
        <MenuList {...list} {...HAS_KEYBOARD} />
      </Popover>
    </>
  );
}
