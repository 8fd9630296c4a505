const APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.platform);

const APPLE_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const OTHER_NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl' };

/** A shortcut written `Mod-Shift-8`, as this machine's keyboard has it. */
export function shortcutText(keys: string): string {
  const names = APPLE ? APPLE_NAMES : OTHER_NAMES;
  return keys
    .split('-')
    .map((key) => names[key] ?? key)
    .join(APPLE ? '' : '+');
}
