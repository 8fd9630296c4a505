import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';

/** Whether only text inside of blocks was changed, however long the document is. */
export function isWriting({ doc, before, steps }: Transaction): boolean {
  return (
    doc.childCount === before.childCount &&
    steps.every((step) => step instanceof ReplaceStep && step.slice.content.firstChild?.isBlock !== true)
  );
}
