// @vitest-environment jsdom
import type { Editor } from '@tiptap/core';
import { AllSelection } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LongPaste } from '#renderer/editor/paste/long-paste.ts';
import { OneStep } from '#renderer/editor/paste/one-step.ts';
import { placeKeeper } from '#renderer/editor/paste/place-keeper.ts';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';
import { boundBody } from '../bound-body.ts';
import { served, value, type Served } from '../served.ts';

let here: Served;
let session: ArticleSession;
let body: Editor;

beforeEach(async () => {
  here = await served();
  session = value(await openSession(here.page().client, await here.create('Pasting')));
  body = boundBody(session);
  body.registerPlugin(placeKeeper());
  body.view.dispatch(body.state.tr.insertText('What stood here.'));
});
afterEach(async () => {
  body.destroy();
  await session.close();
  await here.close();
});

/** Begins to paste over everything. */
function begun(): LongPaste {
  body.view.dispatch(body.state.tr.setSelection(new AllSelection(body.state.doc)));
  const line = { element: document.createElement('div'), show: () => undefined };
  const long = new LongPaste(body, new OneStep(session.undoManager), line);
  expect(body.state.doc.textContent).toBe('');
  return long;
}

it('what was selected comes back where it is cancelled', () => {
  begun().cancel();
  expect(body.state.doc.textContent).toBe('What stood here.');
});

it('goes in slice by slice, and all of it is one step back', async () => {
  const long = begun();
  const makers = Array.from({ length: 500 }, (_unused, at) => () => {
    const { schema } = body.state;
    return schema.node('textBlock', null, [schema.text(`line ${at}. `)]);
  });
  const inserted = long.insert(makers);
  expect(body.state.doc.childCount).toBeLessThan(100);
  expect(await inserted).toBe(true);
  expect(body.state.doc.childCount).toBe(500);
  session.undoManager.undo();
  expect(body.state.doc.textContent).toBe('What stood here.');
});
