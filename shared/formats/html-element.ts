import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const parser = unified().use(rehypeParse, { fragment: false, emitParseErrors: false, verbose: false });

/** The tree of a page. Give it only source that `cleanSource` went over. */
export function parseHtml(clean: string): Root {
  return parser.parse(clean);
}

/** An attribute as text; empty where there is none. Names are hast's: `className`, `dataFocal`. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

export function hasClass(element: Element, name: string): boolean {
  const classes = element.properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}

/** All text inside, scripts included, as it stands. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}

/** White space as a browser shows it: one space between words, none at the ends. */
export function tidyText(text: string): string {
  return text
    .split(/[ \t\n\r\f]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/** Every element inside, in the order of the page, that the test accepts. */
export function elementsIn(root: Nodes, accepts: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'element' && accepts(node)) found.push(node);
    if ('children' in node) for (const child of node.children) visit(child as Nodes);
  };
  visit(root);
  return found;
}

export function firstElement(root: Nodes, accepts: (element: Element) => boolean): Element | undefined {
  return elementsIn(root, accepts)[0];
}

export function isElement(node: Nodes, ...names: readonly string[]): node is Element {
  return node.type === 'element' && names.includes(node.tagName);
}
