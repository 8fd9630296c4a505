// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ArticleDraft } from '#shared/article/article.ts';
import { run } from '#shared/article/inline.ts';
import { readArticle } from '#shared/document/read.ts';
import { lostText } from '#shared/document/rescue.ts';
import { setKind, toggleBox, toggleList } from '#renderer/editor/block-commands.ts';
import { openDocument } from '#shared/document/state.ts';
import { bindingIsSafe } from '#renderer/editor/binding/safety.ts';
import { ID, stateOfDraft } from '#tests/shared/document/pair.ts';
import { edit, Ink, perform, type Edit } from './edits.ts';
import { openWriter, type Writer } from './writer.ts';

function draft(ink: Ink): ArticleDraft {
  const text = () => [run(ink.take(4)), run(ink.take(2), { bold: true }), run(ink.take(2))];
  return {
    headline: [run('Headline')],
    standfirst: [],
    body: [
      { kind: 'paragraph', content: text() },
      { kind: 'heading', level: 2, content: text() },
      { kind: 'paragraph', content: text() },
      { kind: 'figure', media: null, caption: text(), credit: '', source: '', alt: ink.take(2), decorative: false },
      { kind: 'paragraph', content: [] },
      { kind: 'blockQuote', content: text() },
      {
        kind: 'table',
        rows: [
          {
            cells: [
              { header: false, content: text() },
              { header: true, content: text() },
            ],
          },
        ],
      },
      { kind: 'paragraph', content: text(), list: 'bulleted' },
    ],
    metadata: {},
    related: [],
  };
}

/** Every character of ink in the body as stored, attributes included. */
function inkIn(writer: Writer): Set<string> {
  return new Set(JSON.stringify(readArticle(ID, writer.doc).body).match(/[\u4E00-\u9FFF]/gu) ?? []);
}

interface World {
  readonly writers: readonly Writer[];
  readonly written: Set<string>;
  /** What somebody who saw it deleted or took back. */
  readonly deleted: Set<string>;
  readonly rescued: Set<string>;
}

function write(world: World, writer: Writer, edits: readonly Edit[], ink: Ink): void {
  for (const one of edits) {
    const before = inkIn(writer);
    perform(writer, one, ink);
    const after = inkIn(writer);
    for (const character of after) world.written.add(character);
    for (const character of before) if (!after.has(character)) world.deleted.add(character);
  }
}

/** Everybody gets everybody's changes, each looking first for what would be lost, until nobody has anything to send. */
function exchange(world: World, order: 'forwards' | 'backwards'): void {
  for (let round = 0; round < 6; round += 1) {
    const states = world.writers.map((writer) => ({ writer, state: writer.state() }));
    const vectors = states.map(({ state }) => Y.encodeStateVectorFromUpdate(state));
    let changed = false;
    states.forEach(({ writer }, to) => {
      const from = states.map(({ state }, at) => ({ state, at })).filter(({ at }) => at !== to);
      for (const { state } of order === 'forwards' ? from : from.reverse()) {
        const update = Y.diffUpdate(state, vectors[to] ?? new Uint8Array());
        for (const { text } of lostText(writer.state(), update)) for (const one of text) world.rescued.add(one);
        const before = writer.state();
        writer.receive(update);
        changed ||= Buffer.compare(before, writer.state()) !== 0;
      }
    });
    if (!changed) return;
  }
  throw new Error('they never come to rest');
}

function expectNothingLost(world: World): void {
  const [first] = world.writers;
  if (first === undefined) return;
  const article = readArticle(ID, first.doc);
  for (const writer of world.writers) {
    expect(readArticle(ID, writer.doc)).toEqual(article);
    const shown = writer.editors.body.state.doc;
    shown.check();
    expect(shown.toJSON()).toEqual(first.editors.body.state.doc.toJSON());
    expect(bindingIsSafe(openDocument([writer.state()])).ok).toBe(true);
  }
  const present = inkIn(first);
  const shownText = JSON.stringify(first.editors.body.state.doc.toJSON());
  for (const character of present) expect(shownText).toContain(character);
  const missing = [...world.written].filter(
    (one) => !present.has(one) && !world.deleted.has(one) && !world.rescued.has(one),
  );
  expect(missing).toEqual([]);
}

describe('people who edit offline and meet again', () => {
  it('lose nothing: everything written is there, was deleted by somebody who saw it, or is reported as lost', () => {
    const rounds = fc.array(fc.array(fc.array(edit, { maxLength: 6 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    });
    fc.assert(
      fc.property(rounds, fc.boolean(), fc.boolean(), (made, third, forwards) => {
        const ink = new Ink();
        const state = stateOfDraft(draft(ink));
        const writers = Array.from({ length: third ? 3 : 2 }, () => openWriter(state, ['body']));
        const world: World = { writers, written: new Set(), deleted: new Set(), rescued: new Set() };
        try {
          for (const edits of made) {
            writers.forEach((writer, at) => write(world, writer, edits[at] ?? [], ink));
            exchange(world, forwards ? 'forwards' : 'backwards');
          }
          expectNothingLost(world);
        } finally {
          for (const writer of writers) writer.leave();
        }
      }),
      { numRuns: Number(process.env['MERGE_RUNS'] ?? 50) },
    );
  }, 600_000);

  it('see what came even when marks are tidied after the merge and the caret stood past the new end', () => {
    const state = stateOfDraft(draft(new Ink()));
    const [ana, ben] = [openWriter(state, ['body']), openWriter(state, ['body'])];
    const mark = (writer: Writer, from: number, to: number): void => {
      const { view } = writer.editors.body;
      view.dispatch(view.state.tr.addMark(from, to, view.state.schema.mark('link', { href: 'https://a.b/' })));
    };
    ben.editors.body.commands.setTextSelection({ from: 1, to: 71 });
    mark(ben, 1, 40);
    ana.editors.body.view.dispatch(ana.editors.body.state.tr.delete(0, 20));
    mark(ana, 1, 60);
    const [fromAna, fromBen] = [Y.mergeUpdates(ana.sent), Y.mergeUpdates(ben.sent)];
    ben.receive(fromAna);
    ana.receive(fromBen);
    ben.editors.body.view.dispatch(ben.editors.body.state.tr.insertText('next key', 1));
    for (const update of ben.sent) ana.receive(update);
    for (const update of ana.sent) ben.receive(update);
    expect(ben.editors.body.getJSON()).toEqual(ana.editors.body.getJSON());
    expect(readArticle(ID, ben.doc)).toEqual(readArticle(ID, ana.doc));
    for (const writer of [ana, ben]) writer.leave();
  });

  it.each([
    ['a heading', setKind('heading2'), { kind: 'heading', level: 2 }],
    ['a list item', toggleList('bulleted'), { kind: 'paragraph', list: 'bulleted' }],
    ['a quote', setKind('blockQuote'), { kind: 'blockQuote' }],
    ['part of a fact box', toggleBox(() => 'Facts'), { kind: 'paragraph', box: 'Facts' }],
  ])('keep both when one makes a paragraph %s while another types in it', (_name, command, shape) => {
    const [ana, ben] = [openWriter(stateOfDraft(draft(new Ink()))), openWriter(stateOfDraft(draft(new Ink())))];
    const { body } = ana.editors;
    body.commands.setTextSelection(3);
    command(body.state, body.view.dispatch.bind(body.view));
    ben.editors.body.view.dispatch(ben.editors.body.state.tr.insertText('typed offline', 3));
    const [made, typed] = [Y.mergeUpdates(ana.sent), Y.mergeUpdates(ben.sent)];
    expect(lostText(ana.state(), typed)).toEqual([]);
    expect(lostText(ben.state(), made)).toEqual([]);
    ana.receive(typed);
    ben.receive(made);
    for (const writer of [ana, ben]) {
      const [block] = readArticle(ID, writer.doc).body;
      expect(block).toMatchObject(shape);
      expect(writer.editors.body.getText()).toContain('typed offline');
      writer.leave();
    }
  });
});
