import * as Y from 'yjs';
import { ABOUT_ROOT } from '#shared/document/layout.ts';
import { parcelPath, parseParcelName, type ParcelName } from '#shared/parcel/name.ts';
import { encodeParcel, openParcel, type Parcel } from '#shared/parcel/parcel.ts';
import { nodeCodec } from '#electron/backend/desk/node-codec.ts';
import type { Chance } from './chance.ts';
import { FOREIGN, tokenOf } from './token.ts';

/** What forged parcels say they were made by, so that an onlooker can tell them. */
export const FORGER = 'forged';

const FOREIGN_TEXT = tokenOf(FOREIGN);

/** A file of the desk folder that nobody on the desk made; `path` is inside the folder. */
export interface Forgery {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Makes one out of a true parcel: everything about it looks right but one thing. Null where the parcel is not whole. */
export function forged([path, file]: readonly [string, Uint8Array], chance: Chance): Forgery | null {
  const [, , writer = '', name = ''] = path.split('/');
  const parsed = parseParcelName(writer, name);
  const opened = parsed === null ? null : openParcel(parsed, file, nodeCodec);
  if (parsed === null || opened?.is !== 'parcel') return null;
  const { parcel } = opened;
  const hostile = (): Parcel => ({ ...pretended(parcel, chance), parts: hostileParts(parcel, chance) });
  switch (chance.below(6)) {
    case 0:
      return named({ ...parsed, digest: Buffer.from(chance.bytes(32)).toString('hex') }, file);
    case 1:
      return sealed(parcel, {
        ...pretended(parcel, chance),
        desk: otherName(parcel.desk),
        parts: innocentParts(parcel),
      });
    case 2:
      return sealed(parcel, { ...parcel, writer: otherWriter(chance), parts: innocentParts(parcel) });
    case 3:
      return garbage(parsed, chance);
    default: {
      const made = hostile();
      return sealed(made, made);
    }
  }
}

function named(name: ParcelName, bytes: Uint8Array): Forgery {
  return { path: `/writers/${parcelPath(name)}`, bytes };
}

/** Under the right digest, in the folder of `place`'s writer. */
function sealed(place: { writer: string; from: number; to: number }, parcel: Parcel): Forgery {
  const bytes = encodeParcel({ ...parcel, application: FORGER }, nodeCodec);
  const { writer, from, to } = place;
  return named({ writer, from, to, digest: nodeCodec.digest(bytes) }, bytes);
}

function garbage({ writer, from, to }: ParcelName, chance: Chance): Forgery {
  const bytes = chance.bytes(10 + chance.below(100));
  return named({ writer, from, to, digest: nodeCodec.digest(bytes) }, bytes);
}

/** As if the writer's next issue, or the first of a writer nobody knows. */
function pretended(parcel: Parcel, chance: Chance): Parcel {
  if (chance.odds(0.5)) return { ...parcel, from: parcel.to + 1, to: parcel.to + 1 };
  return { ...parcel, writer: otherWriter(chance), from: 1, to: 1 };
}

function otherWriter(chance: Chance): string {
  return Buffer.from(chance.bytes(10)).toString('hex');
}

function otherName(name: string): string {
  return name.replace(/^./u, (first) => (first === 'a' ? 'b' : 'a'));
}

function innocentParts(parcel: Parcel): Parcel['parts'] {
  return partsOf(parcel, (doc) => text(doc).insert(0, FOREIGN_TEXT));
}

/** What no update of ours ever holds: unknown nodes and roots, a tower of nodes, strange marks and values, no update. */
function hostileParts(parcel: Parcel, chance: Chance): Parcel['parts'] {
  switch (chance.below(6)) {
    case 0:
      return partsOf(parcel, (doc) => doc.getXmlFragment('body').insert(0, [strange()]));
    case 1:
      return partsOf(parcel, (doc) => doc.getText('elsewhere').insert(0, FOREIGN_TEXT));
    case 2:
      return partsOf(parcel, (doc) => doc.getXmlFragment('body').insert(0, [tower()]));
    case 3:
      return partsOf(parcel, (doc) => text(doc).insert(0, FOREIGN_TEXT, { onclick: {} }));
    case 4:
      return partsOf(parcel, (doc) => doc.getMap(ABOUT_ROOT).set('article', new Uint8Array(3)));
    default:
      return parcel.parts.slice(0, 1).map((part) => ({ ...part, update: chance.bytes(40) }));
  }
}

function partsOf(parcel: Parcel, change: (doc: Y.Doc) => void): Parcel['parts'] {
  const doc = new Y.Doc();
  doc.clientID = 77;
  doc.transact(() => change(doc));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return parcel.parts.slice(0, 1).map((part) => ({ ...part, update }));
}

function text(doc: Y.Doc): Y.XmlText {
  const block = new Y.XmlElement('textBlock');
  const made = new Y.XmlText();
  doc.getXmlFragment('body').insert(0, [block]);
  block.insert(0, [made]);
  return made;
}

function strange(): Y.XmlElement {
  const made = new Y.XmlElement('iframe');
  made.insert(0, [new Y.XmlText(FOREIGN_TEXT)]);
  return made;
}

function tower(): Y.XmlElement {
  let top = new Y.XmlElement('table');
  for (let level = 0; level < 300; level += 1) {
    const above = new Y.XmlElement('table');
    above.insert(0, [top]);
    top = above;
  }
  return top;
}
