// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FIELDS_OF_TEXT } from '#shared/document/layout.ts';
import { bindingExtension } from '#renderer/editor/binding/binding.ts';
import { checkerOf, type LiveFinding } from '#renderer/editor/checking/checker.ts';
import { markDecorative, putRight } from '#renderer/editor/checking/put-right.ts';
import { pageOf, type Page } from '#renderer/editor/page.ts';
import { schemaExtensions } from '#renderer/editor/schema/schema.ts';
import { openSession, type ArticleSession } from '#renderer/editor/session.ts';
import { served, value, type Served } from '../served.ts';

/** jsdom is never idle. */
vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 0));
vi.stubGlobal('cancelIdleCallback', (timer: number) => clearTimeout(timer));

let here: Served;
let session: ArticleSession;
let page: Page;
let body: Editor;

beforeEach(async () => {
  here = await served();
  session = value(await openSession(here.page().client, await here.create('Checks')));
  const { doc, undoManager } = session;
  const editors = FIELDS_OF_TEXT.map((field) => {
    const binding = bindingExtension({ fragment: doc.getXmlFragment(field), undoManager });
    return [field, new Editor({ element: null, extensions: [...schemaExtensions(field), binding] })] as const;
  });
  for (const [, editor] of editors) editor.mount(document.createElement('div'));
  page = pageOf(session);
  Object.defineProperty(page, 'editors', { value: Object.fromEntries(editors) });
  body = editors[2]?.[1] ?? new Editor();
});
afterEach(async () => {
  for (const editor of Object.values(page.editors ?? {})) editor.destroy();
  await session.close();
  await here.close();
});

function write(...blocks: readonly object[]): void {
  const { schema, tr, doc } = body.state;
  const nodes = blocks.map((block) => schema.nodeFromJSON(block));
  body.view.dispatch(tr.replaceWith(0, doc.content.size, nodes));
}

/** What the checks find of that kind. */
async function found(code: string): Promise<LiveFinding> {
  checkerOf(session).run();
  return vi.waitUntil(() => checkerOf(session).state.findings?.find((one) => one.code === code));
}

const link = { type: 'link', attrs: { href: 'http://quay.example/' } };
const linked = { type: 'textBlock', content: [{ type: 'text', text: 'The quay', marks: [link] }] };
const figure = { type: 'figure', attrs: { media: `${'0f'.repeat(32)}.jpg` } };

it('what was found is put right where it stands now, although somebody wrote above it since', async () => {
  write(linked);
  const finding = await found('link-insecure');
  const { schema } = body.state;
  body.view.dispatch(
    body.state.tr.insert(
      0,
      schema.nodeFromJSON({ ...linked, content: [{ type: 'text', text: 'Others wrote this.' }] }),
    ),
  );
  expect(putRight(page, finding)).toBe(true);
  const [first, second] = body.state.doc.children;
  expect(first?.firstChild?.marks).toEqual([]);
  expect(second?.firstChild?.marks[0]?.attrs['href']).toBe('https://quay.example/');
});

it('the picture that was meant is called decorative, not one that came before it', async () => {
  write(figure, linked);
  const finding = await found('alt-missing');
  body.view.dispatch(body.state.tr.insert(0, body.state.schema.nodeFromJSON(figure)));
  expect(markDecorative(page, finding)).toBe(true);
  expect(body.state.doc.children.map(({ attrs }) => attrs['decorative'] as unknown)).toEqual([null, true, undefined]);
});

it('nothing is changed in a block that was written in since', async () => {
  write(linked);
  const finding = await found('link-insecure');
  body.view.dispatch(body.state.tr.insertText('See ', 1));
  expect(putRight(page, finding)).toBe(false);
});
