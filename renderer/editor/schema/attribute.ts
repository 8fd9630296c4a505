import type { Attributes } from '@tiptap/core';

/**
 * Attributes of a node or mark as the document's layout names them. Absent is null, so that nothing is stored that
 * nobody set. They are neither rendered nor read from HTML one by one: each node does that as a whole.
 */
export function storedAttributes(names: readonly string[]): Attributes {
  return Object.fromEntries(
    names.map((name) => [name, { default: null, rendered: false, parseHTML: () => null, keepOnSplit: true }]),
  );
}

/** HTML attributes without those that have no value. */
export function htmlAttributes(
  attributes: Readonly<Record<string, string | number | null | undefined>>,
): Record<string, string> {
  const present: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== '') present[name] = String(value);
  }
  return present;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A number written in an HTML attribute, or null. */
export function numberIn(element: Element, name: string): number | null {
  const text = element.getAttribute(name);
  return text === null || text.trim() === '' ? null : numberOf(Number(text));
}
