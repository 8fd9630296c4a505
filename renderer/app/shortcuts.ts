import { useEffect, useEffectEvent } from 'react';

/** Everything a key can do anywhere in the application. */
export const SHORTCUT_NAMES = [
  'newArticle',
  'importFiles',
  'search',
  'shareView',
  'exportArticle',
  'outline',
  'panel',
  'library',
  'desk',
  'settings',
  'shortcuts',
] as const;
export type ShortcutName = (typeof SHORTCUT_NAMES)[number];

/** A chord. `mod` is Command on a Mac and Control elsewhere. Keys are named by position on the board (`KeyN`). */
interface Chord {
  readonly code: string;
  readonly mod?: true;
  readonly shift?: true;
  readonly alt?: true;
  readonly shown: string;
}

/**
 * One table for keys, tooltips and the dialog. Chords a browser keeps for itself (Mod+N, Mod+T, Mod+W) are avoided,
 * so that both hosts have the same keys; letters go by position, so they work on Hebrew, Arabic and Persian boards.
 */
const CHORDS: Readonly<Record<ShortcutName, Chord>> = {
  newArticle: { code: 'KeyN', mod: true, alt: true, shown: 'N' },
  importFiles: { code: 'KeyO', mod: true, shown: 'O' },
  search: { code: 'KeyK', mod: true, shift: true, shown: 'K' },
  shareView: { code: 'KeyP', mod: true, shift: true, shown: 'P' },
  exportArticle: { code: 'KeyE', mod: true, shift: true, shown: 'E' },
  outline: { code: 'Backslash', mod: true, shown: '\\' },
  panel: { code: 'Backslash', mod: true, shift: true, shown: '\\' },
  library: { code: 'KeyL', mod: true, shift: true, shown: 'L' },
  desk: { code: 'KeyD', mod: true, shift: true, shown: 'D' },
  settings: { code: 'Comma', mod: true, shown: ',' },
  shortcuts: { code: 'Slash', mod: true, shown: '/' },
};

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent);

/** A shortcut as people read it: `⌘⇧K` on a Mac, `Ctrl+Shift+K` elsewhere. */
export function keysOf(name: ShortcutName, mac: boolean = IS_MAC): string {
  const chord = CHORDS[name];
  const parts = mac
    ? [chord.alt && '⌥', chord.shift && '⇧', chord.mod && '⌘', chord.shown]
    : [chord.mod && 'Ctrl', chord.alt && 'Alt', chord.shift && 'Shift', chord.shown];
  return parts.filter((part) => typeof part === 'string').join(mac ? '' : '+');
}

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut a key press means, or null. */
export function shortcutOf(event: Pressed, mac: boolean = IS_MAC): ShortcutName | null {
  const mod = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  const found = SHORTCUT_NAMES.find((name) => {
    const chord = CHORDS[name];
    return (
      chord.code === event.code &&
      (chord.mod ?? false) === mod &&
      (chord.alt ?? false) === event.altKey &&
      (chord.shift ?? false) === event.shiftKey
    );
  });
  return found ?? null;
}

export type ShortcutActions = { readonly [Name in ShortcutName]?: (() => void) | undefined };

/** Lets the actions answer to their keys while the component is shown; keys without an action go on to the page. */
export function useShortcuts(actions: ShortcutActions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = shortcutOf(event) ?? (asksForHelp(event) ? 'shortcuts' : null);
    const action = name === null ? undefined : actions[name];
    if (action === undefined || document.querySelector('.dialog-veil') !== null) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** A bare `?` where nothing is being written. */
function asksForHelp(event: KeyboardEvent): boolean {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return target === null || !(target.isContentEditable || target.matches('input, textarea, select'));
}
