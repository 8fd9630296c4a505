import { useRef, type DragEvent, type DragEventHandler, type RefObject } from 'react';
import type { OutlineModel } from './outline-state.ts';

const TYPE = 'application/x-stet-section';

type Side = 'before' | 'after';

interface DragHandlers {
  readonly onDragStart: DragEventHandler;
  readonly onDragOver: DragEventHandler;
  readonly onDragLeave: DragEventHandler;
  readonly onDrop: DragEventHandler;
  readonly onDragEnd: DragEventHandler;
}

/**
 * Dragging sections with the pointer; the keyboard has its own way. Items are found by their `data-key`. Written by
 * hand: the ready-made one follows every key pressed anywhere on the page, once per section.
 */
export function useSectionDrag(
  model: OutlineModel,
  list: RefObject<HTMLElement | null>,
  moveTo: (key: string, before: number) => void,
): DragHandlers {
  const dragged = useRef<string | null>(null);
  const clear = (): void => {
    for (const item of list.current?.querySelectorAll('[data-drop]') ?? []) item.removeAttribute('data-drop');
  };
  return {
    onDragStart(event) {
      const item = itemOf(event);
      const key = item?.getAttribute('data-key') ?? null;
      if (item === null || key === null) return;
      dragged.current = key;
      event.dataTransfer.setData(TYPE, key);
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setDragImage(item, 8, 8);
      item.setAttribute('data-dragging', '');
    },
    onDragOver(event) {
      const item = itemOf(event);
      if (dragged.current === null || item === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      const side = sideOf(event, item);
      if (item.getAttribute('data-drop') === side) return;
      clear();
      item.setAttribute('data-drop', side);
    },
    onDragLeave(event) {
      if (event.currentTarget === event.target) clear();
    },
    onDrop(event) {
      const item = itemOf(event);
      const key = dragged.current;
      clear();
      if (key === null || item === null) return;
      event.preventDefault();
      const target = dropTarget(model, item.getAttribute('data-key') ?? '', sideOf(event, item));
      if (target !== null) moveTo(key, target);
    },
    onDragEnd() {
      dragged.current = null;
      clear();
      for (const item of list.current?.querySelectorAll('[data-dragging]') ?? []) item.removeAttribute('data-dragging');
    },
  };
}

/** The index of the block that the section would stand before; never before the opening. */
function dropTarget(model: OutlineModel, key: string, side: Side): number | null {
  const sections = model.sections();
  const over = sections.findIndex((section) => section.key === key);
  const section = sections[over];
  if (section === undefined) return null;
  if (side === 'before' && section.level > 0) return section.from;
  return sections[over + 1]?.from ?? section.to;
}

function itemOf(event: DragEvent): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
}

function sideOf(event: DragEvent, item: HTMLElement): Side {
  const box = item.getBoundingClientRect();
  return event.clientY < box.top + box.height / 2 ? 'before' : 'after';
}
