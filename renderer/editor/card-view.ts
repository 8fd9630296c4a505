import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { isWebUrl } from '#shared/article/url.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import './card-view.css';

export interface CardContext {
  readonly words: EditorWords;
  readonly related: () => readonly RelatedLink[];
  /** Calls the listener when the related list changed; returns the way to stop. */
  readonly onRelated: (listener: () => void) => () => void;
}

/** Something that lives elsewhere, as a card made of what is known here. Nothing is loaded. */
export function embedView(context: CardContext) {
  return (node: Node): NodeView => {
    const dom = card(context.words.embed);
    const show = ({ attrs }: Node): void => {
      const { url, title } = attrs as Readonly<Record<string, unknown>>;
      const address = typeof url === 'string' ? url : '';
      fill(
        dom,
        typeof title === 'string' && title !== '' ? title : address,
        isWebUrl(address) ? hostOf(address) : address,
      );
    };
    show(node);
    return atom(dom, node, show);
  };
}

/** A related article inside the body, by what the related list says of it. */
export function relatedCardView(context: CardContext) {
  return (node: Node, _view: EditorView): NodeView => {
    const dom = card(context.words.relatedCard);
    let shown = node;
    const show = (next: Node): void => {
      shown = next;
      const { related: id } = next.attrs as Readonly<Record<string, unknown>>;
      const link = context.related().find((entry) => entry.id === id);
      if (link === undefined) return fill(dom, context.words.relatedGone, '');
      const address = link.target.kind === 'url' ? link.target.url : '';
      fill(dom, link.headline === '' ? address : link.headline, link.blurb === '' ? address : link.blurb);
    };
    show(node);
    const stop = context.onRelated(() => show(shown));
    return { ...atom(dom, node, show), destroy: stop };
  };
}

function atom(dom: HTMLElement, node: Node, show: (node: Node) => void): NodeView {
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      show(next);
      return true;
    },
    ignoreMutation: () => true,
  };
}

function card(kind: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'card';
  dom.contentEditable = 'false';
  for (const [name, text] of [
    ['kind', kind],
    ['title', ''],
    ['note', ''],
  ] as const) {
    const line = document.createElement('p');
    line.className = `card-${name}`;
    line.dir = 'auto';
    line.textContent = text;
    dom.append(line);
  }
  return dom;
}

function fill(dom: HTMLElement, title: string, note: string): void {
  const [, titleLine, noteLine] = Array.from(dom.children);
  if (titleLine !== undefined) titleLine.textContent = title;
  if (noteLine === undefined) return;
  noteLine.textContent = note;
  noteLine.toggleAttribute('hidden', note === '');
}

function hostOf(address: string): string {
  return new URL(address).host;
}
