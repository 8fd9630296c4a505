import { DOMSerializer, type Node } from '@tiptap/pm/model';
import type { EditorView, NodeView, NodeViewConstructor } from '@tiptap/pm/view';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import { goAfterBlock, goToBlock } from '../leave-block.ts';
import { shapeOf } from '../text-block.ts';
import { writtenField } from '../written-field.ts';
import './quote-view.css';

/** A quote with a line beneath it for who said it. Every other text block is drawn as its schema says. */
export function quoteView({ words }: { readonly words: BlocksWords }): NodeViewConstructor {
  const view = (node: Node, editor: EditorView, getPos: () => number | undefined): NodeView | undefined =>
    isQuote(node) ? quote(node, editor, getPos, words) : undefined;
  // ProseMirror draws a node itself where its view is undefined; its types do not say so.
  return view as NodeViewConstructor;
}

/** Whether a block shows an attribution. Items of a list have none. */
export function isQuote(node: Node): boolean {
  const { kind, list } = shapeOf(node);
  return (kind === 'blockQuote' || kind === 'pullQuote') && list === null;
}

function quote(node: Node, view: EditorView, getPos: () => number | undefined, words: BlocksWords): NodeView {
  const dom = drawn(node);
  const text = document.createElement('p');
  const line = document.createElement('div');
  text.className = 'quote-text';
  line.className = 'quote-attribution';
  line.contentEditable = 'false';
  const field = writtenField({
    className: 'quote-attribution-input',
    label: words.attribution,
    placeholder: words.attributionPlaceholder,
    write: (written) => {
      const pos = getPos();
      const value = written.trim() === '' ? null : written;
      if (pos !== undefined && view.editable) view.dispatch(view.state.tr.setNodeAttribute(pos, 'attribution', value));
    },
    onLeave: (way) => {
      const pos = getPos();
      if (pos !== undefined) (way === 'on' ? goAfterBlock : goToBlock)(view, pos);
    },
  });
  field.input.readOnly = !view.editable;
  line.append(field.input);
  dom.append(text, line);
  const show = ({ attrs }: Node): void => {
    field.show(attrs['attribution']);
    dom.toggleAttribute('data-unattributed', !attrs['attribution']);
  };
  show(node);
  return {
    dom,
    contentDOM: text,
    update: (next) => {
      if (!isQuote(next) || !sameShape(node, next)) return false;
      show(next);
      return true;
    },
    stopEvent: (event) => event.target instanceof globalThis.Node && line.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !text.contains(mutation.target),
    destroy: () => field.flush(),
  };
}

function drawn(node: Node): HTMLElement {
  const spec = node.type.spec.toDOM?.(node);
  const dom = spec === undefined ? null : DOMSerializer.renderSpec(document, spec).dom;
  return dom instanceof HTMLElement ? dom : document.createElement('blockquote');
}

/** The same in everything but who said it, which is shown without drawing the quote anew. */
function sameShape(one: Node, other: Node): boolean {
  return Object.keys(one.attrs).every((name) => name === 'attribution' || one.attrs[name] === other.attrs[name]);
}
