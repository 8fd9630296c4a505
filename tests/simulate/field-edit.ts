import * as Y from 'yjs';
import { setFields } from '#shared/document/field.ts';
import { NODE } from '#shared/document/layout.ts';
import { addRelated, changeRelated, moveRelated, readRelated, removeRelated } from '#shared/document/related.ts';
import type { Pen } from './pen.ts';

/** Writes the token in a field about the article, over what stood there; or changes a choice. */
export function changeField({ doc, chance, token }: Pen): string {
  switch (chance.below(6)) {
    case 0:
      setFields(doc, { status: chance.pick(['desk', 'subs', 'legal', 'ready', 'spiked'] as const) });
      break;
    case 1:
      setFields(doc, { trashed: chance.odds(0.5) });
      break;
    case 2:
      setFields(doc, { keywords: [token], priority: 1 + chance.below(9) });
      break;
    default:
      setFields(doc, { [chance.pick(['edNote', 'kicker', 'editorsNote', 'printHeadline', 'slug'] as const)]: token });
  }
  return '';
}

/** Adds, changes, moves or removes a related article. */
export function changeRelatedList({ doc, chance, token }: Pen): string {
  const entries = readRelated(doc);
  const choice = chance.below(10);
  if (entries.length === 0 || choice < 4) {
    addRelated(doc, { type: 'related', target: { kind: 'none' }, headline: token, blurb: '' }, chance.bytes);
    return '';
  }
  const { id } = chance.pick(entries);
  if (choice < 7) changeRelated(doc, id, { [chance.pick(['headline', 'blurb'])]: token });
  else if (choice < 9) moveRelated(doc, id, chance.below(entries.length));
  else removeRelated(doc, id);
  return '';
}

/** Writes the token as a picture's credit, source or alternative text. */
export function changeAttribute({ doc, chance, token }: Pen): string {
  const children: readonly unknown[] = doc.getXmlFragment('body').toArray();
  const figures = children.filter((child) => child instanceof Y.XmlElement && child.nodeName === NODE.figure);
  if (figures.length === 0) return '';
  const figure = chance.pick(figures) as Y.XmlElement;
  figure.setAttribute(chance.pick(['alt', 'credit', 'source']), token);
  return '';
}
