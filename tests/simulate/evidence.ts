import { sha256Hex } from '#electron/backend/digest.ts';
import { parcelPath, parseParcelName, type ParcelName } from '#shared/parcel/name.ts';
import { openParcel, type Codec } from '#shared/parcel/parcel.ts';
import { reachOf } from '#shared/parcel/range.ts';
import { FORGER } from './forgery.ts';
import type { Files } from './replica.ts';
import { tokensIn } from './token.ts';

const DESK_PATH = /(?:^|\/)(?:writers|parcels)\/([^/]+)\/([^/]+)$/u;

/** A parcel found whole somewhere, and the tokens that can be read in it. */
export interface FoundParcel {
  readonly path: string;
  readonly name: ParcelName;
  readonly tokens: ReadonlySet<number>;
  readonly articles: readonly string[];
}

/** What files hold, learned once for each name: a digest stands for the same bytes everywhere. */
const known = new Map<string, FoundParcel | null>();

/** Every whole parcel among these files, forged ones left out. */
export function parcelsIn(files: Files, codec: Codec): FoundParcel[] {
  const found: FoundParcel[] = [];
  for (const [path, bytes] of files) {
    const name = nameAt(path);
    if (name === null || codec.digest(bytes) !== name.digest) continue;
    const key = `${parcelPath(name)} ${sha256Hex(bytes)}`;
    const parcel = known.get(key) ?? parcelFrom(path, name, bytes, codec);
    if (known.size > 5000) known.clear();
    known.set(key, parcel);
    if (parcel !== null) found.push({ ...parcel, path });
  }
  return found;
}

function parcelFrom(path: string, name: ParcelName, bytes: Uint8Array, codec: Codec): FoundParcel | null {
  const opened = openParcel(name, bytes, codec);
  if (opened.is !== 'parcel' || opened.parcel.application === FORGER) return null;
  const tokens = new Set<number>();
  for (const { update } of opened.parcel.parts) {
    for (const token of tokensIn(Buffer.from(update).toString('latin1')).keys()) tokens.add(token);
  }
  return { path, name, tokens, articles: opened.parcel.parts.map(({ id }) => id) };
}

/** The tokens that a newcomer could read in these parcels: those of each writer up to its first gap. */
export function readable(parcels: readonly FoundParcel[]): Set<number> {
  const tokens = new Set<number>();
  for (const group of Map.groupBy(parcels, ({ name }) => name.writer).values()) {
    const reach = reachOf(group.map(({ name }) => name));
    for (const parcel of group) {
      if (parcel.name.to <= reach) for (const token of parcel.tokens) tokens.add(token);
    }
  }
  return tokens;
}

/**
 * A parcel that was put on the shelf although an issue of its writer before it neither is nor was there, nor is refused;
 * null for none.
 */
export function outOfOrder(before: Files, after: Files, refused: Iterable<string>): string | null {
  const names = [...before.keys(), ...after.keys(), ...refused].map(nameAt).filter((name) => name !== null);
  const reaches = new Map<string, number>();
  for (const [writer, group] of Map.groupBy(names, (name) => name.writer)) reaches.set(writer, reachOf(group));
  for (const path of after.keys()) {
    const name = before.has(path) ? null : nameAt(path);
    if (name !== null && name.from > (reaches.get(name.writer) ?? 0) + 1) return path;
  }
  return null;
}

function nameAt(path: string): ParcelName | null {
  const [, writer = '', file = ''] = DESK_PATH.exec(path) ?? [];
  return parseParcelName(writer, file);
}
