// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { draftOf, stateOfDraft } from '#tests/shared/document/pair.ts';
import { openWriter, type Writer } from './writer.ts';

let writer: Writer;
afterEach(() => writer.leave());

function open(): Writer {
  writer = openWriter(stateOfDraft(draftOf('The council met.')));
  return writer;
}

function type(field: 'headline' | 'body', text: string): void {
  const { view } = writer.editors[field];
  for (const letter of text) view.dispatch(view.state.tr.insertText(letter));
}

const caret = (field: 'headline' | 'body'): number => writer.editors[field].state.selection.head;

describe('undo', () => {
  it('takes back what was typed in one go, and after the caret has moved only what came after', () => {
    const { editors, undoManager } = open();
    const text = () => editors.body.state.doc.textContent;
    editors.body.commands.setTextSelection(17);
    type('body', ' Twice');
    editors.body.commands.setTextSelection(4);
    type('body', ' town');
    expect(text()).toBe('The town council met. Twice');
    undoManager.undo();
    expect(text()).toBe('The council met. Twice');
    expect(caret('body')).toBe(4);
    undoManager.undo();
    expect(text()).toBe('The council met.');
    expect(caret('body')).toBe(17);
  });

  it('brings the caret to the place of the change, in the field where it was', () => {
    const { editors, undoManager } = open();
    editors.headline.commands.setTextSelection(1);
    editors.headline.view.focus();
    type('headline', 'New');
    editors.body.view.focus();
    editors.body.commands.setTextSelection(4);
    undoManager.undo();
    expect(caret('headline')).toBe(1);
    expect(editors.headline.view.hasFocus()).toBe(true);
    expect(caret('body')).toBe(4);
    undoManager.redo();
    expect(editors.headline.state.doc.textContent).toContain('New');
  });
});
