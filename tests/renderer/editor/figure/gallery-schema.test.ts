// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { Figure } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { inspectUpdate } from '#shared/document/inspect.ts';
import { readState } from '#shared/document/read.ts';
import { schemaNeeded } from '#shared/document/schema.ts';
import { stateOf } from '#shared/document/state.ts';
import { galleryOfBlocks } from '#renderer/editor/figure/gallery.ts';
import { draftOf, ID, stateOfDraft } from '#tests/shared/document/pair.ts';
import { openWriter, type Writer } from '../binding/writer.ts';

const shown = (text: string): Figure => {
  const texts = { caption: [run(text)], credit: '', source: '', alt: '', decorative: false };
  return { kind: 'figure', media: null, ...texts };
};
const START = stateOfDraft({ ...draftOf('Text.'), body: [shown('one'), shown('two')] });

function galleries(state: Uint8Array): (string | undefined)[] {
  return readState(ID, state).body.map((block) => (block.kind === 'figure' ? block.gallery : block.kind));
}

function join({ editors: { body } }: Writer): void {
  galleryOfBlocks(0, 1)(body.state, body.view.dispatch);
}

it('whoever makes a gallery says with it that version 2 is needed, and whoever only writes does not', () => {
  const writer = openWriter(START, ['body']);
  writer.editors.body.view.dispatch(writer.editors.body.state.tr.insertText('x', 1));
  expect(schemaNeeded(writer.doc)).toBe(1);
  join(writer);
  const [name] = galleries(writer.state());
  expect(name).toBeDefined();
  expect(galleries(writer.state())).toEqual([name, name]);
  // Whatever part of what was sent has arrived: no gallery without the word.
  for (let count = 0; count <= writer.sent.length; count += 1) {
    const state = stateOf([START, ...writer.sent.slice(0, count)]);
    expect(schemaNeeded(state)).toBe(galleries(state)[0] === undefined ? schemaNeeded(state) : 2);
  }
  const needs = writer.sent.map((update) => {
    const inspected = inspectUpdate(update);
    return inspected.ok ? inspected.value.schema : 0;
  });
  expect(Math.max(...needs)).toBe(2);
  expect(needs[0]).toBe(1);
  writer.leave();
});

it('one undo takes the whole gallery apart, and what colleagues write in a caption meanwhile stays', () => {
  const [one, other] = [openWriter(START, ['body']), openWriter(START, ['body'])];
  join(one);
  other.editors.body.view.dispatch(other.editors.body.state.tr.insertText(' more', 4));
  const meant = [one.state(), other.state()] as const;
  one.receive(meant[1]);
  other.receive(meant[0]);
  expect(one.editors.body.state.doc.child(0).textContent).toBe('one more');
  expect(galleries(other.state())).toEqual(galleries(one.state()));
  one.undoManager.undo();
  expect(galleries(one.state())).toEqual([undefined, undefined]);
  expect(one.editors.body.state.doc.child(0).textContent).toBe('one more');
  expect(schemaNeeded(one.doc)).toBe(2);
  one.leave();
  other.leave();
});
