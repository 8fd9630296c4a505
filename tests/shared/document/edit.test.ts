import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';
import { editState } from '#shared/document/edit.ts';
import { readMetadata, setFields } from '#shared/document/field.ts';
import { readState } from '#shared/document/read.ts';
import { recordSchema, schemaNeeded } from '#shared/document/schema.ts';
import { differenceFrom, openDocument, stateOf } from '#shared/document/state.ts';
import { bodyText, changeTo, draftOf, ID, stateOfDraft } from './pair.ts';

const START = stateOfDraft(draftOf('One.', 'Two.'));

describe('editing a stored article', () => {
  it('gives one update that does it, and the result of the edit', () => {
    const { update, result } = editState(START, (doc) => {
      setFields(doc, { slug: 'flood', priority: 2 });
      return 'done';
    });
    expect(result).toBe('done');
    expect(readState(ID, stateOf([START, update ?? START])).metadata).toMatchObject({ slug: 'flood', priority: 2 });
  });

  it('gives none when nothing changed', () => {
    const once = stateOf([
      START,
      editState(START, (doc) => setFields(doc, { keywords: ['a'], status: 'desk' })).update ?? START,
    ]);
    expect(editState(once, (doc) => setFields(doc, { keywords: ['a'], status: 'desk' })).update).toBeNull();
    expect(editState(once, () => undefined).update).toBeNull();
  });
});

describe('metadata', () => {
  it('writes only fields that differ, so two people who change different fields never meet', () => {
    const ana = changeTo(START, (doc) => setFields(doc, { ...DEFAULT_METADATA, slug: 'ana' }));
    const both = stateOf([START, ana]);
    const one = changeTo(both, (doc) => setFields(doc, { ...readMetadata(doc), kicker: 'Mine' }));
    const other = changeTo(both, (doc) => setFields(doc, { ...readMetadata(doc), desk: 'Theirs' }));
    expect(readState(ID, stateOf([both, one, other])).metadata).toMatchObject({
      slug: 'ana',
      kicker: 'Mine',
      desk: 'Theirs',
    });
  });

  it('refuses what is not well formed, says which field, and keeps what was there', () => {
    const doc = openDocument([START]);
    setFields(doc, { edNote: 'Keep' });
    expect(setFields(doc, { edNote: 'x'.repeat(20_001), priority: 11, slug: 'fine' })).toEqual(
      ['priority', 'edNote'].toSorted((one) => (one === 'priority' ? -1 : 1)),
    );
    expect(readMetadata(doc)).toMatchObject({ edNote: 'Keep', priority: 5, slug: 'fine' });
  });

  it('neither keeps nor freezes the objects it is given', () => {
    const doc = openDocument([START]);
    const keywords = ['a'];
    setFields(doc, { keywords });
    keywords.push('b');
    expect(readMetadata(doc).keywords).toEqual(['a']);
  });
});

describe('state', () => {
  const typed = changeTo(START, (doc) => bodyText(doc, 0).insert(0, 'More. '));

  it('is the same for the same updates in any order, however often', () => {
    expect(stateOf([START, typed])).toEqual(stateOf([typed, START, typed, START]));
  });

  it('keeps what still waits for an earlier update', () => {
    const waiting = stateOf([typed]);
    expect(readState(ID, stateOf([waiting, START]))).toEqual(readState(ID, stateOf([START, typed])));
  });

  it('tells what somebody lacks', () => {
    const doc = openDocument([START, typed]);
    const vector = Y.encodeStateVectorFromUpdate(START);
    expect(stateOf([START, differenceFrom(doc, vector)])).toEqual(stateOf([START, typed]));
  });

  it('gives every document a client id of its own', () => {
    const ids = Array.from({ length: 50 }, () => openDocument([START]).clientID);
    expect(new Set(ids).size).toBe(50);
  });
});

describe('the schema an article needs', () => {
  it('is the highest anyone wrote with, whatever order they wrote in', () => {
    expect(schemaNeeded(new Y.Doc())).toBe(1);
    expect(schemaNeeded(START)).toBe(1);
    const [two, three] = [2, 3].map((version) =>
      changeTo(START, (doc) => doc.getMap('about').set(`schema-${version}`, true)),
    );
    expect(schemaNeeded(stateOf([START, three ?? START, two ?? START]))).toBe(3);
    expect(schemaNeeded(changeTo(START, (doc) => doc.getMap('about').set('schema-x', true)))).toBe(1);
  });

  it('is recorded once', () => {
    const doc = openDocument([START]);
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    recordSchema(doc);
    expect(updates).toBe(0);
  });
});
