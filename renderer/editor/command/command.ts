import type { Command as EditorCommand } from '@tiptap/pm/state';
import type { Command } from '#renderer/ui/command.ts';
import { asOneStep } from '../binding/undo.ts';
import type { Page } from '../page.ts';
import type { ToolbarState } from '../toolbar-state.ts';

/** Something that can be done to the page being written. */
export interface EditCommand extends Command<Page> {
  /** Whether it holds where the caret is, for commands that are on or off. Asked only when the state changed. */
  readonly isActive?: (state: ToolbarState) => boolean;
  /** True: the browser does it by itself when its keys are pressed, and is let. */
  readonly isBrowsers?: true;
  /** True: it opens something that takes the keyboard; it is not given back to the text after it. */
  readonly opens?: true;
  /** True: its keys work anywhere on the edit screen, not only in the text. */
  readonly isForScreen?: true;
}

/** Whether the article may be changed. */
export function isWritable(page: Page): boolean {
  return page.editors !== null && page.session.readOnly === undefined;
}

/** Whether the caret is in the body of an article that may be changed. */
export function isInBody(page: Page): boolean {
  return isWritable(page) && page.field === 'body';
}

/** Runs an editor's command where the caret is. */
export function runs(command: EditorCommand): (page: Page) => void {
  return (page) => void page.run(command);
}

/** Runs an editor's command on what is selected, over the edges of fields, too. */
export function runsOnWords(command: EditorCommand): (page: Page) => void {
  return (page) => void page.runOnWords(command);
}

/** Whether blocks of the body are selected, or hold the caret, in an article that may be changed. */
export function isOnBlocks(page: Page): boolean {
  return isWritable(page) && page.blocks() !== null;
}

/** Runs an editor's command on the blocks that are selected, over the edges of fields, too. */
export function runsOnBlocks(command: EditorCommand): (page: Page) => void {
  return (page) => void page.runOnBlocks(command);
}

/** The same as one step of undo, whatever was typed just before or comes just after. */
export function runsOnBlocksAsStep(command: EditorCommand): (page: Page) => void {
  return (page) => void asOneStep(page.session.undoManager, () => page.runOnBlocks(command));
}

/** Runs an editor's command where the caret is, as one such step. */
export function runsAsStep(command: EditorCommand): (page: Page) => void {
  return (page) => void asOneStep(page.session.undoManager, () => page.run(command));
}
