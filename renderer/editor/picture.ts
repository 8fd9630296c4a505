import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { fail, type Result } from '#shared/article/failure.ts';
import type { StoredMedia } from '#shared/contract/calls.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import type { Client } from '#shared/contract/client.ts';
import { NODE } from '#shared/document/layout.ts';

/** Kinds of picture file the library takes. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/gif,image/webp,image/avif';

/** Puts the file into the library's media. `tooLarge` is the sentence for a file over the limit. */
export async function storePicture(client: Client, file: File, tooLarge: string): Promise<Result<StoredMedia>> {
  if (file.size > LIMITS.picture) return fail('too-large', tooLarge);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return client.call('media.add', { name: file.name === '' ? 'picture' : file.name.slice(-255), bytes });
}

/**
 * Puts a figure between the blocks: after the block at `at`, or at the caret's; before it where that one is empty.
 * The caret goes into the caption.
 */
export function insertFigure(editor: Editor, media: StoredMedia, at?: number): void {
  const { state, view } = editor;
  const type = state.schema.nodes[NODE.figure];
  if (type === undefined) return;
  const $place = state.doc.resolve(Math.min(at ?? state.selection.to, state.doc.content.size));
  const block = $place.depth === 0 ? null : $place.node(1);
  const isEmptyLine =
    block !== null && block.isTextblock && block.content.size === 0 && block.type.name !== NODE.figure;
  const pos = block === null ? $place.pos : isEmptyLine ? $place.before(1) : $place.after(1);
  const figure = type.create({ media: media.name, width: media.width, height: media.height });
  const transaction = state.tr.insert(pos, figure);
  transaction.setSelection(TextSelection.create(transaction.doc, pos + 1));
  view.dispatch(transaction.scrollIntoView());
  view.focus();
}
