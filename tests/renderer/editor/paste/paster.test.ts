// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bindingExtension } from '#renderer/editor/binding/binding.ts';
import { Paste } from '#renderer/editor/paste/paste.ts';
import type { PasteContext, PasteReport } from '#renderer/editor/paste/paster.ts';
import { prepareClipboard } from '#renderer/editor/paste/reading.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';
import { served, value, type Served } from '../served.ts';

/** jsdom draws nothing, so it has no rectangles; scrolling the caret into view asks for them. */
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

let here: Served;
let session: ArticleSession;
let body: Editor;
let reports: PasteReport[];

beforeEach(async () => {
  await prepareClipboard();
  here = await served();
  session = value(await openSession(here.page().client, await here.create('Pasting')));
  reports = [];
  const { doc, undoManager } = session;
  const context: PasteContext = {
    history: undoManager,
    related: () => [],
    storePicture: () => Promise.resolve(null),
    line: () => ({ element: document.createElement('div'), show: () => undefined }),
    report: (report) => void reports.push(report),
    onPicturesLeft: () => undefined,
  };
  body = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    injectCSS: false,
    extensions: [
      ...schemaExtensions('body'),
      bindingExtension({ fragment: doc.getXmlFragment('body'), undoManager }),
      Paste.configure({ field: 'body', context, onPictures: () => undefined }),
    ],
  });
});
afterEach(async () => {
  await session.close();
  await here.close();
});

function paste(clipping: { readonly html?: string; readonly text?: string }): void {
  body.storage.pasting.paster?.paste({ own: '', html: '', text: '', files: [], ...clipping });
}

/** So many paragraphs of a name, as HTML. */
function long(name: string, count: number): string {
  return Array.from({ length: count }, (_unused, at) => `<p>${name} <b>${at}</b> of a long text.</p>`).join('');
}

/** The text of the body as the document has it, and how much of it is bold. */
function stored(): { readonly lines: readonly string[]; readonly bold: number } {
  const xml = session.doc.getXmlFragment('body').toString();
  const lines = xml.split(/<\/textBlock>/iu).map((line) => line.replaceAll(/<[^>]*>/gu, ''));
  return { lines: lines.filter((line) => line !== ''), bold: xml.match(/<bold\b/giu)?.length ?? 0 };
}

it('a page that is left has all that was pasted, what waits behind a long paste as well', () => {
  paste({ html: long('First', 600) });
  paste({ text: 'Short and behind it.' });
  paste({ html: long('Second', 600) });
  expect(stored().lines).toEqual([]);
  body.destroy();
  const { lines, bold } = stored();
  const all = lines.join('\n');
  for (const text of ['First 0 of', 'First 599 of', 'Short and behind it.', 'Second 0 of', 'Second 599 of']) {
    expect(all).toContain(text);
  }
  expect(all.indexOf('First 599')).toBeLessThan(all.indexOf('Short and'));
  expect(all.indexOf('Short and')).toBeLessThan(all.indexOf('Second 0'));
  expect(bold).toBe(1_200);
});

it('a page that is left while a long paste goes in has the rest of it, then what waits, and no empty block', async () => {
  const text = Array.from({ length: 500 }, (_unused, at) => `Line ${at}.`).join('\n\n');
  paste({ text });
  paste({ text: 'Behind it.' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const before = stored().lines.length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(500);
  body.destroy();
  const { lines } = stored();
  expect(lines.join(' ')).toContain('Line 499.');
  expect(lines.join(' ')).toContain('Behind it.');
  expect(session.doc.getXmlFragment('body').toString()).not.toMatch(/<textBlock[^>]*><\/textBlock>/iu);
});

it('pictures that were not in the library yet when the page was left are said to be missing', () => {
  const picture = '<p>Before.</p><img src="data:image/png;base64,AAAA" alt="Harbour"><p>After.</p>';
  paste({ html: picture });
  body.destroy();
  expect(stored().lines.join(' ')).toMatch(/Before\..*After\./u);
  expect(reports.map(({ audit }) => audit.pictures)).toEqual([1]);
});
