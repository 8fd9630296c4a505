// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { AllSelection } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bindingExtension } from '#renderer/editor/binding/binding.ts';
import { LongPaste } from '#renderer/editor/paste/long-paste.ts';
import { OneStep } from '#renderer/editor/paste/one-step.ts';
import { placeKeeper } from '#renderer/editor/paste/place-keeper.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';
import { served, value, type Served } from '../served.ts';

/** jsdom draws nothing, so it has no rectangles; scrolling the caret into view asks for them. */
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

let here: Served;
let session: ArticleSession;
let body: Editor;

beforeEach(async () => {
  here = await served();
  session = value(await openSession(here.page().client, await here.create('Pasting')));
  const { doc, undoManager } = session;
  body = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    injectCSS: false,
    extensions: [...schemaExtensions('body'), bindingExtension({ fragment: doc.getXmlFragment('body'), undoManager })],
  });
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

it('a page that is left before anything was read has what was selected', () => {
  begun().finish();
  expect(body.state.doc.textContent).toBe('What stood here.');
});

it('a page that is left later has all of the paste', async () => {
  const long = begun();
  const makers = Array.from({ length: 500 }, (_unused, at) => () => {
    const { schema } = body.state;
    return schema.node('textBlock', null, [schema.text(`line ${at}. `)]);
  });
  const inserted = long.insert(makers);
  long.finish();
  expect(await inserted).toBe(false);
  expect(body.state.doc.textContent).toContain('line 499.');
});
