import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isOrder, orderBetween } from '#shared/document/order.ts';
import { addRelated, changeRelated, moveRelated, readRelated, removeRelated } from '#shared/document/related.ts';
import { seededRandom } from '../article/arbitrary.ts';

const link = (headline: string) => ({ type: 'related', target: { kind: 'none' }, headline, blurb: '' }) as const;
const random = seededRandom(11);

function listOf(...headlines: string[]): { doc: Y.Doc; ids: string[] } {
  const doc = new Y.Doc();
  return { doc, ids: headlines.map((headline) => addRelated(doc, link(headline), random)) };
}

function headlines(doc: Y.Doc): string {
  return readRelated(doc)
    .map((entry) => entry.headline)
    .join('');
}

function meet(one: Y.Doc, other: Y.Doc): void {
  const update = Y.encodeStateAsUpdate(one);
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, update);
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

describe('order', () => {
  it('finds a place between any two, for ever', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 120 }), (places) => {
        const orders: string[] = [];
        for (const place of places) {
          const at = place % (orders.length + 1);
          orders.splice(at, 0, orderBetween(orders[at - 1] ?? null, orders[at] ?? null));
        }
        expect(orders.every(isOrder)).toBe(true);
        expect(orders.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(orders);
        expect(new Set(orders).size).toBe(orders.length);
      }),
    );
  });

  it('stays short while entries are appended', () => {
    let order = orderBetween(null, null);
    for (let count = 0; count < 500; count += 1) order = orderBetween(order, null);
    expect(order.length).toBeLessThan(40);
  });
});

describe('the related list', () => {
  it('adds, changes, moves and removes', () => {
    const { doc, ids } = listOf('A', 'B', 'C', 'D');
    const [a = '', b = '', c = '', d = ''] = ids;
    moveRelated(doc, d, 0);
    expect(headlines(doc)).toBe('DABC');
    moveRelated(doc, a, 2);
    expect(headlines(doc)).toBe('DBAC');
    moveRelated(doc, b, 99);
    expect(headlines(doc)).toBe('DACB');
    changeRelated(doc, c, { headline: 'X', target: { kind: 'url', url: 'https://example.org/' } });
    removeRelated(doc, a);
    expect(headlines(doc)).toBe('DXB');
    expect(readRelated(doc)[1]).toEqual({
      id: c,
      type: 'related',
      target: { kind: 'url', url: 'https://example.org/' },
      headline: 'X',
      blurb: '',
    });
  });

  it('writes nothing when nothing changes', () => {
    const { doc, ids } = listOf('A', 'B');
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    changeRelated(doc, ids[0] ?? '', link('A'));
    moveRelated(doc, ids[1] ?? '', 1);
    changeRelated(doc, 'nobody', { headline: 'x' });
    moveRelated(doc, 'nobody', 0);
    removeRelated(doc, 'nobody');
    expect(updates).toBe(0);
  });

  it('keeps both when one moves an entry and another writes its blurb', () => {
    const { doc, ids } = listOf('A', 'B', 'C');
    const other = copyOf(doc);
    moveRelated(doc, ids[2] ?? '', 0);
    changeRelated(other, ids[2] ?? '', { blurb: 'Written offline' });
    meet(doc, other);
    expect(headlines(doc)).toBe('CAB');
    expect(readRelated(doc)).toEqual(readRelated(other));
    expect(readRelated(doc)[0]?.blurb).toBe('Written offline');
  });

  it('brings a removed entry back with the words somebody wrote in it meanwhile, but not for being moved', () => {
    const { doc, ids } = listOf('A', 'B');
    const other = copyOf(doc);
    for (const id of ids) removeRelated(doc, id);
    changeRelated(other, ids[0] ?? '', { blurb: 'Do not lose me' });
    moveRelated(other, ids[1] ?? '', 0);
    meet(doc, other);
    expect(readRelated(doc)).toEqual(readRelated(other));
    expect(readRelated(doc).map((entry) => entry.blurb)).toEqual(['Do not lose me']);
  });

  it('orders entries that two people added at the same place the same way for both, and can still move them', () => {
    const { doc } = listOf('A');
    const other = copyOf(doc);
    const [b, c] = [addRelated(doc, link('B'), random), addRelated(other, link('C'), random)];
    meet(doc, other);
    expect(headlines(doc)).toBe(headlines(other));
    const last = headlines(doc).endsWith('B') ? b : c;
    const expected = headlines(doc).endsWith('B') ? 'ABC' : 'ACB';
    const d = addRelated(doc, link('D'), random);
    moveRelated(doc, last, 1);
    expect(headlines(doc)).toBe(`${expected}D`);
    moveRelated(doc, d, 2);
    expect(headlines(doc)).toBe(`${expected.slice(0, 2)}D${expected.slice(2)}`);
  });
});
