import { useEffect, useRef, type ReactNode, type Ref } from 'react';
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
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

interface MenuListProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly menuRef?: Ref<HTMLDivElement>;
}

function MenuList({ label, entries, menuRef }: MenuListProps) {
  return (
    <AriaMenu ref={menuRef ?? null} className="menu" aria-label={label}>
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

/** A menu without a button: beside a place in the window, in pixels, where something was pressed or the caret is. */
export function MenuAt({
  at,
  onClose,
  ...list
}: MenuListProps & { readonly at: DOMRectInit; readonly onClose: () => void }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const { x = 0, y = 0, width = 0, height = 0 } = at;
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled])')?.focus(), []);
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: x, top: y, width, height }} />
      <Popover
        className="popover menu-popover"
        placement="bottom start"
        offset={4}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => open || onClose()}
      >
        <MenuList {...list} menuRef={menu} />
      </Popover>
    </>
  );
}
