import type { LucideIcon } from 'lucide-react';
import type { Chord } from './chord.ts';
import type { Words } from './words/words.tsx';

/** The groups that commands are shown in, in this order. */
export const COMMAND_GROUPS = ['text', 'block', 'insert', 'move', 'tools', 'edit', 'story', 'view', 'stet'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * Something a person can tell Stet to do. Buttons, menus, the slash menu, the palette, keys and the help are all made
 * from tables of these. `Context` is what it is done to: the page being written, or the application.
 */
export interface Command<Context> {
  /** Names it for good: the palette remembers it under this name. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly icon?: LucideIcon;
  readonly keys?: Chord;
  /** More keys for the same, which are not shown. */
  readonly moreKeys?: readonly Chord[];
  /** What can be typed instead, shown where there are no keys: `##`. */
  readonly typed?: string;
  readonly name: (words: Words) => string;
  /** A few words more, where the name alone does not say it. */
  readonly hint?: (words: Words) => string;
  /** What else people may search it by, in English and in Markdown. Its English name is searched anyway. */
  readonly aliases?: readonly string[];
  /** False where it would do nothing now: it is shown dimmed, and not in the palette. Absent: always possible. */
  readonly isPossible?: (context: Context) => boolean;
  readonly run: (context: Context) => void;
}
