import { chordText } from '#renderer/ui/chord.ts';
import type { Page } from '../page.ts';
import { PLAIN_KEYS } from './clipping.ts';

/**
 * Pastes the text of the clipboard alone, where the caret is. A browser may refuse to show the clipboard to a page that
 * asks for it; its own keys always work, and that is said then.
 */
export async function pastePlain(page: Page): Promise<void> {
  const { editor } = page;
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    page.say(({ pasting }) => pasting.pressKeys(chordText(PLAIN_KEYS)));
    return;
  }
  if (editor === null || editor.isDestroyed) return;
  if (text === '') page.say(({ pasting }) => pasting.nothing);
  else editor.storage.pasting.paster?.paste({ own: '', html: '', text, files: [], isPlain: true });
}
