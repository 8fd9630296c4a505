// @vitest-environment jsdom
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockText } from '#shared/article/block.ts';
import { plainText } from '#shared/article/inline.ts';
import { FIELDS_OF_TEXT } from '#shared/document/layout.ts';
import { firstUpdate } from '#shared/document/first.ts';
import { readArticle, readState } from '#shared/document/read.ts';
import { openDocument, stateOf } from '#shared/document/state.ts';
import { understoodState } from '#shared/document/understood.ts';
import { bindingIsSafe } from '#renderer/editor/binding/safety.ts';
import { articleId, draft, seededRandom } from '#tests/shared/article/arbitrary.ts';
import { changeTo, draftOf, ID, stateOfDraft } from '#tests/shared/document/pair.ts';
import { openWriter, type Writer } from './writer.ts';

const writers: Writer[] = [];
function writer(state: Uint8Array): Writer {
  const opened = openWriter(state);
  writers.push(opened);
  return opened;
}
afterEach(() => {
  for (const opened of writers.splice(0)) opened.leave();
});

describe('binding the editors', () => {
  it('changes nothing in any article, nor do opening, looking and leaving', () => {
    fc.assert(
      fc.property(articleId, draft, fc.integer(), (id, made, seed) => {
        const state = firstUpdate(id, made, seededRandom(seed));
        expect(bindingIsSafe(openDocument([state]))).toEqual({ ok: true, value: null });
        const opened = openWriter(state);
        for (const field of FIELDS_OF_TEXT) opened.editors[field].commands.setTextSelection(1);
        opened.leave();
        expect(opened.sent).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('shows every block and mark, and writes an edit back without touching the rest', () => {
    fc.assert(
      fc.property(articleId, draft, fc.integer(), (id, made, seed) => {
        const state = firstUpdate(id, made, seededRandom(seed));
        const before = readState(id, state);
        const opened = openWriter(state);
        const { body } = opened.editors;
        body.view.dispatch(
          body.state.tr.insert(0, body.schema.nodes['textBlock']?.create(null, body.schema.text('New')) ?? []),
        );
        const after = readArticle(id, opened.doc);
        opened.leave();
        expect(after.body.slice(1)).toEqual(before.body);
        expect(after.body[0]).toEqual({ kind: 'paragraph', content: [{ type: 'text', text: 'New', marks: {} }] });
        expect({ ...after, body: [] }).toEqual({ ...before, body: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('writes what is typed letter by letter, emoji that begin alike and repeated letters too', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ typed: fc.constantFrom('a', 'b', '\u{1f642}', '\u{1f643}'), at: fc.nat(12), bold: fc.boolean() }),
        ),
        (keys) => {
          const opened = openWriter(stateOfDraft(draftOf('ab\u{1f642}')));
          const { body } = opened.editors;
          for (const { typed, at, bold } of keys) {
            const { state, view } = body;
            const letters = Array.from(state.doc.textBetween(1, state.doc.content.size - 1));
            const place = 1 + letters.slice(0, at).join('').length;
            const { tr, schema } = state;
            view.dispatch(tr.replaceWith(place, place, schema.text(typed, bold ? [schema.mark('bold')] : [])));
          }
          const shown = body.state.doc;
          const stored = readArticle(ID, opened.doc).body;
          opened.leave();
          expect(stored.map(blockText)).toEqual([shown.textContent]);
          expect(shown.textContent.isWellFormed()).toBe(true);
          const again = openWriter(stateOf([Y.encodeStateAsUpdate(opened.doc)]));
          expect(again.editors.body.state.doc.toJSON()).toEqual(shown.toJSON());
          again.leave();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not fill a new article: two people who open and begin to type in it share one paragraph', () => {
    const state = firstUpdate(
      ID,
      { headline: [], standfirst: [], body: [], metadata: {}, related: [] },
      seededRandom(2),
    );
    const [ana, ben] = [writer(state), writer(state)];
    expect([...ana.sent, ...ben.sent]).toEqual([]);
    ana.editors.body.commands.insertContentAt(1, 'Ana');
    ben.editors.body.commands.insertContentAt(1, 'Ben');
    for (const update of ana.sent.slice()) ben.receive(update);
    for (const update of ben.sent.slice()) ana.receive(update);
    const { body } = readArticle(ID, ana.doc);
    expect(body).toEqual(readArticle(ID, ben.doc).body);
    expect(body).toHaveLength(1);
    expect(['AnaBen', 'BenAna']).toContain(plainText(body[0]?.kind === 'paragraph' ? body[0].content : []));
  });
});

describe('the gate before binding', () => {
  const START = stateOfDraft(draftOf('One.', 'Two.'));
  const within = (edit: (doc: Y.Doc) => void): Uint8Array => {
    return Y.mergeUpdates([START, changeTo(START, edit)]);
  };
  const block = (doc: Y.Doc): Y.XmlElement => doc.getXmlFragment('body').get(0) as Y.XmlElement;

  it.each<[string, (doc: Y.Doc) => void]>([
    ['a newer schema', (doc) => doc.getMap('about').set('schema-3', true)],
    ['an unknown node', (doc) => doc.getXmlFragment('body').insert(0, [new Y.XmlElement('hologram')])],
    ['an unknown attribute', (doc) => block(doc).setAttribute('mood', 'blue')],
    ['an unknown mark', (doc) => (block(doc).get(0) as Y.XmlText).format(0, 2, { glow: {} })],
    [
      'an unknown attribute of a mark',
      (doc) => (block(doc).get(0) as Y.XmlText).format(0, 2, { link: { href: 'https://a.b/', target: 'x' } }),
    ],
    ['text outside blocks', (doc) => doc.getXmlFragment('body').insert(0, [new Y.XmlText('loose')])],
    ['a block inside a block', (doc) => block(doc).insert(0, [new Y.XmlElement('rule')])],
    ['a picture in the headline', (doc) => doc.getXmlFragment('headline').insert(0, [new Y.XmlElement('figure')])],
  ])('refuses %s', (_name, edit) => {
    const result = bindingIsSafe(openDocument([within(edit)]));
    expect(result.ok ? 'ok' : result.error.code).toBe('article-newer');
  });

  it('leaves what is understood of a refused article to be shown, with all its text, and that may be bound', () => {
    const refused = within((doc) => {
      const hologram = new Y.XmlElement('hologram');
      hologram.insert(0, [new Y.XmlText('Text in something new')]);
      doc.getXmlFragment('body').insert(1, [hologram]);
    });
    const shown = understoodState(ID, refused, seededRandom(4));
    expect(bindingIsSafe(openDocument([shown])).ok).toBe(true);
    expect(readState(ID, shown)).toEqual(readState(ID, refused));
    expect(readState(ID, shown).body.map(blockText)).toEqual(['One.', 'Text in something new', 'Two.']);
  });

  it('accepts fields whose every block has been deleted, and tables without rows', () => {
    expect(bindingIsSafe(openDocument([within((doc) => doc.getXmlFragment('body').delete(0, 2))])).ok).toBe(true);
    expect(
      bindingIsSafe(openDocument([within((doc) => doc.getXmlFragment('body').insert(0, [new Y.XmlElement('table')]))]))
        .ok,
    ).toBe(true);
  });
});

describe('undo', () => {
  const START = stateOfDraft(draftOf('One.', 'Two.'));

  it('takes back the last thing done here in whatever field, and only what was done here', () => {
    const [ana, ben] = [writer(START), writer(START)];
    const { headline, body } = ana.editors;
    headline.commands.insertContentAt(1, 'A ');
    ana.undoManager.stopCapturing();
    body.commands.insertContentAt(1, 'Mine. ');
    ben.editors.body.commands.insertContentAt(1, 'Theirs. ');
    for (const update of ben.sent) ana.receive(update);
    expect(body.getText()).toContain('Theirs. ');
    expect(body.getText()).toContain('Mine. ');
    ana.undoManager.undo();
    expect(body.getText({ blockSeparator: '|' })).toBe('Theirs. One.|Two.');
    expect(headline.getText()).toBe('A Headline');
    ana.undoManager.undo();
    expect(headline.getText()).toBe('Headline');
    expect(ana.undoManager.canUndo()).toBe(false);
    ana.undoManager.redo();
    ana.undoManager.redo();
    expect(headline.getText()).toBe('A Headline');
    expect(body.getText({ blockSeparator: '|' })).toContain('Mine. ');
  });

  it('brings the caret back to where it was, in the editor where it was', () => {
    const ana = writer(START);
    const { headline, body } = ana.editors;
    body.view.focus();
    body.commands.setTextSelection(8);
    body.view.dispatch(body.state.tr.insertText('xyz', 8));
    ana.undoManager.stopCapturing();
    headline.view.focus();
    expect(document.activeElement).toBe(headline.view.dom);
    ana.undoManager.undo();
    expect(body.getText({ blockSeparator: '|' })).toBe('One.|Two.');
    expect(body.state.selection.from).toBe(8);
    expect(document.activeElement).toBe(body.view.dom);
    body.commands.setTextSelection(2);
    ana.undoManager.redo();
    expect(body.getText({ blockSeparator: '|' })).toBe('One.|Txyzwo.');
  });

  it('keeps a paragraph somebody else has written in', () => {
    const [ana, ben] = [writer(START), writer(START)];
    ana.editors.body.view.dispatch(ana.editors.body.state.tr.split(5));
    for (const update of ana.sent) ben.receive(update);
    const { body } = ben.editors;
    body.view.dispatch(body.state.tr.insertText('kept', body.state.doc.content.size - 5));
    for (const update of ben.sent) ana.receive(update);
    ana.undoManager.undo();
    expect(ana.editors.body.getText()).toContain('kept');
  });
});
