import type { Comment, Element, ElementContent, Properties, Root, Text } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/** What `element` takes as a child; null and empty strings are nothing. */
export type Child = Element | Text | Comment | string | null;

/** An element. Properties have hast's names (`className`, `dateTime`); undefined ones are left out. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, string | number | readonly string[] | undefined>>,
  children: readonly Child[] = [],
): Element {
  const kept = Object.entries(properties).filter((entry) => entry[1] !== undefined);
  const nodes = children.flatMap((child): ElementContent[] => {
    if (child === null || child === '') return [];
    return [typeof child === 'string' ? { type: 'text', value: child } : child];
  });
  return { type: 'element', tagName, properties: Object.fromEntries(kept) as Properties, children: nodes };
}

const html = unified().use(rehypeStringify, { upperDoctype: true });
const xhtml = unified().use(rehypeStringify, { closeSelfClosing: true });

/** The nodes as HTML, one per line. All escaping is done here. */
export function htmlText(nodes: readonly ElementContent[]): string {
  return escapeInTags(html.stringify(rootOf(nodes)));
}

/** The nodes as HTML that is well-formed XML too. */
export function xhtmlText(nodes: readonly ElementContent[]): string {
  return escapeInTags(xhtml.stringify(rootOf(nodes)));
}

/** Angle brackets in attribute values: HTML allows them, XML and careless readers do not. */
function escapeInTags(markup: string): string {
  return markup.replaceAll(/<[a-z][^\s>]*(?:\s[a-zA-Z:-]+="[^"]*")+/gu, (tag) =>
    tag.replaceAll(/"[^"]*"/gu, (value) => value.replaceAll('<', '&#x3C;').replaceAll('>', '&#x3E;')),
  );
}

function rootOf(nodes: readonly ElementContent[]): Root {
  return { type: 'root', children: nodes.flatMap((node): ElementContent[] => [node, { type: 'text', value: '\n' }]) };
}

/** The children with a line end around each, so that the file can be read and compared by people. */
export function onLines(children: readonly Child[]): Child[] {
  return ['\n', ...children.flatMap((child) => (child === null || child === '' ? [] : [child, '\n']))];
}
