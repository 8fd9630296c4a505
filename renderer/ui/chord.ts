/** Keys pressed together. `mod` is Command on a Mac and Control elsewhere; `code` is the key's place on the board. */
export interface Chord {
  readonly code: string;
  readonly mod?: true;
  readonly shift?: true;
  readonly alt?: true;
}

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent);

const SHOWN: Readonly<Record<string, string>> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Delete: 'Del',
};

/** A chord as people read it: `⇧⌘K` on a Mac, `Ctrl+Shift+K` elsewhere. */
export function chordText(chord: Chord, mac: boolean = IS_MAC): string {
  const key = SHOWN[chord.code] ?? chord.code.replace(/^(?:Key|Digit)/u, '');
  const parts = mac
    ? [chord.alt && '⌥', chord.shift && '⇧', chord.mod && '⌘', key]
    : [chord.mod && 'Ctrl', chord.alt && 'Alt', chord.shift && 'Shift', key];
  return parts.filter((part) => typeof part === 'string').join(mac ? '' : '+');
}

/** A name that two chords share exactly when the same keys mean both. */
export function chordName({ code, mod, shift, alt }: Chord): string {
  return `${mod ? 'mod ' : ''}${alt ? 'alt ' : ''}${shift ? 'shift ' : ''}${code}`;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

/**
 * The name of the chord that is pressed; null for plain letters, which are text. A letter counts as what the board
 * writes with it, so that Z is Z on French and German boards; where it writes no Latin letter (Hebrew, Arabic,
 * Persian), and for all other keys, the place on the board counts.
 */
export function pressedName(event: Pressed, mac: boolean = IS_MAC): string | null {
  const isLetter = event.key.length === 1;
  if (isLetter && !event.ctrlKey && !event.metaKey && !event.altKey) return null;
  // AltGr writes letters; Windows tells of it as Control and Alt.
  if (isLetter && event.getModifierState?.('AltGraph') === true) return null;
  if (mac ? event.ctrlKey : event.metaKey) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  const code = /^[a-z]$/iu.test(event.key) && !event.altKey ? `Key${event.key.toUpperCase()}` : event.code;
  return chordName({
    code,
    ...(mod ? { mod } : {}),
    ...(event.altKey ? { alt: true } : {}),
    ...(event.shiftKey ? { shift: true } : {}),
  });
}
