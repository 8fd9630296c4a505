import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { UndoManager } from 'yjs';
import type { Block } from '#shared/article/block.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import { linkAddress } from '#shared/article/url.ts';
import type { StoredMedia } from '#shared/contract/calls.ts';
import { NODE, type TextField } from '#shared/document/layout.ts';
import type { Audit } from '#shared/formats/clipboard-audit.ts';
import type { Clip, ClipPicture } from '#shared/formats/clipboard-reader.ts';
import { pasteIntoTable, rowsOfTable } from '../table/paste-cells.ts';
import type { CopyContext } from './copying.ts';
import { nodeOf } from './block-node.ts';
import { clipFromText, hasBytes, picturesIn, placesOf, withCount, withSpaces, type Clipping } from './clipping.ts';
import { LongPaste, pasted, type PasteLine } from './long-paste.ts';
import { OneStep } from './one-step.ts';
import { readOwnClip } from './own-clip.ts';
import { caretAfter, placeBlocks, placeLine } from './placing.ts';
import { readAtOnce, readLater } from './reading.ts';

/** What was not as it had been, after a paste. */
export interface PasteReport {
  readonly audit: Audit;
  /** Where missing pictures were. */
  readonly missing: readonly string[];
  /** True where the HTML could not be read and its plain text was taken. */
  readonly isPlainInstead: boolean;
  readonly undo: () => void;
}

export interface PasteContext extends CopyContext {
  readonly history: UndoManager;
  readonly related: () => readonly RelatedLink[];
  /** Puts a picture into the library; null where that failed, which has been said then. */
  readonly storePicture: (file: File) => Promise<StoredMedia | null>;
  readonly line: () => PasteLine;
  readonly report: (report: PasteReport) => void;
  /** Work that puts something in later: nobody may let the article go before it has. */
  readonly waitFor: (work: Promise<void>) => void;
}

/** So many blocks are put in at once; more take a long paste. */
const MOST_AT_ONCE = 40;

/** Takes what is pasted into one field. */
export class Paster {
  readonly #editor: Editor;
  readonly #field: TextField;
  readonly #context: PasteContext;
  #going: LongPaste | null = null;
  /** What was pasted while a long paste was on its way: it is taken when that is there. */
  #next: Clipping[] = [];

  constructor(editor: Editor, field: TextField, context: PasteContext) {
    this.#editor = editor;
    this.#field = field;
    this.#context = context;
  }

  /** Cancels a long paste; false where there is none. */
  cancel(): boolean {
    const going = this.#going;
    this.#going = null;
    this.#next = [];
    going?.cancel();
    return going !== null;
  }

  /** There is no editor any more. */
  end(): void {
    this.#going?.abandon();
    this.#going = null;
    this.#next = [];
  }

  /** Takes the caret to a place where something is dropped. */
  goTo(pos: number | undefined): void {
    const { view } = this.#editor;
    if (pos !== undefined) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))));
    view.focus();
  }

  /** `step`: what was done for it already, as one step of undo with it. */
  paste(clipping: Clipping, step = new OneStep(this.#context.history)): void {
    if (this.#going !== null) {
      this.#next.push(clipping);
      return;
    }
    if (clipping.isPlain !== true && this.#linkSelection(clipping.text)) return;
    const own = readOwnClip(clipping.own, this.#editor.schema, this.#context.related());
    const read = own ?? (clipping.html === '' ? this.#textClip(clipping) : readAtOnce(clipping.html));
    if (read === 'later' && this.#field !== 'body' && clipping.text !== '') {
      // A line has no place to wait at, and of so much only words fit in it.
      this.#pasteNow(this.#textClip(clipping), false, step);
      return;
    }
    if (read === 'later') {
      this.#begin('later', clipping, step);
      return;
    }
    const clip = usable(read, clipping);
    const isPlainInstead = read === null;
    const takesTime = clip.blocks.length > MOST_AT_ONCE || hasBytes(clip, clipping.files);
    if (this.#field === 'body' && takesTime) this.#begin(read, clipping, step);
    else this.#pasteNow(clip, isPlainInstead, step);
  }

  #pasteNow(clip: Clip, isPlainInstead: boolean, step: OneStep): void {
    const { view } = this.#editor;
    const nodes = clip.blocks.flatMap((block) => this.#node(block) ?? []);
    const [table] = nodes;
    if (table === undefined) return;
    const isTable = nodes.length === 1 && table.type.name === NODE.table;
    if (isTable && pasteIntoTable(view, rowsOfTable(table))) return;
    step.add(() => {
      const { tr } = view.state;
      if (!tr.selection.empty) tr.deleteSelection();
      const at = tr.selection.from;
      const placed = this.#field === 'body' ? placeBlocks(tr, at, nodes) : placeLine(tr, at, nodes);
      caretAfter(tr, placed);
      view.dispatch(pasted(tr));
    });
    this.#report(clip, clip.pictures, step, isPlainInstead);
  }

  #begin(found: Clip | null | 'later', clipping: Clipping, step: OneStep): void {
    const long = new LongPaste(this.#editor, step, this.#context.line());
    this.#going = long;
    this.#context.waitFor(this.#carryOut(long, found, clipping));
  }

  async #carryOut(long: LongPaste, given: Clip | null | 'later', clipping: Clipping): Promise<void> {
    try {
      const found = given === 'later' ? await readLater(clipping.html, long.signal) : given;
      if (long.signal.aborted) return;
      const clip = usable(found, clipping);
      const { blocks, missing } = await this.#withPictures(clip, clipping.files);
      const isDone = await long.insert(blocks.map((block) => () => this.#node(block)));
      if (isDone) this.#report(clip, missing, long.step, found === null);
    } finally {
      if (this.#going === long) this.#going = null;
    }
    while (this.#going === null) {
      const next = this.#next.shift();
      if (next === undefined) return;
      this.paste(next);
    }
  }

  /** The blocks with the pictures whose bytes came along, stored in the library. */
  async #withPictures(
    clip: Clip,
    files: readonly File[],
  ): Promise<{ readonly blocks: readonly Block[]; readonly missing: readonly ClipPicture[] }> {
    const fileOf = picturesIn(clip, files);
    const blocks = [...clip.blocks];
    const missing: ClipPicture[] = [];
    for (const picture of clip.pictures) {
      const file = fileOf(picture);
      const stored = file === null ? null : await this.#context.storePicture(file);
      const figure = blocks[picture.block];
      if (stored === null || figure?.kind !== 'figure') missing.push(picture);
      else blocks[picture.block] = { ...figure, media: stored.name, width: stored.width, height: stored.height };
    }
    return { blocks, missing };
  }

  #node(block: Block): Node | null {
    return nodeOf(block, this.#editor.schema);
  }

  #report(clip: Clip, missing: readonly ClipPicture[], step: OneStep, isPlainInstead: boolean): void {
    const audit = withCount(clip.audit, 'pictures', this.#field === 'body' ? missing.length : 0);
    if (Object.keys(audit).length === 0 && !isPlainInstead) return;
    this.#context.report({ audit, missing: placesOf(missing), isPlainInstead, undo: () => step.undo() });
  }

  /** The plain text; headline and standfirst are one line each, so lines are joined there as they stand. */
  #textClip({ text, isPlain }: Clipping): Clip {
    return clipFromText(this.#field === 'body' ? text : text.replaceAll(/\s*[\r\n]+\s*/gu, ' '), isPlain);
  }

  /** An address pasted over selected words makes them a link. */
  #linkSelection(text: string): boolean {
    const { view } = this.#editor;
    const { selection, schema, tr } = view.state;
    const type = schema.marks['link'];
    const href = /\s/u.test(text.trim()) ? null : linkAddress(text);
    const words = selection instanceof TextSelection && !selection.empty && selection.$from.sameParent(selection.$to);
    if (!words || type === undefined || href === null) return false;
    const step = new OneStep(this.#context.history);
    step.add(() => view.dispatch(tr.addMark(selection.from, selection.to, type.create({ href }))));
    return true;
  }
}

/** The clip, or where there is none or nothing in it, the plain text that came beside it. */
function usable(clip: Clip | null, { text, isPlain }: Clipping): Clip {
  if (clip === null || (clip.blocks.length === 0 && text.trim() !== '')) return clipFromText(text, isPlain);
  return withSpaces(clip, text);
}
