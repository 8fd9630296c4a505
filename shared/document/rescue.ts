import * as Y from 'yjs';
import { WRITTEN_METADATA } from '#shared/article/metadata.ts';
import { METADATA_ROOT, RELATED_ROOT } from './layout.ts';

/** Something written that a merge would leave nowhere in the article. */
export interface LostPassage {
  readonly text: string;
  /** Who wrote it: `there` it came with the update, `here` it stood in this document. */
  readonly written: 'here' | 'there';
  /** The root it was written in, or null where that can't be told any more. */
  readonly root: string | null;
  /** The attribute, metadata field or related entry's property it was the value of; null for running text. */
  readonly name: string | null;
}

/** Attributes, and metadata, that people write words in; the others are choices that can be made again. */
const WRITTEN_ATTRIBUTES: ReadonlySet<string> = new Set(['attribution', 'credit', 'source', 'alt', 'title']);
const WRITTEN_FIELDS: ReadonlySet<string> = new Set(WRITTEN_METADATA);

/**
 * What would be lost if `update` were applied to a document whose whole state is `before`: text that came with the
 * update into something deleted here, text written here in something the update deletes, and words that lose against
 * other words written at the same time in the same attribute or field. A passage that its reader saw and deleted is
 * not lost, and not listed. Author-agnostic; neither argument is changed. Both must be sound updates (`inspectUpdate`).
 *
 * It rests on one fact of the format: whoever deletes something lists in the update all of it that they had seen. What
 * goes and is not listed was never seen by the one who deleted it.
 */
export function lostText(before: Uint8Array, update: Uint8Array): LostPassage[] {
  return lossesOf(before, update).passages.map(({ place: _, ...passage }) => passage);
}

/** A metadata field that two people wrote at the same time: the value that stands nowhere any more. */
export interface PassedOver {
  readonly field: string;
  /** Plain JSON. */
  readonly value: unknown;
  /** What stands instead, the same on every machine. */
  readonly kept: unknown;
  readonly written: LostPassage['written'];
}

export interface Losses {
  /** `place` is where in the document's history a passage begins: the same on every machine. */
  readonly passages: (LostPassage & { readonly place: string })[];
  readonly fields: PassedOver[];
}

/** As `lostText`, and with it the metadata fields whose values met. */
export function lossesOf(before: Uint8Array, update: Uint8Array): Losses {
  const doc = tracedDocument(before);
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([update, ...waitingIn(doc)]));
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  let gone: Deletions = new Map();
  doc.once('afterTransaction', (transaction: Y.Transaction) => {
    gone = transaction.deleteSet.clients;
  });
  Y.applyUpdate(doc, update);
  const lost = [...lostHere(doc, known, gone, ds.clients), ...lostThere(doc, known, structs, ds.clients)];
  return close(doc, lost);
}

/**
 * The same for an update that `state` holds already, written by somebody who had not seen all of it: what it brought
 * and nobody who saw it took away, and that stands nowhere.
 */
export function lossesIn(state: Uint8Array, update: Uint8Array): Losses {
  const { structs, ds } = Y.decodeUpdate(update);
  const doc = tracedDocument(state);
  return close(doc, [...lostThere(doc, new Map(), structs, ds.clients)]);
}

/** What came before something it builds on, and waits for it in the document: it counts as coming with that. */
function waitingIn({ store }: Y.Doc): Uint8Array[] {
  const waiting = [store.pendingStructs?.update, store.pendingDs];
  return waiting.flatMap((bytes) => (bytes instanceof Uint8Array ? [Y.convertUpdateFormatV2ToV1(bytes)] : []));
}

function tracedDocument(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  doc.getMap(METADATA_ROOT);
  doc.getMap(RELATED_ROOT);
  Y.applyUpdate(doc, state);
  return doc;
}

function close(doc: Y.Doc, pieces: readonly Piece[]): Losses {
  const metadata = doc.getMap(METADATA_ROOT);
  const fields = pieces.flatMap(({ value, name, root, written }): PassedOver[] => {
    if (value === undefined || name === null || root !== METADATA_ROOT) return [];
    const kept: unknown = metadata.get(name);
    return JSON.stringify(kept) === JSON.stringify(value) ? [] : [{ field: name, value, kept, written }];
  });
  doc.destroy();
  return { passages: joined(pieces.filter(({ text }) => text !== '')), fields };
}

type Deletions = ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;

/** A stretch of one writer's items: from `start` up to, not including, `end`. */
interface Stretch {
  readonly client: number;
  readonly start: number;
  readonly end: number;
}

interface Piece extends LostPassage, Stretch {
  readonly parent: unknown;
  /** The value of a register, where it is one. Its text is empty where that is not words that stand nowhere. */
  readonly value?: unknown;
}

/** Live before, gone after, and not listed by the update. */
function* lostHere(
  doc: Y.Doc,
  known: ReadonlyMap<number, number>,
  gone: Deletions,
  listed: Deletions,
): Iterable<Piece> {
  for (const [client, ranges] of gone) {
    for (const { clock, len } of ranges) {
      const stretch = { client, start: clock, end: Math.min(clock + len, known.get(client) ?? 0) };
      for (const item of structsIn(doc, stretch)) {
        if (!(item instanceof Y.Item)) continue;
        for (const part of without(overlap(stretch, item), listed)) yield* piecesOf(item, item, part, 'here');
      }
    }
  }
}

/** New with the update, not listed by it, and not alive after. */
function* lostThere(
  doc: Y.Doc,
  known: ReadonlyMap<number, number>,
  structs: readonly Y.AbstractStruct[],
  listed: Deletions,
): Iterable<Piece> {
  for (const sent of structs) {
    if (!(sent instanceof Y.Item)) continue;
    const { client, clock } = sent.id;
    const start = Math.max(clock, known.get(client) ?? 0);
    for (const part of without({ client, start, end: clock + sent.length }, listed)) {
      for (const struct of structsIn(doc, part)) {
        if (struct.deleted) yield* piecesOf(sent, struct, overlap(part, struct), 'there');
      }
    }
  }
}

/** The words of `part` of an item; `integrated` is what became of it in the document. */
function* piecesOf(
  item: Y.Item,
  integrated: Y.AbstractStruct,
  part: Stretch,
  written: LostPassage['written'],
): Iterable<Piece> {
  const place = integrated instanceof Y.Item ? integrated : item;
  const parent: unknown = place.parent;
  const root = parent instanceof Y.AbstractType ? rootOf(parent) : typeof parent === 'string' ? parent : null;
  const common = { ...part, written, parent, root };
  const { content } = item;
  if (content instanceof Y.ContentString) {
    const text = content.str.slice(part.start - item.id.clock, part.end - item.id.clock);
    if (text !== '') yield { ...common, text, name: null };
  } else if (content instanceof Y.ContentAny && place.parentSub !== null) {
    const [value] = content.arr as readonly unknown[];
    const name = place.parentSub;
    const words = typeof value === 'string' && value.trim() !== '' && isWritten(root, name) ? value : '';
    yield { ...common, text: words !== '' && !stands(parent, name, words) ? words : '', name, value };
  }
}

function isWritten(root: string | null, name: string): boolean {
  if (root === METADATA_ROOT) return WRITTEN_FIELDS.has(name);
  if (root === RELATED_ROOT) return name.endsWith('.headline') || name.endsWith('.blurb');
  return WRITTEN_ATTRIBUTES.has(name);
}

/** True when the same words are there all the same, written by the other side too. */
function stands(parent: unknown, name: string, value: string): boolean {
  if (parent instanceof Y.Map) return parent.get(name) === value;
  const alive = parent instanceof Y.XmlElement && parent._item?.deleted === false;
  return alive && (parent.getAttribute(name) as unknown) === value;
}

function rootOf(type: Y.AbstractType<unknown>): string | null {
  let top = type;
  while (top._item !== null) {
    const above: unknown = top._item.parent;
    if (!(above instanceof Y.AbstractType)) return null;
    top = above as Y.AbstractType<unknown>;
  }
  for (const [name, shared] of top.doc?.share ?? []) if ((shared as unknown) === top) return name;
  return null;
}

/** The structs of the document that share something with the stretch. What waits for an earlier update is not there. */
function* structsIn(doc: Y.Doc, { client, start, end }: Stretch): Iterable<Y.AbstractStruct> {
  const structs = doc.store.clients.get(client) ?? [];
  if (start >= end || start >= Y.getState(doc.store, client)) return;
  for (let at = Y.findIndexSS(structs, start); at < structs.length; at += 1) {
    const struct = structs[at];
    if (struct === undefined || struct.id.clock >= end) return;
    yield struct;
  }
}

function overlap({ client, start, end }: Stretch, { id, length }: Y.AbstractStruct): Stretch {
  return { client, start: Math.max(start, id.clock), end: Math.min(end, id.clock + length) };
}

/** What of a stretch is not in `listed`, whose ranges are sorted. */
function without({ client, start, end }: Stretch, listed: Deletions): Stretch[] {
  const left: Stretch[] = [];
  let from = start;
  for (const { clock, len } of listed.get(client) ?? []) {
    if (clock >= end) break;
    if (clock + len <= from) continue;
    if (clock > from) left.push({ client, start: from, end: clock });
    from = clock + len;
  }
  if (from < end) left.push({ client, start: from, end });
  return left;
}

/** Neighbouring pieces of one writer's typing as one passage. */
function joined(pieces: readonly Piece[]): Losses['passages'] {
  const passages: Piece[] = [];
  for (const piece of pieces) {
    const last = passages.at(-1);
    const goesOn =
      last !== undefined &&
      last.name === null &&
      piece.name === null &&
      last.client === piece.client &&
      last.end === piece.start &&
      last.parent === piece.parent &&
      last.written === piece.written;
    if (goesOn) passages[passages.length - 1] = { ...last, text: last.text + piece.text, end: piece.end };
    else passages.push(piece);
  }
  return passages.map(({ text, written, root, name, client, start }) => {
    return { text, written, root, name, place: `${client}:${start}` };
  });
}
