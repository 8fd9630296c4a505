import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type Command } from '@tiptap/pm/state';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { isWebUrl } from '#shared/article/url.ts';
import { NODE } from '#shared/document/layout.ts';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import { goAfterBlock, goToBlock } from '../leave-block.ts';
import { writtenField } from '../written-field.ts';
import { atomView, emptyCard, fillLine } from './card.ts';
import { describeEmbed } from './embed.ts';

export interface EmbedContext {
  readonly words: BlocksWords;
  /** Shows an address in the browser, because somebody asked for it. */
  readonly openOutside: (url: string) => void;
}

/**
 * Something that lives elsewhere, as a card made of what its address says and a title the journalist writes. Nothing is
 * loaded from there; it opens outside when it is asked to.
 */
export function embedView({ words, openOutside }: EmbedContext) {
  return (node: Node, view: EditorView, getPos: () => number | undefined): NodeView => {
    const card = emptyCard('card-embed');
    const address = (shown: Node): string => (typeof shown.attrs['url'] === 'string' ? shown.attrs['url'] : '');
    const open = openButton(words.openOutside);
    let shown = node;
    open.addEventListener('click', () => openOutside(address(shown)));
    const field = writtenField({
      className: 'card-title-input',
      label: words.embedName,
      placeholder: words.embedNamePlaceholder,
      write: (title) => {
        const pos = getPos();
        if (pos === undefined || !view.editable) return;
        view.dispatch(view.state.tr.setNodeAttribute(pos, 'title', title.trim() === '' ? null : title));
      },
      onLeave: (way) => {
        const pos = getPos();
        if (pos !== undefined) (way === 'on' ? goAfterBlock : goToBlock)(view, pos);
      },
    });
    field.input.readOnly = !view.editable;
    card.title.removeAttribute('dir');
    card.title.append(field.input);
    card.dom.append(open);
    const show = (next: Node): void => {
      shown = next;
      const url = address(next);
      const about = describeEmbed(url, words);
      fillLine(card.kind, about);
      fillLine(card.note, shortened(url));
      card.note.dir = 'ltr';
      card.note.title = url;
      open.hidden = !isWebUrl(url);
      field.show(next.attrs['title']);
      card.dom.setAttribute('aria-label', [words.embed, about, next.attrs['title']].filter(Boolean).join(', '));
    };
    const controls = [field.input, open];
    return {
      ...atomView(card.dom, node, show),
      stopEvent: ({ target }) => target instanceof globalThis.Node && controls.some((one) => one.contains(target)),
      destroy: () => field.flush(),
    };
  };
}

/** From a selected embed to its title. */
export const goToTitle: Command = ({ selection }, _dispatch, view) => {
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== NODE.embed) return false;
  const dom = view?.nodeDOM(selection.from);
  const input = dom instanceof HTMLElement ? dom.querySelector('input') : null;
  input?.focus();
  return input !== null;
};

function openButton(label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-plain button-small card-open';
  button.textContent = label;
  return button;
}

/** Host and path as people read them. The whole address is in the card's tooltip. */
function shortened(address: string): string {
  if (!isWebUrl(address)) return address;
  const { hostname, pathname } = new URL(address);
  const path = pathname === '/' ? '' : pathname;
  const text = `${hostname.replace(/^www\./u, '')}${path}`;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
