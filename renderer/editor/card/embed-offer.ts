import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey, Transaction, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { NODE } from '#shared/document/layout.ts';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import { asOwnStep } from '../binding/own-step.ts';
import { isTextBlockNode, shapeOf } from '../text-block.ts';
import { embedFor } from './embed.ts';

/** A line that holds an address and nothing else, and could be a card. */
interface Offer {
  /** Just before the line. */
  readonly pos: number;
  readonly line: Node;
}

const key = new PluginKey<Offer | null>('embed-offer');

/** Longer lines are no addresses anybody pasted. */
const LONGEST = 2048;

/**
 * Offers to show an address as a card, where one was pasted on a line of its own or was typed there and left with
 * Enter. A press or Tab takes the offer; it goes by itself when the line changes or the caret writes elsewhere.
 */
export const EmbedOffer = Extension.create<{ words: BlocksWords }>({
  name: 'embedOffer',
  priority: 940,
  addProseMirrorPlugins() {
    const { words } = this.options;
    return [
      new Plugin<Offer | null>({
        key,
        state: { init: () => null, apply: nextOffer },
        props: {
          decorations: (state) => {
            const offer = key.getState(state);
            if (!offer) return null;
            const end = offer.pos + 1 + offer.line.content.size;
            const chip = Decoration.widget(end, (view) => drawn(words, () => takeOffer(view.state, view.dispatch)), {
              side: 1,
              key: 'embed-offer',
              stopEvent: () => true,
            });
            return DecorationSet.create(state.doc, [chip]);
          },
          handleKeyDown: (view, { key: pressed, shiftKey, isComposing }) => {
            if (isComposing || shiftKey || !key.getState(view.state)) return false;
            if (pressed === 'Tab') return takeOffer(view.state, view.dispatch);
            if (pressed === 'Escape') view.dispatch(view.state.tr.setMeta(key, 'away'));
            return pressed === 'Escape';
          },
        },
      }),
    ];
  },
});

function nextOffer(
  transaction: Transaction,
  offer: Offer | null,
  before: EditorState,
  { selection, doc }: EditorState,
): Offer | null {
  if (transaction.getMeta(key) === 'away') return null;
  if (!transaction.docChanged) return offer;
  if (transaction.getMeta(ySyncPluginKey) !== undefined) return null;
  const { $from } = selection;
  if ($from.depth !== 1 || !isTextBlockNode($from.parent)) return null;
  if (isPaste(transaction)) return offerFor($from.parent, $from.before());
  if ($from.parent.content.size > 0) return null;
  const line = doc.resolve($from.before()).nodeBefore;
  const wasLeft = line !== null && before.selection.$from.parent.textContent === line.textContent;
  if (offer === null || line !== offer.line) return wasLeft ? offerFor(line, $from.before() - line.nodeSize) : null;
  return { line, pos: $from.before() - line.nodeSize };
}

/** Whether something was pasted, or what was pasted is being tidied. */
function isPaste(transaction: Transaction): boolean {
  const root: unknown = transaction.getMeta('appendedTransaction');
  const pasted = transaction.getMeta('paste') === true || transaction.getMeta('uiEvent') === 'paste';
  return pasted || (root instanceof Transaction && isPaste(root));
}

function offerFor(line: Node, pos: number): Offer | null {
  if (!isTextBlockNode(line) || line.content.size === 0 || line.content.size > LONGEST) return null;
  const { kind, list } = shapeOf(line);
  return kind === 'paragraph' && list === null && embedFor(line.textContent) !== null ? { line, pos } : null;
}

/** The card in place of the line. An empty line after it keeps the caret; without one the card is selected. */
function takeOffer(state: EditorState, dispatch: (transaction: Transaction) => void): boolean {
  const offer = key.getState(state);
  const type = state.schema.nodes[NODE.embed];
  const attributes = offer ? embedFor(offer.line.textContent) : null;
  if (!offer || attributes === null || type === undefined) return false;
  const { pos, line } = offer;
  const transaction = asOwnStep(state.tr).replaceWith(pos, pos + line.nodeSize, type.create({ ...attributes }));
  const wasInLine = state.selection.$from.parent === line;
  if (wasInLine) transaction.setSelection(NodeSelection.create(transaction.doc, pos));
  dispatch(transaction.scrollIntoView());
  return true;
}

function drawn(words: BlocksWords, onTake: () => void): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'embed-offer';
  chip.contentEditable = 'false';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'embed-offer-button';
  button.tabIndex = -1;
  button.textContent = words.embedOffer;
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', onTake);
  const keys = document.createElement('kbd');
  keys.className = 'embed-offer-keys';
  keys.textContent = 'Tab';
  button.append(keys);
  chip.append(button);
  return chip;
}
