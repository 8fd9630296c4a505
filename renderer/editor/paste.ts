import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Mark, type Node } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { linkAddress } from '#shared/article/url.ts';
import { NODE, type TextField } from '#shared/document/layout.ts';
import { caretBlock } from './text-block.ts';

interface PasteOptions {
  readonly field: TextField;
  /** Takes picture files, to stand at a place in the document or, without one, at the caret. */
  readonly onPictures: (files: readonly File[], at?: number) => void;
  /** Called when pasted text came with pictures from elsewhere, which are never fetched. */
  readonly onPicturesLeftOut: () => void;
}

/** What comes from the clipboard or is dropped: addresses by the one policy, pictures as files, nothing remote. */
export const Paste = Extension.create<PasteOptions>({
  name: 'pasting',
  addProseMirrorPlugins() {
    const { field, onPictures, onPicturesLeftOut } = this.options;
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => {
            if (field === 'body' && /<img\b/iu.test(html) && !html.includes('data-pm-slice')) onPicturesLeftOut();
            return html;
          },
          transformPasted: (slice) => (field === 'body' ? permitted(slice) : asOneLine(permitted(slice))),
          handlePaste: (view, event, slice) => {
            const files = picturesOf(event.clipboardData);
            if (field === 'body' && files.length > 0 && !hasText(slice)) {
              onPictures(files);
              return true;
            }
            return linkSelection(view, event.clipboardData) || (field === 'body' && fillEmptyBlock(view, slice));
          },
          handleDrop: (view, event, _slice, moved) => {
            const files = moved ? [] : picturesOf(event.dataTransfer);
            if (field !== 'body' || files.length === 0) return false;
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            onPictures(files, place?.pos);
            event.preventDefault();
            return true;
          },
        },
      }),
    ];
  },
});

function picturesOf(data: DataTransfer | null): File[] {
  return Array.from(data?.files ?? []).filter((file) => file.type.startsWith('image/'));
}

function hasText(slice: Slice): boolean {
  return slice.content.textBetween(0, slice.content.size, ' ').trim() !== '';
}

/** An address pasted over selected words makes them a link. */
function linkSelection(view: EditorView, data: DataTransfer | null): boolean {
  const { selection, schema, tr } = view.state;
  const type = schema.marks['link'];
  const href = linkAddress(data?.getData('text/plain') ?? '');
  const words = selection instanceof TextSelection && !selection.empty && selection.$from.sameParent(selection.$to);
  if (!words || type === undefined || href === null) return false;
  view.dispatch(tr.addMark(selection.from, selection.to, type.create({ href })));
  return true;
}

/** Into an empty paragraph whole blocks are pasted as they are, so that a heading stays one. */
function fillEmptyBlock(view: EditorView, slice: Slice): boolean {
  const block = caretBlock(view.state);
  const first = slice.content.firstChild;
  if (block === null || block.node.content.size > 0 || first === null || !first.isBlock) return false;
  const { tr } = view.state;
  tr.replaceWith(block.pos, block.pos + block.node.nodeSize, slice.content);
  tr.setSelection(TextSelection.near(tr.doc.resolve(block.pos + slice.content.size), -1));
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
}

/** The slice without links whose address is refused and without pictures that are not of this library. */
function permitted(slice: Slice): Slice {
  return new Slice(permittedContent(slice.content), slice.openStart, slice.openEnd);
}

function permittedContent(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const kept = permittedNode(node);
    if (kept !== null) nodes.push(kept);
  });
  return Fragment.from(nodes);
}

function permittedNode(node: Node): Node | null {
  const attributes = node.attrs as Readonly<Record<string, unknown>>;
  const lostPicture = node.type.name === NODE.figure && typeof attributes['media'] !== 'string';
  if (lostPicture && node.content.size === 0) return null;
  const marks = node.marks.filter(isPermitted);
  if (node.isText) return node.mark(marks);
  return node.copy(permittedContent(node.content)).mark(marks);
}

function isPermitted(mark: Mark): boolean {
  const { href } = mark.attrs as Readonly<Record<string, unknown>>;
  return mark.type.name !== 'link' || (typeof href === 'string' && linkAddress(href) !== null);
}

/** All the text of the slice in one run, for fields of one block. */
function asOneLine(slice: Slice): Slice {
  const inline: Node[] = [];
  slice.content.descendants((node, _pos, parent) => {
    if (!node.isInline) return true;
    const startsBlock = parent !== null && parent.firstChild === node && inline.length > 0;
    if (startsBlock) inline.push(node.type.schema.text(' '));
    inline.push(node);
    return false;
  });
  return new Slice(Fragment.from(inline), 0, 0);
}
