import type { Element, ElementContent } from 'hast';
import { attribute, elementsIn, isElement, textOf, tidyText } from './html-element.ts';

/** An address inside the page of a footnote, as Word, LibreOffice, Google Docs, Wikipedia and Markdown programs write them. */
const TO_NOTE =
  /^#_?(?:user-content-)?(?:ftn|edn|ftnt|fn|footnote|endnote|cite_note)[:_-]?[\w.-]*$|^#sd(?:foot|end)note\d+sym$/iu;
/** The same of the way back from a footnote to its place in the text. */
const TO_TEXT =
  /^#_?(?:user-content-)?(?:ftn_?ref|edn_?ref|ftnt_?ref|fn_?ref|footnote-?ref|endnote-?ref|cite_ref)[\w.:-]*$|^#sd(?:foot|end)note\d+anc$/iu;

/** The tree without its footnotes, and the footnotes as paragraphs of their own, each beginning with its number. */
export interface WithoutNotes {
  readonly children: readonly ElementContent[];
  readonly notes: readonly Element[];
}

/**
 * Takes footnotes out of the text they stand under. In the text their numbers stay, raised; a number without its note
 * (only part of a text was copied) stays too.
 */
export function takeNotes(children: readonly ElementContent[]): WithoutNotes {
  const notes: Element[] = [];
  const isBack = (part: Element): boolean => part.tagName === 'a' && TO_TEXT.test(attribute(part, 'href'));
  const isForth = (part: Element): boolean =>
    part.tagName === 'a' && TO_NOTE.test(attribute(part, 'href')) && !TO_TEXT.test(attribute(part, 'href'));
  const visit = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (isForth(node)) return [raised(label(node) || textOf(node))];
    if (isBack(node)) return [];
    if (isHolder(node) && isOneNote(node, isBack)) {
      notes.push(noteOf(node, notes.length + 1, isBack));
      return [];
    }
    const inside = node.children.flatMap(visit);
    const emptied = inside.length < node.children.length && isEmpty(inside) && !isElement(node, 'td', 'th', 'tr');
    return emptied ? [] : [{ ...node, children: inside }];
  };
  return { children: children.flatMap(visit), notes };
}

function isHolder(element: Element): boolean {
  return ['div', 'li', 'p', 'aside', 'dd'].includes(element.tagName);
}

/** True for the smallest element that holds one footnote whole. */
function isOneNote(element: Element, isBack: (part: Element) => boolean): boolean {
  const backs = elementsIn(element, isBack);
  if (backs.length === 0) return false;
  const style = attribute(element, 'style');
  if (/mso-element:\s*(?:foot|end)note\b(?!-)/iu.test(style)) return true;
  if (/mso-element:\s*(?:foot|end)note-list/iu.test(style)) return false;
  if (/^sd(?:foot|end)note\d+$/iu.test(attribute(element, 'id'))) return true;
  if (element.tagName === 'li') return elementsIn(element, (part) => part.tagName === 'li').length === 1;
  const inner = elementsIn(
    element,
    (part) => part !== element && isHolder(part) && elementsIn(part, isBack).length > 0,
  );
  return inner.length === 0;
}

function noteOf(element: Element, number: number, isBack: (part: Element) => boolean): Element {
  const back = elementsIn(element, isBack)[0];
  const name = (back === undefined ? '' : label(back)) || String(number);
  const strip = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (isBack(node)) return [];
    const inside = node.children.flatMap(strip);
    // What only held the number goes with it.
    return node.tagName === 'sup' && isEmpty(inside) ? [] : [{ ...node, children: inside }];
  };
  const text: Element = {
    type: 'element',
    tagName: 'li',
    properties: { dataNote: 'true' },
    children: [raised(name), { type: 'text', value: ' ' }, ...unwrapped(element.children.flatMap(strip))],
  };
  return text;
}

/** The first paragraph of a note opened, so that its number stands on the same line. */
function unwrapped(children: readonly ElementContent[]): ElementContent[] {
  const at = children.findIndex(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  );
  const first = children[at];
  if (first?.type !== 'element' || !['p', 'div'].includes(first.tagName)) return [...children];
  return [...unwrapped(first.children), ...children.slice(at + 1)];
}

function raised(text: string): Element {
  return { type: 'element', tagName: 'sup', properties: {}, children: [{ type: 'text', value: text }] };
}

/** The number of a note without the brackets around it; empty where it is an arrow or nothing. */
function label(element: Element): string {
  const text = tidyText(textOf(element)).replaceAll(/[[\]()]/gu, '');
  return /[\p{L}\p{N}*†‡]/u.test(text) ? text : '';
}

function isEmpty(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) =>
    node.type === 'text'
      ? node.value.trim() === ''
      : node.type === 'comment' || (isElement(node, 'span', 'hr', 'br') && isEmpty(node.children)),
  );
}
