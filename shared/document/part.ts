import * as Y from 'yjs';
import { meets, spansOf, spansWithout, type Spans } from './span.ts';
import { stateOf } from './state.ts';

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** What `state` has and all of `updates` together have not, and whether it is so the other way round. */
export interface StateDifference {
  /** As an update; null for nothing. */
  readonly here: Uint8Array | null;
  readonly there: boolean;
}

/**
 * Compares an article's whole state with the updates that were sent of it, in any order. Deletions that follow from
 * others by themselves (text that comes into something deleted) do not count. All must be sound updates.
 */
export function compareState(state: Uint8Array, updates: readonly Uint8Array[]): StateDifference {
  const mine = Y.decodeUpdate(state);
  const sent = Y.decodeUpdate(stateOf(updates));
  const written = spansWithout(writtenSpans(mine), writtenSpans(sent));
  const deleted = spansWithout(deletedSpans(mine), deletedSpans(sent));
  const here = written.size + deleted.size > 0 ? encodePart(mine, written, deleted) : null;
  const there =
    spansWithout(writtenSpans(sent), writtenSpans(mine)).size +
      spansWithout(deletedSpans(sent), deletedSpans(mine)).size >
    0;
  return { here, there };
}

/**
 * `updates` as one, as small as it can be: everything they brought and deleted, taken out of `state`, which holds them
 * all and no longer holds what was deleted.
 */
export function partOfState(state: Uint8Array, updates: readonly Uint8Array[]): Uint8Array {
  const decoded = updates.map((update) => Y.decodeUpdate(update));
  const written = spansOf(decoded.flatMap((update) => [...writtenIn(update)]));
  const deleted = spansOf(decoded.flatMap((update) => [...deletedIn(update)]));
  return encodePart(Y.decodeUpdate(state), written, deleted);
}

/** True when applying `longer` brings about all that applying `shorter` does. */
export function coversUpdate(longer: Uint8Array, shorter: Uint8Array): boolean {
  const [all, part] = [Y.decodeUpdate(longer), Y.decodeUpdate(shorter)];
  if (spansWithout(writtenSpans(part), writtenSpans(all)).size > 0) return false;
  return spansWithout(deletedSpans(part), deletedSpans(all)).size === 0;
}

/** Several updates as one, in any order, losing nothing. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates;
  return only !== undefined && updates.length === 1 ? only : Y.mergeUpdates([...updates]);
}

function writtenSpans(update: Decoded): Spans {
  return spansOf(writtenIn(update));
}

function deletedSpans(update: Decoded): Spans {
  return spansOf(deletedIn(update));
}

function* writtenIn({ structs }: Decoded): Iterable<{ client: number; start: number; end: number }> {
  for (const struct of structs) {
    if (!(struct instanceof Y.Skip)) yield placeOf(struct);
  }
}

function* deletedIn({ ds }: Decoded): Iterable<{ client: number; start: number; end: number }> {
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) yield { client, start: clock, end: clock + len };
  }
}

/** True for a struct of which only the place is left. */
function isDead(struct: Y.AbstractStruct): boolean {
  return struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted);
}

function* placesOf(spans: Spans): Iterable<{ client: number; start: number; end: number }> {
  for (const [client, all] of spans) for (const { start, end } of all) yield { client, start, end };
}

function placeOf({ id, length }: Y.AbstractStruct): { client: number; start: number; end: number } {
  return { client: id.client, start: id.clock, end: id.clock + length };
}

/**
 * The structs that share something with `written`, each whole (to cut one may break a character), and those deletions,
 * in the format of Yjs, V1: per client a count, the client, the first clock and the structs without a gap. A struct of
 * which only the place is left comes with its deletion: whoever has it alive would keep it so without.
 */
function encodePart({ structs }: Decoded, written: Spans, removed: Spans): Uint8Array {
  const byClient = new Map<number, (Y.Item | Y.GC | Y.Skip)[]>();
  const dead: { client: number; start: number; end: number }[] = [];
  for (const struct of structs) {
    const { client, start, end } = placeOf(struct);
    if (struct instanceof Y.Skip || !meets(written, client, { start, end })) continue;
    const chosen = byClient.get(client) ?? [];
    const last = chosen.at(-1);
    const reach = last === undefined ? start : last.id.clock + last.length;
    if (start > reach) chosen.push(new Y.Skip(Y.createID(client, reach), start - reach));
    chosen.push(struct);
    if (isDead(struct)) dead.push({ client, start, end });
    byClient.set(client, chosen);
  }
  const deleted = spansOf([...placesOf(removed), ...dead]);
  const encoder = new Y.UpdateEncoderV1();
  encoder.writeLen(byClient.size);
  for (const [client, chosen] of [...byClient].sort(([a], [b]) => b - a)) {
    encoder.writeLen(chosen.length);
    encoder.writeClient(client);
    encoder.writeLen(chosen[0]?.id.clock ?? 0);
    for (const struct of chosen) struct.write(encoder, 0);
  }
  encoder.writeLen(deleted.size);
  for (const [client, spans] of [...deleted].sort(([a], [b]) => b - a)) {
    encoder.writeLen(client);
    encoder.writeLen(spans.length);
    for (const { start, end } of spans) {
      encoder.writeDsClock(start);
      encoder.writeDsLen(end - start);
    }
  }
  return encoder.toUint8Array();
}
