import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { EditorState } from '@tiptap/pm/state';
import type { MarkName } from '#shared/article/inline.ts';
import type { TextField } from '#shared/document/layout.ts';
import type { ListKind } from '#shared/article/block.ts';
import { choiceOf, type BlockChoice } from './block-commands.ts';
import type { Page } from './page.ts';
import { isTextBlockNode, shapeOf, type TextBlockShape } from './text-block.ts';

/** What the toolbar shows of the place where the caret is. */
export interface ToolbarState {
  readonly field: TextField;
  /** Whether blocks of the body are selected, or the caret is in one. */
  readonly onBlocks: boolean;
  /** Null where the caret is in no text block: in a caption, in a table, on a selected block. */
  readonly choice: BlockChoice | null;
  readonly list: ListKind | null;
  readonly boxed: boolean;
  readonly marks: readonly MarkName[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** The marks the toolbar has a button or a menu entry for. */
const SHOWN_MARKS = [
  'bold',
  'italic',
  'underline',
  'strike',
  'link',
  'superscript',
  'subscript',
  'highlight',
  'cq',
] as const satisfies readonly MarkName[];

const NOTHING: ToolbarState = {
  field: 'body',
  onBlocks: false,
  choice: null,
  list: null,
  boxed: false,
  marks: [],
  canUndo: false,
  canRedo: false,
};

/** Follows the caret. The same object comes back while nothing of it changed, so that typing renders nothing. */
export function useToolbarState(page: Page): ToolbarState {
  const latest = useRef(NOTHING);
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = (['transaction', 'editors', 'field'] as const).map((event) => page.subscribe(event, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [page],
  );
  return useSyncExternalStore(subscribe, () => {
    const next = read(page);
    if (!same(latest.current, next)) latest.current = next;
    return latest.current;
  });
}

function read(page: Page): ToolbarState {
  const { editor } = page;
  if (editor === null) return NOTHING;
  const { state } = editor;
  const blocks = page.blocks();
  const block = (blocks?.state ?? state).selection.$from.parent;
  const shape: TextBlockShape | null = isTextBlockNode(block) ? shapeOf(block) : null;
  const { undoManager } = page.session;
  return {
    field: page.field,
    onBlocks: blocks !== null,
    choice: shape === null ? null : choiceOf(shape),
    list: shape?.list ?? null,
    boxed: shape !== null && shape.box !== null,
    marks: page.isOverFields ? marksOver(page) : marksAt(state),
    canUndo: undoManager.undoStack.length > 0,
    canRedo: undoManager.redoStack.length > 0,
  };
}

function marksAt({ schema, selection, storedMarks, doc }: EditorState): readonly MarkName[] {
  const { from, to, empty, $from } = selection;
  const here = empty ? (storedMarks ?? $from.marks()) : null;
  if (here?.length === 0) return NOTHING.marks;
  return SHOWN_MARKS.filter((name) => {
    const type = schema.marks[name];
    if (type === undefined) return false;
    return here === null ? doc.rangeHasMark(from, to, type) : type.isInSet(here) !== undefined;
  });
}

function marksOver(page: Page): readonly MarkName[] {
  const over = page.parts().map(({ state }) => marksAt(state));
  return SHOWN_MARKS.filter((name) => over.some((marks) => marks.includes(name)));
}

function same(one: ToolbarState, other: ToolbarState): boolean {
  return (
    one.field === other.field &&
    one.onBlocks === other.onBlocks &&
    one.choice === other.choice &&
    one.list === other.list &&
    one.boxed === other.boxed &&
    one.canUndo === other.canUndo &&
    one.canRedo === other.canRedo &&
    one.marks.length === other.marks.length &&
    one.marks.every((name, at) => name === other.marks[at])
  );
}
