import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Header, Menu, MenuItem, MenuSection, Separator } from 'react-aria-components';
import '#renderer/ui/menu.css';
import { Popover } from '#renderer/ui/popover.tsx';
import './word-menu.css';

export interface WordMenuEntry {
  readonly id: string;
  readonly name: string;
  /** Words of the text, which stand out from what can be done with them. */
  readonly isWord?: boolean;
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

interface WordMenuProps {
  readonly title: string;
  /** Where the word stands in the window. */
  readonly place: DOMRect;
  /** Groups, with a line between them. */
  readonly groups: readonly (readonly WordMenuEntry[])[];
  readonly onClose: () => void;
}

/** What can be done about a word, beneath it. It takes the keyboard; whoever shows it gives it back. */
export function WordMenu({ title, place, groups, onClose }: WordMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => firstOf(menu.current)?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const shown = groups.filter((group) => group.length > 0);
  return (
    <>
      <span
        ref={anchor}
        className="word-menu-anchor"
        style={{ top: place.top, left: place.left, width: place.width, height: place.height }}
        aria-hidden
      />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => open || onClose()}
        placement="bottom start"
        className="menu-popover word-menu"
        aria-label={title}
      >
        <Menu className="menu" aria-label={title} ref={menu} onClose={onClose}>
          <MenuSection>
            <Header className="word-menu-title">{title}</Header>
          </MenuSection>
          {shown.flatMap((group, at) => [
            ...(at === 0 ? [] : [<Separator key={`line-${group[0]?.id ?? at}`} className="menu-line" />]),
            ...group.map((entry) => <Entry key={entry.id} {...entry} />),
          ])}
        </Menu>
      </Popover>
    </>
  );
}

function firstOf(menu: HTMLElement | null): HTMLElement | null {
  return menu?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])') ?? menu;
}

function Entry({ id, name, isWord = false, isChosen, isDisabled = false, onChoose }: WordMenuEntry) {
  return (
    <MenuItem
      id={id}
      textValue={name}
      isDisabled={isDisabled}
      onAction={onChoose}
      className={isWord ? 'menu-item word-menu-word' : 'menu-item'}
    >
      <span className="menu-item-name">{isWord ? <bdi>{name}</bdi> : name}</span>
      {isChosen === true ? <Check size={14} aria-hidden className="word-menu-check" /> : null}
    </MenuItem>
  );
}
