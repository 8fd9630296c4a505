import { chordName, pressedName } from '#renderer/ui/chord.ts';
import type { Page } from '../page.ts';
import type { EditCommand } from './command.ts';
import { EDIT_COMMANDS } from './table.ts';

const byChord = new Map(
  EDIT_COMMANDS.filter(({ isBrowsers }) => isBrowsers !== true).flatMap((command) =>
    [command.keys, ...(command.moreKeys ?? [])].flatMap((keys) =>
      keys === undefined ? [] : [[chordName(keys), command] as const],
    ),
  ),
);

/**
 * Does what the pressed keys mean in the text. True when they mean a command, whether or not it could do anything
 * here: the browser is not to do something else then. A plain letter costs a look at what else is held.
 */
export function pressInText(page: Page, event: KeyboardEvent): boolean {
  const command = commandOf(event);
  if (command === undefined) return false;
  if (command.isPossible?.(page) !== false) command.run(page);
  return true;
}

/** The same elsewhere on the edit screen, for the commands that answer there, too; never under a dialog. */
export function pressOnScreen(page: Page, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || commandOf(event)?.isForScreen !== true) return false;
  return document.querySelector('.dialog-veil') === null && pressInText(page, event);
}

function commandOf(event: KeyboardEvent): EditCommand | undefined {
  const name = event.isComposing ? null : pressedName(event);
  return name === null ? undefined : byChord.get(name);
}
