import { useSyncExternalStore } from 'react';
import type { Page } from '../page.ts';

/** Whether the counts of a page are open: a button, a command and Escape all have a hand on it. */
interface Door {
  isOpen: boolean;
  readonly listeners: Set<() => void>;
}

const doors = new WeakMap<Page, Door>();

function doorOf(page: Page): Door {
  const door = doors.get(page) ?? { isOpen: false, listeners: new Set() };
  doors.set(page, door);
  return door;
}

export function openCounts(page: Page, isOpen: boolean): void {
  const door = doorOf(page);
  door.isOpen = isOpen;
  for (const listener of door.listeners) listener();
}

export function useCountsOpen(page: Page): boolean {
  const door = doorOf(page);
  return useSyncExternalStore(
    (listener) => {
      door.listeners.add(listener);
      return () => door.listeners.delete(listener);
    },
    () => door.isOpen,
  );
}
