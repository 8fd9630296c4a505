import { Extension } from '@tiptap/core';
import { DOMParser, type ParseOptions, type Schema, type Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { flatten } from './flatten.ts';

/** Reads what is pasted or dropped: HTML of other programs is made flat first, our own is taken as it is. */
class FlatParser extends DOMParser {
  constructor(schema: Schema) {
    super(schema, DOMParser.fromSchema(schema).rules);
  }

  override parseSlice(dom: globalThis.Node, options?: ParseOptions): Slice {
    const own = dom instanceof Element && dom.querySelector('[data-pm-slice]') !== null;
    if (!own && (dom instanceof Element || dom instanceof DocumentFragment)) flatten(dom);
    return super.parseSlice(dom, options);
  }
}

export const ForeignHtml = Extension.create({
  name: 'foreignHtml',
  addProseMirrorPlugins() {
    return [new Plugin({ props: { clipboardParser: new FlatParser(this.editor.schema) } })];
  },
});
