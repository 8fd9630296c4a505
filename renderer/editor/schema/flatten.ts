import { DEEPEST_INDENT } from '#shared/article/block.ts';

/** Elements that start a block of their own, whatever stands around them. */
const BLOCKS =
  'address,article,aside,blockquote,body,center,dd,details,dialog,dir,div,dl,dt,fieldset,figcaption,figure,footer,form,' +
  'h1,h2,h3,h4,h5,h6,header,hgroup,hr,li,main,menu,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul';
const BLOCK_TAGS = new Set(BLOCKS.toUpperCase().split(','));

/** What never holds text of the writer's. */
const DROPPED = new Set(
  'SCRIPT,STYLE,HEAD,TITLE,META,LINK,BASE,TEMPLATE,NOSCRIPT,OBJECT,EMBED,IFRAME,AUDIO,VIDEO,CANVAS,SVG,MATH'.split(','),
);

/** HTML nested deeper than this is read as its plain text. */
const DEEPEST_NESTING = 200;

/** What the containers around a block make of it. */
interface Place {
  readonly tag: 'p' | 'h2' | 'h3' | 'h4' | 'blockquote';
  readonly list: 'bulleted' | 'numbered' | null;
  readonly indent: number;
  readonly depth: number;
}

/**
 * Turns the HTML inside `root` (a throw-away one: it is changed) into the flat sequence of blocks our texts are made
 * of: lists of any depth into items with an indent, quotes into quoted blocks, containers into what they hold.
 * Inline elements are kept as they are. Text is never dropped, except inside elements that hold none of the writer's.
 */
export function flatten(root: Element | DocumentFragment): void {
  const flat = new Flat(root.ownerDocument);
  flat.walk(root, { tag: 'p', list: null, indent: 0, depth: 0 });
  root.replaceChildren(...flat.finish());
}

class Flat {
  readonly #document: Document;
  readonly #blocks: Element[] = [];
  #open: Element | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  finish(): Element[] {
    this.#close();
    return this.#blocks;
  }

  walk(parent: Node, place: Place): void {
    for (const child of Array.from(parent.childNodes)) {
      if (child instanceof Element) this.#element(child, { ...place, depth: place.depth + 1 });
      else if (child.nodeType === child.TEXT_NODE) this.#inline(child, place);
    }
  }

  #element(element: Element, place: Place): void {
    const tag = element.tagName.toUpperCase();
    if (DROPPED.has(tag)) return;
    if (place.depth > DEEPEST_NESTING) {
      this.#inline(this.#document.createTextNode(element.textContent), place);
    } else if (tag === 'IMG' || tag === 'HR' || (tag === 'FIGURE' && isPicture(element))) {
      this.#whole(element);
    } else if (tag === 'TABLE') {
      this.#table(element, place);
    } else if (BLOCK_TAGS.has(tag)) {
      this.#close();
      this.walk(element, placeIn(tag, place));
      this.#close();
    } else if (element.querySelector(`${BLOCKS},img`) === null) {
      this.#inline(withoutDropped(element), place);
    } else {
      this.walk(element, place);
    }
  }

  #inline(node: Node, place: Place): void {
    if (this.#open === null) {
      if (node.textContent?.trim() === '' && !isBreak(node)) return;
      this.#open = this.#document.createElement(place.tag);
      if (place.list !== null) this.#open.setAttribute('data-list', place.list);
      if (place.indent > 0) this.#open.setAttribute('data-indent', String(place.indent));
    }
    this.#open.append(node);
  }

  #close(): void {
    if (this.#open !== null) this.#blocks.push(this.#open);
    this.#open = null;
  }

  #whole(element: Element): void {
    this.#close();
    this.#blocks.push(element);
  }

  /** A table with several cells stays one, its cells as running text; one that only frames things is taken apart. */
  #table(table: Element, place: Place): void {
    const cells = Array.from(table.querySelectorAll('td, th'));
    const nested = table.querySelector('table, figure, img, h1, h2, h3, h4, h5, h6') !== null;
    if (cells.length < 2 || nested) {
      this.#close();
      this.walk(table, place);
      this.#close();
      return;
    }
    for (const cell of cells) {
      const inside = new Flat(this.#document);
      inside.walk(cell, { tag: 'p', list: null, indent: 0, depth: place.depth });
      const lines = inside.finish().map((block) => Array.from(block.childNodes));
      cell.replaceChildren(
        ...lines.flatMap((line, at) => (at === 0 ? line : [this.#document.createElement('br'), ...line])),
      );
    }
    for (const caption of table.querySelectorAll('caption')) {
      caption.remove();
      this.#close();
      this.walk(caption, { ...place, tag: 'p', list: null });
    }
    this.#whole(table);
  }
}

function placeIn(tag: string, place: Place): Place {
  switch (tag) {
    case 'UL':
    case 'OL':
    case 'DIR':
    case 'MENU': {
      const indent = place.list === null ? 0 : Math.min(place.indent + 1, DEEPEST_INDENT);
      return { ...place, tag: 'p', list: tag === 'OL' ? 'numbered' : 'bulleted', indent };
    }
    case 'BLOCKQUOTE':
      return { ...place, tag: 'blockquote' };
    case 'H1':
    case 'H2':
      return { ...place, tag: 'h2', list: null, indent: 0 };
    case 'H3':
      return { ...place, tag: 'h3', list: null, indent: 0 };
    case 'H4':
    case 'H5':
    case 'H6':
      return { ...place, tag: 'h4', list: null, indent: 0 };
    default:
      return place;
  }
}

function isPicture(figure: Element): boolean {
  return figure.querySelector('img') !== null && figure.querySelector('table, blockquote, figure') === null;
}

function isBreak(node: Node): boolean {
  return node instanceof Element && node.tagName === 'BR';
}

function withoutDropped(element: Element): Element {
  for (const inner of Array.from(element.querySelectorAll('*'))) {
    if (DROPPED.has(inner.tagName.toUpperCase())) inner.remove();
  }
  return element;
}
