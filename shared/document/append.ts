import type * as Y from 'yjs';
import type { TextField } from './layout.ts';
import { OWN_EDIT } from './origin.ts';
import { elementOf } from './write.ts';

/** Adds plain text at the end of a field, a paragraph for each of its lines, as one edit. */
export function appendText(doc: Y.Doc, field: TextField, text: string): void {
  const lines = text.split(/\r?\n/u).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  if (lines.length === 0) return;
  doc.transact(() => {
    doc
      .getXmlFragment(field)
      .push(lines.map((line) => elementOf({ kind: 'paragraph', content: [{ type: 'text', text: line, marks: {} }] })));
  }, OWN_EDIT);
}
