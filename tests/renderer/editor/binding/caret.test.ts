// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf, stateOfDraft } from '#tests/shared/document/pair.ts';
import { openWriter, type Writer } from './writer.ts';

const writers: Writer[] = [];
afterEach(() => {
  for (const writer of writers.splice(0)) writer.leave();
});

/** Two people with the same article, both with the caret at the same place of its only paragraph. */
function two(place: number): readonly [Writer, Writer] {
  const state = stateOfDraft(draftOf('The council met.'));
  const [ana, ben] = [openWriter(state), openWriter(state)];
  writers.push(ana, ben);
  for (const { editors } of [ana, ben]) editors.body.commands.setTextSelection(1 + place);
  return [ana, ben];
}

function type({ editors: { body } }: Writer, text: string): void {
  for (const letter of text) body.view.dispatch(body.state.tr.insertText(letter));
}

function exchange(...all: readonly Writer[]): void {
  for (const from of all) {
    for (const update of from.sent.splice(0)) for (const to of all) if (to !== from) to.receive(update);
  }
}

describe('the caret', () => {
  it.each([
    ['in the middle', 'The'.length],
    ['at the end', 'The council met.'.length],
  ])('stays at the word being typed when somebody else types at the same place: %s', (_name, place) => {
    const [ana, ben] = two(place);
    for (const [hers, his] of [
      [' Ana', ' Ben'],
      [' wrote', ' put'],
      [' this.', ' that.'],
    ] as const) {
      type(ana, hers);
      type(ben, his);
      exchange(ana, ben);
    }
    const text = ana.editors.body.state.doc.textContent;
    expect(ben.editors.body.state.doc.textContent).toBe(text);
    expect(text).toContain(' Ana wrote this.');
    expect(text).toContain(' Ben put that.');
  });

  it('moves with the text before it', () => {
    const [ana, ben] = two('The council met.'.length);
    ben.editors.body.commands.setTextSelection(1);
    type(ben, 'Late: ');
    exchange(ana, ben);
    type(ana, ' Again.');
    expect(ana.editors.body.state.doc.textContent).toBe('Late: The council met. Again.');
  });
});
