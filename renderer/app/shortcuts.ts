import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { chordName, chordText, pressedName } from '#renderer/ui/chord.ts';
import { APP_COMMANDS, type AppActions, type AppCommandName } from './app-commands.ts';
import { offer } from './offers.ts';

const byChord = new Map(
  APP_COMMANDS.flatMap(({ id, keys, moreKeys = [] }) =>
    [keys, ...moreKeys].flatMap((chord) => (chord === undefined ? [] : [[chordName(chord), id] as const])),
  ),
);

/** The keys of a command as people read them; empty where it has none. */
export function keysOf(name: AppCommandName, mac?: boolean): string {
  const keys = APP_COMMANDS.find(({ id }) => id === name)?.keys;
  return keys === undefined ? '' : chordText(keys, mac);
}

/** The command a key press means, or null. */
export function shortcutOf(event: Parameters<typeof pressedName>[0], mac?: boolean): AppCommandName | null {
  const name = pressedName(event, mac);
  return (name === null ? undefined : byChord.get(name)) ?? null;
}

/**
 * Lets the actions answer to their keys, and offers them to the palette, while the component is shown. Keys without an
 * action go on to the page.
 */
export function useShortcuts(actions: AppActions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = shortcutOf(event) ?? (asksForHelp(event) ? 'shortcuts' : null);
    const action = name === null ? undefined : actions[name];
    if (action === undefined || document.querySelector('.dialog-veil') !== null) return;
    event.preventDefault();
    action();
  });
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    const stop = offer(() =>
      APP_COMMANDS.filter(({ isPossible }) => isPossible?.(latest.current) !== false).map((command) => ({
        command,
        run: () => command.run(latest.current),
      })),
    );
    return () => {
      window.removeEventListener('keydown', listener);
      stop();
    };
  }, []);
}

/** A bare `?` where nothing is being written. */
function asksForHelp(event: KeyboardEvent): boolean {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return target === null || !(target.isContentEditable || target.matches('input, textarea, select'));
}
