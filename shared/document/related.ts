import type * as Y from 'yjs';
import { isArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import { RELATED_TYPES, type RelatedLink, type RelatedTarget, type RelatedType } from '#shared/article/related.ts';
import { linkAddress } from '#shared/article/url.ts';
import { RELATED_ROOT } from './layout.ts';
import { isOrder, orderBetween } from './order.ts';
import { OWN_EDIT } from './origin.ts';

const PROPERTIES = ['type', 'target', 'headline', 'blurb', 'order'] as const;
type Property = (typeof PROPERTIES)[number];
type Registers = Partial<Record<Property, unknown>>;

const KEY = /^([0-9a-z]{1,40})\.(type|target|headline|blurb|order)$/;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 16;

/** Sorts after every valid order: where an entry with no readable place stands. */
const LAST = '~';

/** The related list in its order, whatever is stored: malformed properties read as their defaults. Changes nothing. */
export function readRelated(doc: Y.Doc): RelatedLink[] {
  return ordered(doc).map((entry) => entry.link);
}

/** Appends an entry and returns its new id. */
export function addRelated(doc: Y.Doc, link: Omit<RelatedLink, 'id'>, random: Random): string {
  const id = Array.from(random(ID_LENGTH).subarray(0, ID_LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('');
  const last = ordered(doc)
    .map((entry) => entry.order)
    .findLast(isOrder);
  doc.transact(() => {
    const { type, target, headline, blurb } = link;
    write(doc, id, { type, target: { ...target }, headline, blurb, order: orderBetween(last ?? null, null) });
  }, OWN_EDIT);
  return id;
}

/** Changes what is given and differs; an unknown id changes nothing. */
export function changeRelated(doc: Y.Doc, id: string, patch: Partial<Omit<RelatedLink, 'id'>>): void {
  const current = ordered(doc).find((entry) => entry.link.id === id)?.link;
  if (current === undefined) return;
  const { type, target, headline, blurb } = patch;
  const changed: Registers = {};
  if (type !== undefined && type !== current.type) changed.type = type;
  if (target !== undefined && !sameTarget(target, current.target)) changed.target = { ...target };
  if (headline !== undefined && headline !== current.headline) changed.headline = headline;
  if (blurb !== undefined && blurb !== current.blurb) changed.blurb = blurb;
  doc.transact(() => write(doc, id, changed), OWN_EDIT);
}

/** Moves an entry so that it stands at `toIndex` of the list (clamped). An unknown id changes nothing. */
export function moveRelated(doc: Y.Doc, id: string, toIndex: number): void {
  const entries = ordered(doc);
  const from = entries.findIndex((entry) => entry.link.id === id);
  const [moved] = from === -1 ? [] : entries.splice(from, 1);
  const to = Math.max(0, Math.min(toIndex, entries.length));
  if (moved === undefined || to === from) return;
  const before = entries[to - 1]?.order ?? null;
  const after = entries[to]?.order ?? null;
  const free = [before, after].every((order) => order === null || isOrder(order));
  doc.transact(() => {
    if (free && (before === null || after === null || before < after)) {
      write(doc, id, { order: orderBetween(before, after) });
      return;
    }
    // Two entries share a place (both were added offline), or one is unreadable: give every entry a fresh one.
    entries.splice(to, 0, moved);
    let order: string | null = null;
    for (const entry of entries) {
      order = orderBetween(order, null);
      write(doc, entry.link.id, { order });
    }
  }, OWN_EDIT);
}

/** Removes an entry. Words that somebody writes in it meanwhile bring it back with those words. */
export function removeRelated(doc: Y.Doc, id: string): void {
  const root = doc.getMap(RELATED_ROOT);
  doc.transact(() => {
    for (const property of PROPERTIES) if (root.has(`${id}.${property}`)) root.delete(`${id}.${property}`);
  }, OWN_EDIT);
}

function write(doc: Y.Doc, id: string, registers: Registers): void {
  const root = doc.getMap(RELATED_ROOT);
  for (const [property, value] of Object.entries(registers)) root.set(`${id}.${property}`, value);
}

interface Entry {
  readonly link: RelatedLink;
  readonly order: string;
}

function ordered(doc: Y.Doc): Entry[] {
  const stored = new Map<string, Registers>();
  for (const [key, value] of doc.getMap(RELATED_ROOT)) {
    const [, id, property] = KEY.exec(key) ?? [];
    if (id === undefined || property === undefined) continue;
    const registers = stored.get(id) ?? {};
    registers[property as Property] = value;
    stored.set(id, registers);
  }
  return [...stored]
    .map(([id, registers]) => entryFrom(id, registers))
    .filter((entry) => entry !== null)
    .sort((one, other) => compare(one.order, other.order) || compare(one.link.id, other.link.id));
}

function entryFrom(id: string, { type, target, headline, blurb, order }: Registers): Entry | null {
  const words = { headline: textFrom(headline), blurb: textFrom(blurb) };
  if (target === undefined && words.headline === '' && words.blurb === '') return null;
  const link = { id, type: isType(type) ? type : 'related', target: targetFrom(target), ...words };
  return { link, order: isOrder(order) ? order : LAST };
}

function targetFrom(stored: unknown): RelatedTarget {
  if (typeof stored !== 'object' || stored === null) return { kind: 'none' };
  const { kind, article, url } = stored as Readonly<Record<string, unknown>>;
  if (kind === 'article' && isArticleId(article)) return { kind, article };
  const address = kind === 'url' && typeof url === 'string' ? linkAddress(url) : null;
  return address === null ? { kind: 'none' } : { kind: 'url', url: address };
}

function sameTarget(one: RelatedTarget, other: RelatedTarget): boolean {
  switch (one.kind) {
    case 'article':
      return other.kind === 'article' && one.article === other.article;
    case 'url':
      return other.kind === 'url' && one.url === other.url;
    case 'none':
      return other.kind === 'none';
  }
}

function isType(value: unknown): value is RelatedType {
  return (RELATED_TYPES as readonly unknown[]).includes(value);
}

function textFrom(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
