import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { contentOf } from '#shared/document/content.ts';
import { compareState, coversUpdate, mergeUpdates, partOfState } from '#shared/document/part.ts';
import { stateOf } from '#shared/document/state.ts';
import { seeded } from '../../electron/backend/seeded.ts';
import { bodyText, changeTo, draftOf, stateOfDraft } from './pair.ts';

const START = stateOfDraft(draftOf('First paragraph.', 'Second paragraph.'));

/** Two people write and delete at random for a while, each seeing the other now and then. */
function history(seed: number): { first: Uint8Array; updates: Uint8Array[][] } {
  const next = seeded(seed);
  const docs = [0, 1].map(() => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, START);
    return doc;
  });
  const updates: Uint8Array[][] = [[], []];
  docs.forEach((doc, at) =>
    doc.on('update', (update: Uint8Array, origin: unknown) => origin === 'other' || updates[at]?.push(update)),
  );
  for (let step = 0; step < 40; step += 1) {
    const at = next() < 0.5 ? 0 : 1;
    const [doc, other] = [docs[at] ?? new Y.Doc(), docs[1 - at] ?? new Y.Doc()];
    const text = bodyText(doc, 0);
    const place = Math.floor(next() * text.length);
    if (next() < 0.3) text.delete(place, Math.min(3, text.length - place));
    else if (next() < 0.2) doc.getMap('metadata').set('slug', `slug ${step}`);
    else text.insert(place, `w${step} `);
    if (next() < 0.2) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'other');
  }
  return { first: START, updates };
}

describe('parts of a state', () => {
  it('of each writer bring about, together and in any order, all that their updates do', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { first, updates } = history(seed);
      const state = stateOf([first, ...updates.flat()]);
      const parts = [partOfState(state, updates[0] ?? []), partOfState(state, updates[1] ?? [])];
      for (const order of [parts, [...parts].reverse()]) {
        const joined = stateOf([...order, first]);
        expect({ seed, text: contentOf(joined).text }).toEqual({ seed, text: contentOf(state).text });
      }
      updates.forEach((own, at) => {
        const part = parts[at] ?? new Uint8Array(0);
        expect(own.every((update) => coversUpdate(part, update))).toBe(true);
        const some = own.slice(0, -1);
        if (some.length > 0 && own.length > some.length)
          expect(coversUpdate(mergeUpdates(some), mergeUpdates(own))).toBe(false);
      });
    }
  });

  it('are small where somebody wrote letter by letter and took much of it back', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, START);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let at = 0; at < 400; at += 1) bodyText(doc, 0).insert(at, 'x');
    bodyText(doc, 0).delete(100, 300);
    const part = partOfState(stateOf([START, ...updates]), updates);
    expect(part.length).toBeLessThan(mergeUpdates(updates).length / 5);
    expect(updates.every((update) => coversUpdate(part, update))).toBe(true);
  });

  it('mean the same to who has what was deleted since, and to who never had it', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, START);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    bodyText(doc, 0).insert(0, 'A sentence that stays. A sentence that goes. ');
    const written = mergeUpdates(updates);
    bodyText(doc, 0).delete(23, 22);
    const part = partOfState(stateOf([START, ...updates]), [written]);
    const texts = [
      [START, part],
      [START, written, part],
    ].map((all) => contentOf(stateOf(all)).text);
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0]).toContain('A sentence that stays.');
  });

  it('show what only one side has', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { first, updates } = history(seed);
      const all = [first, ...updates.flat()];
      const state = stateOf(all);
      expect(compareState(state, all)).toEqual({ here: null, there: false });
      const some = all.filter((_, at) => at === 0 || at % 3 !== 0);
      const { here } = compareState(state, some);
      const healed = stateOf([...some, ...(here === null ? [] : [here])]);
      expect({ seed, text: contentOf(healed).text }).toEqual({ seed, text: contentOf(state).text });
      expect(compareState(stateOf([first, ...(updates[0] ?? [])]), all).there).toBe(true);
    }
  });

  it('are nothing where a deletion followed from another by itself', () => {
    const deleting = changeTo(START, (doc) => doc.getXmlFragment('body').delete(0));
    const typing = changeTo(START, (doc) => bodyText(doc, 0).insert(0, 'new '));
    const state = stateOf([START, deleting, typing]);
    expect(compareState(state, [START, typing, deleting])).toEqual({ here: null, there: false });
  });
});
