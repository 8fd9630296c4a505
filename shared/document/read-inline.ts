import * as Y from 'yjs';
import { FIELDS } from '#shared/article/field.ts';
import { joinRuns, MARK_NAMES, run, type Direction, type Inline, type Marks } from '#shared/article/inline.ts';
import { linkAddress } from '#shared/article/url.ts';
import { NODE } from './layout.ts';

const LINE_BREAK: Inline = { type: 'break' };

/**
 * The inline content of `types` (whatever a stored container holds). All text is kept, in order; elements that have no
 * place inside a block are taken apart, with a line break where they began and ended. Any depth, without recursion.
 */
export function inlineFrom(types: readonly unknown[]): Inline[] {
  const content: Inline[] = [];
  const waiting = types.toReversed();
  let apart = false;
  const add = (inline: Inline): void => {
    const breaks = inline.type === 'break' || content.at(-1)?.type === 'break';
    if (apart && !breaks && content.length > 0) content.push(LINE_BREAK);
    apart = false;
    content.push(inline);
  };
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') add(run(next));
    else if (next === BOUNDARY) apart = true;
    else if (next instanceof Formatted) add(run(next.text, marksFrom(next.attributes)));
    else if (next instanceof Y.Text) {
      for (const { insert, attributes } of deltaOf(next).toReversed()) {
        waiting.push(typeof insert === 'string' ? new Formatted(insert, attributes) : insert);
      }
    } else if (next instanceof Y.XmlElement && next.nodeName === NODE.hardBreak) {
      add(LINE_BREAK);
      waiting.push(...next.toArray().toReversed());
    } else if (next instanceof Y.XmlFragment || next instanceof Y.Array) {
      waiting.push(BOUNDARY, ...next.toArray().toReversed());
      apart = true;
    }
  }
  return joinRuns(content);
}

/** Marks from formatting attributes; what is unknown or malformed is left out. */
function marksFrom(attributes: Readonly<Record<string, unknown>>): Marks {
  const marks: { -readonly [Name in keyof Marks]: Marks[Name] } = {};
  for (const name of MARK_NAMES) {
    const value = attributes[name];
    if (typeof value !== 'object' || value === null) continue;
    if (name === 'link') {
      const href = linkAddress(String(Reflect.get(value, 'href')));
      if (href !== null) marks.link = { href };
    } else if (name === 'language') {
      const tag = languageFrom(Reflect.get(value, 'tag'));
      const direction = directionFrom(Reflect.get(value, 'direction'));
      if (tag !== undefined) marks.language = direction === undefined ? { tag } : { tag, direction };
    } else {
      marks[name] = true;
    }
  }
  return marks;
}

/** A canonical BCP 47 tag, or undefined. */
export function languageFrom(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? (FIELDS.language.parse(value) ?? undefined) : undefined;
}

export function directionFrom(value: unknown): Direction | undefined {
  return value === 'ltr' || value === 'rtl' ? value : undefined;
}

/** Marks where an element that was taken apart ended. */
const BOUNDARY = Symbol('boundary');

class Formatted {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  constructor(text: string, attributes: Readonly<Record<string, unknown>>) {
    this.text = text;
    this.attributes = attributes;
  }
}

function deltaOf(text: Y.Text): { insert: unknown; attributes: Readonly<Record<string, unknown>> }[] {
  const delta = text.toDelta() as { insert?: unknown; attributes?: Readonly<Record<string, unknown>> }[];
  return delta.map(({ insert, attributes }) => ({ insert, attributes: attributes ?? {} }));
}
