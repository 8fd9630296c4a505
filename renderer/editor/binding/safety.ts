import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import { XmlElement, XmlText, type Doc, type XmlFragment } from 'yjs';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { FIELDS_OF_TEXT, SCHEMA_VERSION, type TextField } from '#shared/document/layout.ts';
import { schemaNeeded } from '#shared/document/schema.ts';
import { schemaExtensions } from '../schema/schema.ts';

const NEWER =
  'This article was written with a newer version of Stet. You can read it here; install the newer version to edit it.';
const UNKNOWN =
  'This article holds something this version of Stet does not know. You can read it here, but not change it.';

/**
 * Whether editors may be bound to an article: tries it on a document nobody uses yet, and counts what binding would
 * change. Anything but nothing is a failure: then the document is to be thrown away, nothing may be bound and no update
 * sent. After success the document is as it was, and may be bound.
 */
export function bindingIsSafe(doc: Doc): Result<null> {
  if (schemaNeeded(doc) > SCHEMA_VERSION) return fail('article-newer', NEWER);
  const binds = FIELDS_OF_TEXT.every((field) => bindsUnchanged(doc.getXmlFragment(field), schemaOf(field)));
  return binds ? succeed(null) : fail('article-newer', UNKNOWN);
}

/** Whether an editor of this schema, bound to a field, would leave the document as it is. Tries it, and counts. */
export function bindsUnchanged(fragment: XmlFragment, schema: Schema): boolean {
  if (!understood(fragment, schema)) return false;
  const { doc } = fragment;
  let changes = 0;
  const count = (): void => {
    changes += 1;
  };
  doc?.on('update', count);
  try {
    const root = initProseMirrorDoc(fragment, schema).doc;
    // Where everything was deleted the editor shows an empty block of its own and writes it with the first key.
    if (fragment.length > 0) root.check();
  } catch {
    return false;
  } finally {
    doc?.off('update', count);
  }
  return changes === 0;
}

/** True when every node, attribute and mark below `fragment` is one the schema keeps. */
function understood(fragment: XmlFragment, schema: Schema): boolean {
  const waiting: unknown[] = fragment.toArray();
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next instanceof XmlText) {
      if (!textUnderstood(next, schema)) return false;
    } else if (next instanceof XmlElement) {
      const known = schema.nodes[next.nodeName]?.spec.attrs;
      if (schema.nodes[next.nodeName] === undefined) return false;
      if (Object.keys(next.getAttributes()).some((name) => !(name in (known ?? {})))) return false;
      waiting.push(...next.toArray());
    } else {
      return false;
    }
  }
  return true;
}

function textUnderstood(text: XmlText, schema: Schema): boolean {
  const delta = text.toDelta() as { insert: unknown; attributes?: Readonly<Record<string, unknown>> }[];
  return delta.every(({ insert, attributes }) => {
    if (typeof insert !== 'string') return false;
    return Object.entries(attributes ?? {}).every(([name, value]) => {
      const known = schema.marks[name]?.spec.attrs ?? {};
      return name in schema.marks && Object.keys(value ?? {}).every((attribute) => attribute in known);
    });
  });
}

const schemas = new Map<TextField, Schema>();

/** Made once; headline and standfirst have the same one. */
function schemaOf(field: TextField): Schema {
  const key = field === 'body' ? 'body' : 'headline';
  const made = schemas.get(key) ?? getSchema(schemaExtensions(key));
  schemas.set(key, made);
  return made;
}
