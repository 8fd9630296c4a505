import * as Y from 'yjs';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { MARK_NAMES } from '#shared/article/inline.ts';
import { schemaInKey } from './schema.ts';
import { ABOUT_ROOT, FIELDS_OF_TEXT, METADATA_ROOT, NODE, RELATED_ROOT } from './layout.ts';

/** What no update of ours ever comes near. */
const LIMITS = {
  bytes: 16 * 1024 * 1024,
  structs: 2_000_000,
  deletions: 2_000_000,
  /** UTF-16 units of one string. */
  text: 8 * 1024 * 1024,
  name: 200,
  valueDepth: 6,
  client: 0xffff_ffff,
  clock: 2 ** 40,
} as const;

const ROOTS: ReadonlySet<string> = new Set([...FIELDS_OF_TEXT, METADATA_ROOT, RELATED_ROOT, ABOUT_ROOT]);
const NODES: ReadonlySet<string> = new Set(Object.values(NODE));
const MARKS: ReadonlySet<string> = new Set(MARK_NAMES);

/**
 * Looks at an update (V1) without applying it: whether it decodes, and holds only roots, nodes, marks and kinds of
 * content that this application writes and understands, in sizes an article can have. Never throws, whatever the
 * bytes; takes time in proportion to their number. Says nothing of gaps: an update may wait for an earlier one.
 * Answers the schema version that the update itself says is needed from here on; 1 where it says nothing of it.
 */
export function inspectUpdate(update: Uint8Array): Result<{ readonly schema: number }> {
  if (update.byteLength > LIMITS.bytes) return fail('too-large', 'This change is too large to be part of an article.');
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return fail('bad-input', 'This change is damaged and can’t be read.');
  }
  const { structs, ds } = decoded;
  const deletions = Array.from(ds.clients.values());
  const ranges = deletions.reduce((sum, items) => sum + items.length, 0);
  if (structs.length > LIMITS.structs || ranges > LIMITS.deletions) {
    return fail('too-large', 'This change is too large to be part of an article.');
  }
  const sane =
    structs.every(({ id, length }) => isPlace(id.client, id.clock, length)) &&
    [...ds.clients].every(([client, items]) => items.every(({ clock, len }) => isPlace(client, clock, len)));
  if (!sane) return fail('bad-input', 'This change is damaged and can’t be read.');
  if (!structs.every((struct) => !(struct instanceof Y.Item) || isKnown(struct))) {
    return fail('article-newer', 'This change holds something this version of Stet does not know.');
  }
  return succeed({ schema: structs.reduce((most, struct) => Math.max(most, schemaSaid(struct)), 1) });
}

function schemaSaid(struct: unknown): number {
  if (!(struct instanceof Y.Item) || (struct.parent as unknown) !== ABOUT_ROOT || struct.parentSub === null) return 1;
  return schemaInKey(struct.parentSub) ?? 1;
}

function isPlace(client: number, clock: number, length: number): boolean {
  return client >= 0 && client <= LIMITS.client && clock >= 0 && length > 0 && clock + length <= LIMITS.clock;
}

function isKnown(item: Y.Item): boolean {
  const parent: unknown = item.parent;
  if (typeof parent === 'string' && !ROOTS.has(parent)) return false;
  if (item.parentSub !== null && item.parentSub.length > LIMITS.name) return false;
  // Beside a neighbour the encoding leaves out parent and name: it may be either.
  if (parent === null) return isKnownContent(item.content, true) || isKnownContent(item.content, false);
  return isKnownContent(item.content, item.parentSub !== null);
}

/** `named` is true for a value of a map or an attribute, false for a part of a sequence. */
function isKnownContent(content: Y.Item['content'], named: boolean): boolean {
  if (content instanceof Y.ContentDeleted) return true;
  if (content instanceof Y.ContentString) return !named && content.str.length <= LIMITS.text;
  if (content instanceof Y.ContentAny) {
    return named && content.arr.length === 1 && isPlain(content.arr[0], LIMITS.valueDepth);
  }
  if (content instanceof Y.ContentFormat) {
    return MARKS.has(content.key) && (content.value === null || isMarkValue(content.value));
  }
  if (content instanceof Y.ContentType) {
    const { type } = content;
    return !named && (type instanceof Y.XmlElement ? NODES.has(type.nodeName) : type instanceof Y.XmlText);
  }
  return false;
}

function isMarkValue(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value) && isPlain(value, 1);
}

/** Plain JSON at most `depth` containers deep. */
function isPlain(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      return value.length <= LIMITS.text;
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return true;
    case 'object': {
      if (value === null) return true;
      if (depth === 0 || value instanceof Uint8Array) return false;
      return Object.entries(value).every(([name, entry]) => name.length <= LIMITS.name && isPlain(entry, depth - 1));
    }
    default:
      return false;
  }
}
