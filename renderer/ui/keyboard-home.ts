import { useEffect, useState } from 'react';

const homes = new Set<() => void>();
let wanted: (() => void) | null = null;

/** Somebody who takes the keyboard where nobody else has it. Returns the way to stop. */
export function offerHome(take: () => void): () => void {
  homes.add(take);
  return () => homes.delete(take);
}

/** What takes the keyboard when the dialog or menu that has it goes now, instead of what had it before. */
export function keyboardGoesTo(take: () => void): void {
  wanted = take;
  // Where nothing goes after all.
  requestAnimationFrame(() => requestAnimationFrame(takeWanted));
}

/**
 * Stands in everything that has the keyboard for a while (a dialog, a menu) and gives it back in the moment that closes:
 * React Aria does so a frame later, and what is typed by then would be lost. Where what had it before has gone
 * meanwhile, it goes home.
 */
export function KeyboardReturn({ isOpen = true }: { readonly isOpen?: boolean }) {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    // Once all else that closing does is done: what is modal keeps the keyboard until then.
    return isOpen ? () => queueMicrotask(() => giveBack(before)) : undefined;
  }, [isOpen, before]);
  return null;
}

function giveBack(before: Element | null): void {
  if (takeWanted() || !isKeyboardFree()) return;
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
    before.focus({ preventScroll: true });
  }
  if (isKeyboardFree()) for (const take of homes) take();
}

function takeWanted(): boolean {
  const take = wanted;
  wanted = null;
  take?.();
  return take !== null;
}

/** True where nobody has the keyboard, or somebody who is going. */
export function isKeyboardFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.closest('[data-exiting]') !== null;
}
