import * as Y from 'yjs';
import { FIELDS_OF_TEXT } from '#shared/document/layout.ts';
import type { Chance } from './chance.ts';
import type { Pen } from './pen.ts';
import { seamsOf } from './token.ts';

/** Every text of an article: in the three fields, in captions, in cells. */
function textsOf(doc: Y.Doc): Y.XmlText[] {
  return FIELDS_OF_TEXT.flatMap((field) => textsIn(doc.getXmlFragment(field)));
}

/** The texts inside a block or a field, in order. */
export function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });
}

/** The plain text of a text. */
export function plainOf(text: Y.XmlText): string {
  return (text.toDelta() as readonly { insert: unknown }[]).map(({ insert }) => String(insert)).join('');
}

/** Types the token somewhere. */
export function type({ doc, chance, token }: Pen): string {
  const texts = textsOf(doc);
  if (texts.length === 0) return '';
  const text = chance.pick(texts);
  const marks = chance.odds(0.2) ? { [chance.pick(['bold', 'italic', 'cq'])]: {} } : undefined;
  text.insert(chance.pick(seamsOf(plainOf(text))), `${token} `, marks);
  return '';
}

/** Deletes a passage. */
export function remove({ doc, chance }: Pen): string {
  const passage = passageIn(doc, chance);
  if (passage !== null) passage.text.delete(passage.from, passage.length);
  return '';
}

/** Marks a passage, or takes a mark off it. */
export function format({ doc, chance }: Pen): string {
  const passage = passageIn(doc, chance);
  if (passage === null) return '';
  const [name, value] = chance.pick([
    ['bold', {}],
    ['italic', {}],
    ['bold', null],
    ['link', { href: 'https://example.org/' }],
    ['language', { tag: 'ar', direction: 'rtl' }],
  ] as const);
  passage.text.format(passage.from, passage.length, { [name]: value });
  return '';
}

function passageIn(doc: Y.Doc, chance: Chance): { text: Y.XmlText; from: number; length: number } | null {
  const texts = textsOf(doc).filter((text) => text.length > 0);
  if (texts.length === 0) return null;
  const text = chance.pick(texts);
  const seams = seamsOf(plainOf(text));
  const [one, other] = [chance.below(seams.length), chance.below(seams.length)];
  const from = seams[Math.min(one, other)] ?? 0;
  const end = seams[Math.min(Math.max(one, other), Math.min(one, other) + 12)] ?? 0;
  return end > from ? { text, from, length: end - from } : null;
}
