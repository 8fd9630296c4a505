import { CARD_COMMANDS } from '../card/commands.ts';
import { QUOTE_COMMANDS } from '../quote/commands.ts';
import { GALLERY_COMMANDS } from '../figure/commands.ts';
import { TABLE_COMMANDS } from '../table/commands.ts';
import { FIND_COMMANDS } from '../find/commands.ts';
import { CHECKING_COMMANDS } from '../checking/commands.ts';
import { COMFORT_COMMANDS } from '../comfort/commands.ts';
import { SPELLING_COMMANDS } from '../spelling/commands.ts';
import { PASTE_COMMANDS } from '../paste/commands.ts';
import { FOLD_COMMANDS } from './fold-commands.ts';
import { HISTORY_COMMANDS } from './history-commands.ts';
import type { EditCommand } from './command.ts';
import { INSERT_COMMANDS } from './insert-commands.ts';
import { KIND_COMMANDS } from './kind-commands.ts';
import { MARK_COMMANDS } from './mark-commands.ts';
import { MOVE_COMMANDS } from './move-commands.ts';

/**
 * Every command of the editor: the one table that the toolbar, the slash menu, the bubble over a selection, the block's
 * menu, the palette, the keys and the help are made from.
 *
 * A feature adds its own: `renderer/editor/<feature>/commands.ts` exports a `readonly EditCommand[]`, and one line here
 * takes it in. Group `block` or `insert` puts a command into the slash menu, too. A key needs nothing but `keys`. Tests
 * fail for two commands with one chord, for chords that browsers keep, and for a name that is missing in a language.
 * What a command needs is loaded by its `run` (`import()`), so that what nobody uses costs nothing.
 */
export const EDIT_COMMANDS: readonly EditCommand[] = [
  ...MARK_COMMANDS,
  ...KIND_COMMANDS,
  ...INSERT_COMMANDS,
  ...GALLERY_COMMANDS,
  ...TABLE_COMMANDS,
  ...QUOTE_COMMANDS,
  ...CARD_COMMANDS,
  ...MOVE_COMMANDS,
  ...FOLD_COMMANDS,
  ...CHECKING_COMMANDS,
  ...HISTORY_COMMANDS,
  ...PASTE_COMMANDS,
  ...FIND_COMMANDS,
  ...COMFORT_COMMANDS,
  ...SPELLING_COMMANDS,
];

const byId = new Map(EDIT_COMMANDS.map((command) => [command.id, command]));

/** The commands of these names, in that order; names that nobody has are left out. */
export function commandsNamed(ids: readonly string[]): readonly EditCommand[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}
