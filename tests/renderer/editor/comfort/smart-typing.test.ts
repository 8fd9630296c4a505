// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Editor } from '@tiptap/core';
import { defaultSettings } from '#electron/backend/settings.ts';
import { setComfort } from '#renderer/editor/comfort/comfort.ts';
import { smartTyping } from '#renderer/editor/comfort/smart-typing.ts';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';
import { boundBody } from '../bound-body.ts';
import { served, value, type Served } from '../served.ts';

let here: Served;
let session: ArticleSession;
let body: Editor;

beforeEach(async () => {
  here = await served();
  session = value(await openSession(here.page().client, await here.create('Quotes')));
  const settings = { ...defaultSettings('/home/ana'), replacements: [{ from: 'gov', to: 'government' }] };
  setComfort(session, { settings, change: () => Promise.resolve(null) });
  body = boundBody(session, [smartTyping(session)]);
});
afterEach(async () => {
  body.destroy();
  await session.close();
  await here.close();
});

/** Types as the browser tells ProseMirror of it. */
function type(text: string): void {
  const { view } = body;
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    const handled = view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert));
    if (handled !== true) view.dispatch(insert());
  }
}

function press(key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  body.view.someProp('handleKeyDown', (handle) => handle(body.view, event));
}

const text = (): string => body.state.doc.textContent;

describe('smart typing', () => {
  it('writes quotes and dashes, each undone by itself', () => {
    type('He said "yes');
    expect(text()).toBe('He said “yes');
    type('" -- and');
    expect(text()).toBe('He said “yes” – and');
    const steps = ['yes” –', 'yes” --', 'yes”', 'yes"', ''].map((rest) => `He said “${rest}`);
    for (const expected of [...steps, 'He said "', '']) {
      session.undoManager.undo();
      expect(text()).toBe(expected);
    }
  });

  it('gives back what was typed to Backspace, once, with the caret where it was', () => {
    type('the gov ');
    expect(text()).toBe('the government ');
    press('Backspace');
    expect(text()).toBe('the gov ');
    expect(body.state.selection.head).toBe(1 + 'the gov '.length);
    type('of');
    expect(text()).toBe('the gov of');
  });

  it('takes nothing back by Backspace that was written elsewhere meanwhile', () => {
    type('the gov ');
    session.setFields({ slug: 'quay' });
    press('Backspace');
    expect(session.metadata().slug).toBe('quay');
    expect(text()).toBe('the government ');
  });

  it('writes in the language of the block, the passage or the article', () => {
    session.setFields({ language: 'de' });
    type('"Ja"');
    expect(text()).toBe('„Ja“');
    body.view.dispatch(body.state.tr.setNodeAttribute(0, 'language', 'fr'));
    type(' "x');
    expect(text()).toBe('„Ja“ «\u202fx');
  });

  it('keeps the marks of what it replaces, and touches no more than differs', () => {
    body.commands.toggleBold();
    type('teh ');
    expect(text()).toBe('the ');
    const [run] = body.state.doc.firstChild?.content.content ?? [];
    expect(run?.text).toBe('the ');
    expect(run?.marks.map(({ type: { name } }) => name)).toEqual(['bold']);
  });

  it('corrects the word that Enter ends', () => {
    type('for the gov');
    press('Enter');
    expect(body.state.doc.firstChild?.textContent).toBe('for the government');
  });
});
