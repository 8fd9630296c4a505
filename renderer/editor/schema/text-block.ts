import { Node, type Attributes } from '@tiptap/core';
import type { Attrs, DOMOutputSpec } from '@tiptap/pm/model';
import { DEEPEST_INDENT, TEXT_KINDS, type HeadingLevel, type ListKind, type TextKind } from '#shared/article/block.ts';
import { NODE, TEXT_BLOCK_ATTRIBUTES } from '#shared/document/layout.ts';
import { htmlAttributes, numberIn, numberOf, storedAttributes, textOf } from './attribute.ts';

/**
 * The one node for running text. What it is (paragraph, heading, quote, list item, part of a fact box) is said by its
 * attributes, so that changing it never replaces it. In HTML it is what it means: `p`, `h2` to `h4`, `blockquote`, and
 * a list item is a list of one, so that listeners and other programs hear of a list; the style sheet joins and numbers
 * them. `data-kind` and its fellows carry the rest, and say that the HTML is our own.
 */
export const TextBlock = Node.create({
  name: NODE.textBlock,
  group: 'block',
  content: 'inline*',
  defining: true,
  priority: 1000,

  addAttributes(): Attributes {
    return {
      ...storedAttributes(TEXT_BLOCK_ATTRIBUTES),
      kind: { default: 'paragraph', rendered: false, parseHTML: () => null, keepOnSplit: true },
    };
  },

  parseHTML() {
    return [
      ...['ul', 'ol'].map((tag) => ({ tag: `${tag}[data-kind]`, contentElement: itemIn, getAttrs: attributesIn })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'li'].map((tag) => ({ tag, getAttrs: attributesIn })),
    ];
  },

  renderHTML({ node }) {
    return rendered(node.attrs);
  },
});

function rendered(attributes: Attrs): DOMOutputSpec {
  const { kind, level, list, indent } = shapeFrom(attributes);
  const html = htmlAttributes({
    'data-kind': kind,
    'data-list': list,
    'data-indent': indent > 0 ? indent : null,
    'data-box': textOf(attributes['box']),
    'data-attribution': textOf(attributes['attribution']),
    lang: textOf(attributes['language']),
    dir: attributes['direction'] === 'ltr' || attributes['direction'] === 'rtl' ? attributes['direction'] : 'auto',
    role: kind === 'correction' && list === null ? 'note' : null,
  });
  if (list !== null) {
    const depth = htmlAttributes({ 'aria-level': indent > 0 ? indent + 1 : null });
    const item: DOMOutputSpec = kind === 'heading' ? ['li', depth, [`h${level}`, 0]] : ['li', depth, 0];
    return [list === 'numbered' ? 'ol' : 'ul', html, item];
  }
  switch (kind) {
    case 'heading':
      return [`h${level}`, html, 0];
    case 'blockQuote':
    case 'pullQuote':
      return ['blockquote', html, 0];
    case 'paragraph':
    case 'correction':
      return ['p', html, 0];
  }
}

interface Shape {
  readonly kind: TextKind;
  readonly level: HeadingLevel;
  readonly list: ListKind | null;
  readonly indent: number;
}

/** What stored attributes mean; malformed ones mean their defaults, and are left as they are. */
function shapeFrom(attributes: Attrs): Shape {
  const { kind, level, list, indent } = attributes as Readonly<Record<string, unknown>>;
  return {
    kind: kindFrom(kind) ?? 'paragraph',
    level: level === 3 || level === 4 ? level : 2,
    list: list === 'bulleted' || list === 'numbered' ? list : null,
    indent: Math.min(Math.max(numberOf(indent) ?? 0, 0), DEEPEST_INDENT),
  };
}

function attributesIn(element: HTMLElement): Attrs {
  const own = kindFrom(element.getAttribute('data-kind'));
  const kind = own ?? kindByTag(element);
  const list = listIn(element);
  const indent = Math.min(Math.max(Math.trunc(numberIn(element, 'data-indent') ?? 0), 0), DEEPEST_INDENT);
  const direction = element.getAttribute('dir');
  return {
    kind,
    level: kind === 'heading' ? levelByTag(list === null ? element : itemIn(element)) : null,
    list,
    indent: indent > 0 ? indent : null,
    box: textOf(element.getAttribute('data-box')),
    attribution: textOf(element.getAttribute('data-attribution')),
    language: own === null ? null : textOf(element.getAttribute('lang')),
    direction: own !== null && (direction === 'ltr' || direction === 'rtl') ? direction : null,
  };
}

function kindFrom(value: unknown): TextKind | null {
  return TEXT_KINDS.find((kind) => kind === value) ?? null;
}

function kindByTag(element: Element): TextKind {
  if (/^H[1-6]$/u.test(element.tagName)) return 'heading';
  return element.tagName === 'BLOCKQUOTE' ? 'blockQuote' : 'paragraph';
}

/** `h1` belongs to the headline: in a text it means a section, as `h2` does. Deeper than `h4` there is nothing. */
function levelByTag(element: Element): HeadingLevel {
  const level = Number(element.tagName.slice(1));
  return level === 3 ? 3 : level >= 4 ? 4 : 2;
}

/** Where the text of one of our own list items lies: a heading somebody has listed is still a heading inside. */
function itemIn(list: globalThis.Node): HTMLElement {
  if (!(list instanceof HTMLElement)) return document.createElement('li');
  return (
    list.querySelector<HTMLElement>(':scope > li > h2, :scope > li > h3, :scope > li > h4') ??
    list.querySelector('li') ??
    list
  );
}

function listIn(element: Element): ListKind | null {
  const own = element.getAttribute('data-list');
  if (own === 'bulleted' || own === 'numbered') return own;
  if (element.tagName !== 'LI') return null;
  return element.closest('ul, ol')?.tagName === 'OL' ? 'numbered' : 'bulleted';
}
