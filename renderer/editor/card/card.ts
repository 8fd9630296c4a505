import type { Node } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import './card.css';

/** The lines of a card. */
export interface Card {
  readonly dom: HTMLElement;
  readonly kind: HTMLElement;
  readonly title: HTMLElement;
  readonly note: HTMLElement;
}

/** An empty card: what it is, its title, a line beneath. It is selected and moved as a whole. */
export function emptyCard(className: string): Card {
  const dom = document.createElement('div');
  dom.className = `card ${className}`;
  dom.contentEditable = 'false';
  dom.setAttribute('role', 'group');
  const line = (name: string): HTMLElement => {
    const element = document.createElement('p');
    element.className = `card-${name}`;
    element.dir = 'auto';
    dom.append(element);
    return element;
  };
  return { dom, kind: line('kind'), title: line('title'), note: line('note') };
}

/** Shows a text, and the line only where there is one. */
export function fillLine(line: HTMLElement, text: string): void {
  line.textContent = text;
  line.toggleAttribute('hidden', text === '');
}

/** The view of a block that nobody writes in, which `show` fills. */
export function atomView(dom: HTMLElement, node: Node, show: (node: Node) => void): NodeView {
  show(node);
  return {
    dom,
    update: (next) => {
      if (next.type !== node.type) return false;
      show(next);
      return true;
    },
    selectNode: () => dom.classList.add('ProseMirror-selectednode'),
    deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
    ignoreMutation: () => true,
  };
}
