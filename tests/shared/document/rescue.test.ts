import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { setFields } from '#shared/document/field.ts';
import { addRelated, changeRelated, readRelated, removeRelated } from '#shared/document/related.ts';
import { lostText } from '#shared/document/rescue.ts';
import { stateOf } from '#shared/document/state.ts';
import { seededRandom } from '../article/arbitrary.ts';
import { bodyElement, bodyText, changeTo, draftOf, stateOfDraft } from './pair.ts';

const START = stateOfDraft(draftOf('First paragraph.', 'Second paragraph.'));
const typing = changeTo(START, (doc) => bodyText(doc, 1).insert(7, 'brand-new '));
const deleting = changeTo(START, (doc) => doc.getXmlFragment('body').delete(1));

describe('text that a merge would lose', () => {
  it('is reported where somebody else typed in what was deleted here', () => {
    // Where it stood can't be told: what was deleted here has been collected.
    expect(lostText(stateOf([START, deleting]), typing)).toEqual([
      { text: 'brand-new ', written: 'there', root: null, name: null },
    ]);
  });

  it('is reported where the deletion arrives', () => {
    expect(lostText(stateOf([START, typing]), deleting)).toEqual([
      { text: 'brand-new ', written: 'here', root: 'body', name: null },
    ]);
  });

  it('is reported even when the place it was typed in has been collected', () => {
    const all = changeTo(stateOf([START, deleting]), (doc) => doc.getXmlFragment('body').delete(0));
    const inTable = changeTo(START, (doc) => {
      const table = new Y.XmlElement('table');
      doc.getXmlFragment('body').insert(0, [table]);
      table.insert(0, [new Y.XmlElement('tableRow')]);
    });
    const withTable = stateOf([START, inTable]);
    const row = (doc: Y.Doc): Y.XmlElement => bodyElement(doc, 0).get(0) as Y.XmlElement;
    const inCell = changeTo(withTable, (doc) => {
      row(doc).insert(0, [new Y.XmlElement('tableCell')]);
      (row(doc).get(0) as Y.XmlElement).insert(0, [new Y.XmlText('in a cell')]);
    });
    const gone = changeTo(withTable, (doc) => doc.getXmlFragment('body').delete(0));
    expect(lostText(stateOf([START, all]), typing).map(({ text }) => text)).toEqual(['brand-new ']);
    expect(lostText(stateOf([withTable, gone]), inCell).map(({ text }) => text)).toEqual(['in a cell']);
    expect(lostText(stateOf([withTable, inCell]), gone).map(({ text }) => text)).toEqual(['in a cell']);
  });

  it('is only what nobody saw: what was read and deleted is not reported', () => {
    const seen = stateOf([START, typing]);
    const deletedKnowingly = changeTo(seen, (doc) => doc.getXmlFragment('body').delete(1));
    expect(lostText(seen, deletedKnowingly)).toEqual([]);
    expect(lostText(stateOf([seen, deletedKnowingly]), typing)).toEqual([]);
    expect(lostText(START, stateOf([seen, deletedKnowingly]))).toEqual([]);
  });

  it('counts what waited for an earlier update as coming with it', () => {
    const typed = stateOf([START, typing]);
    const goingOn = changeTo(typed, (doc) => bodyText(doc, 1).insert(12, 'newer '));
    const takingBack = changeTo(typed, (doc) => bodyText(doc, 1).delete(7, 10));
    expect(
      lostText(stateOf([START, deleting, goingOn]), typing)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(
      lostText(stateOf([START, deleting]), stateOf([typing, goingOn]))
        .map(({ text }) => text)
        .toSorted(),
    );
    expect(JSON.stringify(lostText(stateOf([START, deleting, goingOn]), typing))).toContain('newer ');
    expect(lostText(stateOf([START, deleting, takingBack]), typing)).toEqual([]);
    expect(lostText(stateOf([START, takingBack]), typing)).toEqual([]);
  });

  it('leaves out what its own writer took back', () => {
    const halfTakenBack = changeTo(START, (doc) => {
      bodyText(doc, 1).insert(0, 'keep this, not this');
      bodyText(doc, 1).delete(9, 10);
    });
    expect(lostText(stateOf([START, deleting]), halfTakenBack).map(({ text }) => text)).toEqual(['keep this']);
  });

  it('is nothing where edits only meet', () => {
    const heading = changeTo(START, (doc) => bodyElement(doc, 1).setAttribute('kind', 'heading'));
    const other = changeTo(START, (doc) => bodyText(doc, 1).delete(0, 8));
    for (const update of [heading, other]) {
      expect(lostText(stateOf([START, update]), typing)).toEqual([]);
      expect(lostText(stateOf([START, typing]), update)).toEqual([]);
    }
  });

  it('counts words of attributes, metadata and the related list', () => {
    const random = seededRandom(3);
    const base = stateOf([
      START,
      changeTo(START, (doc) => {
        addRelated(doc, { type: 'related', target: { kind: 'none' }, headline: 'One', blurb: 'Blurb' }, random);
        const figure = new Y.XmlElement('figure');
        doc.getXmlFragment('body').insert(0, [figure]);
      }),
    ]);
    const edit = (words: string) =>
      changeTo(base, (doc) => {
        setFields(doc, { edNote: words, status: words === 'mine' ? 'desk' : 'subs' });
        changeRelated(doc, readRelated(doc)[0]?.id ?? '', { blurb: words });
        bodyElement(doc, 0).setAttribute('alt', words);
      });
    const [mine, theirs] = [edit('mine'), edit('theirs')];
    const lost = lostText(stateOf([base, mine]), theirs);
    expect(lost.map(({ name }) => name).toSorted()).toEqual(
      ['alt', 'edNote', expect.stringMatching(/\.blurb$/u) as unknown as string].toSorted(),
    );
    expect(lostText(stateOf([base, mine]), edit('mine'))).toEqual([]);
    const figureGone = changeTo(base, (doc) => doc.getXmlFragment('body').delete(0));
    expect(lostText(stateOf([base, figureGone]), theirs)).toContainEqual({
      text: 'theirs',
      written: 'there',
      root: null,
      name: 'alt',
    });
    const removed = changeTo(base, (doc) => removeRelated(doc, readRelated(doc)[0]?.id ?? ''));
    expect(lostText(stateOf([base, removed]), theirs)).toEqual([]);
    expect(lostText(stateOf([base, theirs]), removed)).toEqual([]);
  });
});
