import type { Element } from 'hast';
import type { ListKind } from '#shared/article/block.ts';
import { attribute, firstElement, textOf, tidyText } from './html-element.ts';

/**
 * The list item that Microsoft Word means by a paragraph: the paragraph's style names a list and a level, and the
 * marker stands inside as text. Null for any other paragraph.
 */
export function wordListOf(element: Element): { readonly list: ListKind; readonly indent: number } | null {
  const level = /mso-list:\s*\S+\s+level(\d)/iu.exec(attribute(element, 'style'))?.[1];
  if (level === undefined) return null;
  const marker = firstElement(element, (part) => /mso-list:\s*ignore/iu.test(attribute(part, 'style')));
  const numbered =
    marker !== undefined && /^[^\p{L}\p{N}]*(?:\p{N}{1,3}|\p{L}{1,4})[.)]/u.test(tidyText(textOf(marker)));
  return { list: numbered ? 'numbered' : 'bulleted', indent: Number(level) - 1 };
}
