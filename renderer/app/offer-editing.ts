import { EDIT_COMMANDS } from '#renderer/editor/command/table.ts';
import type { Page } from '#renderer/editor/page.ts';
import { offer } from './offers.ts';

/** Offers what can be done to the text where its caret is, which has the keyboard then. Returns the way to stop. */
export function offerEditing(page: Page): () => void {
  return offer(() =>
    EDIT_COMMANDS.filter(({ isPossible }) => isPossible?.(page) !== false).map((command) => ({
      command,
      run: () => {
        page.focus();
        command.run(page);
      },
    })),
  );
}
