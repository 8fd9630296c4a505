// @vitest-environment jsdom
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StoredMedia } from '#shared/contract/calls.ts';
import { readClip } from '#shared/formats/clipboard-reader.ts';
import { letGo } from '#renderer/editor/let-go.ts';
import { Paste } from '#renderer/editor/paste/paste.ts';
import type { PasteContext, PasteReport } from '#renderer/editor/paste/paster.ts';
import { prepareClipboard } from '#renderer/editor/paste/reading.ts';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';
import { boundBody } from '../bound-body.ts';
import { served, value, type Served } from '../served.ts';

/** jsdom has no threads: this one reads as the real one does, later. */
vi.stubGlobal(
  'Worker',
  class extends EventTarget {
    postMessage(html: string): void {
      setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: readClip(html) })), 30);
    }
    terminate(): void {}
  },
);

const MEDIA: StoredMedia = {
  bytes: 12,
  name: `${'a'.repeat(64)}.png` as StoredMedia['name'],
  width: 4,
  height: 3,
  words: { caption: '', credit: '', source: '', alt: '' },
};

let here: Served;
let session: ArticleSession;
let body: Editor;
let reports: PasteReport[];
/** Answers the next picture that is to be stored. */
let store: () => Promise<StoredMedia | null>;

beforeEach(async () => {
  await prepareClipboard();
  here = await served();
  session = value(await openSession(here.page().client, await here.create('Pasting')));
  reports = [];
  store = () => Promise.resolve(null);
  const context: PasteContext = {
    history: session.undoManager,
    related: () => [],
    storePicture: () => store(),
    line: () => ({ element: document.createElement('div'), show: () => undefined }),
    report: (report) => void reports.push(report),
    waitFor: (work) => session.waitFor(work),
    onPicturesLeft: () => undefined,
  };
  body = boundBody(session, [Paste.configure({ field: 'body', context, onPictures: () => undefined })]);
});
afterEach(async () => {
  await here.close();
});

function paste(clipping: { readonly html?: string; readonly text?: string }): void {
  body.storage.pasting.paster?.paste({ own: '', html: '', text: '', files: [], ...clipping });
}

/** So many paragraphs of a name, as HTML. */
function long(name: string, count: number): string {
  return Array.from({ length: count }, (_unused, at) => `<p>${name} <b>${at}</b> of a long text.</p>`).join('');
}

/** The page is left as the application leaves it; what is on disk then. */
async function left() {
  letGo(session, [body]);
  await session.close();
  expect(body.isDestroyed).toBe(true);
  const { article } = value(await here.page().client.call('article.read', { id: session.id }));
  const lines = article.body.flatMap((block) => ('content' in block ? [JSON.stringify(block.content)] : []));
  return { body: article.body, all: lines.join('\n') };
}

it('a page that is left has all that was pasted, what waits behind a long paste as well', async () => {
  paste({ html: long('First', 600) });
  paste({ text: 'Short and behind it.' });
  paste({ text: 'Another short one.' });
  paste({ html: long('Second', 600) });
  expect(body.state.doc.textContent).toBe('');
  const { all } = await left();
  const places = ['First', '"599"', 'Short and behind it.Another short one.', 'Second'].map((text) =>
    all.indexOf(text),
  );
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places).not.toContain(-1);
  expect(all.match(/bold/gu)).toHaveLength(1_200);
});

it('what waits behind a long paste comes when that is there, however many there are', async () => {
  paste({ html: long('First', 600) });
  for (const text of ['one. ', 'two. ', 'three.']) paste({ text });
  await session.flush();
  expect(body.state.doc.lastChild?.textContent).toMatch(/one\. two\. three\.$/u);
  await left();
});

it('a page that is left while a long paste goes in has the rest of it, then what waits, and no empty block', async () => {
  const text = Array.from({ length: 500 }, (_unused, at) => `Line ${at}.`).join('\n\n');
  paste({ text });
  paste({ text: 'Behind it.' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(body.state.doc.textContent).not.toContain('Line 499.');
  const { all, body: stored } = await left();
  expect(all).toContain('Line 499.');
  expect(all).toContain('Behind it.');
  expect(stored.filter((block) => 'content' in block && block.content.length === 0)).toEqual([]);
});

it('a page that is left has the pictures that were still being stored, or is told which are missing', async () => {
  const arriving = [Promise.withResolvers<StoredMedia | null>(), Promise.withResolvers<StoredMedia | null>()];
  let asked = 0;
  store = () => arriving[asked++]?.promise ?? Promise.resolve(null);
  const picture = (alt: string) => `<img src="data:image/png;base64,AAAA" alt="${alt}">`;
  paste({ html: `<p>Before.</p>${picture('Harbour')}<p>Between.</p>${picture('Town hall')}<p>After.</p>` });
  setTimeout(() => arriving[0]?.resolve(MEDIA), 30);
  setTimeout(() => arriving[1]?.resolve(null), 60);
  const { body: blocks, all } = await left();
  expect(all).toMatch(/Before\.[^]*Between\.[^]*After\./u);
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [[block.alt, block.media]] : []));
  expect(figures).toEqual([
    ['Harbour', MEDIA.name],
    ['Town hall', null],
  ]);
  expect(reports.map(({ audit }) => audit.pictures)).toEqual([1]);
});
