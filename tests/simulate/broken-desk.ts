import { Desk } from '#electron/backend/desk/desk.ts';
import { DeskFolder } from '#electron/backend/desk/desk-folder.ts';
import { Shelf } from '#electron/backend/desk/shelf.ts';
import type { ParcelName } from '#shared/parcel/name.ts';

/** Desks with a broken part: each replaces a method and returns the way back. */

/** Sharing one article shares all there are. */
export function sharingAll(): () => void {
  const { share } = Desk.prototype;
  const libraries = new WeakMap<Desk, Parameters<typeof Desk.reopen>[0]['library']>();
  const undo = [watch('create'), watch('join'), watch('reopen')];
  Desk.prototype.share = function (this: Desk, ids) {
    const all = libraries
      .get(this)
      ?.list({ limit: 500 })
      .items.map(({ id }) => id);
    return share.call(this, all ?? ids);
  };
  function watch(name: 'create' | 'join' | 'reopen'): () => void {
    const make = Desk[name].bind(Desk);
    const before = Desk[name];
    Desk[name] = async (o) => {
      const made = await make(o);
      if (made.ok) libraries.set(made.value, o.library);
      return made;
    };
    return () => {
      Desk[name] = before;
    };
  }
  return () => {
    Desk.prototype.share = share;
    for (const back of undo) back();
  };
}

/** The longer parcel is believed to be there, and those it covers are removed. */
export function compactingBlindly(): () => void {
  const { put } = DeskFolder.prototype;
  const { keep } = Shelf.prototype;
  const isLong = ({ from, to }: ParcelName): boolean => from < to;
  DeskFolder.prototype.put = async function (this: DeskFolder, name, bytes) {
    if (!isLong(name)) await put.call(this, name, bytes);
  };
  Shelf.prototype.keep = async function (this: Shelf, name, bytes) {
    if (!isLong(name)) await keep.call(this, name, bytes);
  };
  return () => {
    DeskFolder.prototype.put = put;
    Shelf.prototype.keep = keep;
  };
}

/** Whatever comes from a writer is taken, although an earlier issue is missing. */
export function takingOutOfOrder(): () => void {
  const { of } = Shelf.prototype;
  Shelf.prototype.of = function (this: Shelf, writer) {
    const names = [...of.call(this, writer)];
    const all = { writer, from: 1, to: 1_000_000, digest: '' };
    // Seen only by who goes through the names to learn how far they reach.
    return Object.assign(names, { [Symbol.iterator]: () => names.concat(all).values() });
  };
  return () => {
    Shelf.prototype.of = of;
  };
}
