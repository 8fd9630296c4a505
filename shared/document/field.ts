import type * as Y from 'yjs';
import { FIELD_NAMES, FIELDS, metadataFrom, type FieldName } from '#shared/article/field.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import { METADATA_ROOT } from './layout.ts';
import { OWN_EDIT } from './origin.ts';

/**
 * Writes the fields of `patch` whose value differs from what is stored; the others stay untouched, so that two people
 * who change different fields never meet. Returns the fields that were refused because their value is not well formed
 * (`FIELDS` says what is); for those nothing is written, so what was there stays.
 */
export function setFields(doc: Y.Doc, patch: Partial<Metadata>): readonly FieldName[] {
  const stored = doc.getMap(METADATA_ROOT);
  const refused: FieldName[] = [];
  doc.transact(() => {
    for (const name of FIELD_NAMES) {
      const value = patch[name];
      if (value === undefined) continue;
      if (!FIELDS[name].accepts(value)) refused.push(name);
      else if (!sameJson(stored.get(name), value)) stored.set(name, structuredCopy(value));
    }
  }, OWN_EDIT);
  return refused;
}

/** All metadata as stored, defaults for what is absent or malformed. Changes nothing. */
export function readMetadata(doc: Y.Doc): Metadata {
  const stored = doc.getMap(METADATA_ROOT);
  return metadataFrom((name) => stored.get(name));
}

/** True when both are the same plain JSON; the order of an object's keys does not count. */
function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(Reflect.get(one, key), Reflect.get(other, key)))
  );
}

/** A copy, because Yjs keeps (and, while developing, freezes) what it is given. */
function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, structuredCopy(entry)]));
}
