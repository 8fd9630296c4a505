// @vitest-environment jsdom
import type { EditorView } from '@tiptap/pm/view';
import { expect, it, vi } from 'vitest';
import { Doc, UndoManager } from 'yjs';
import { PageSelection } from '#renderer/editor/page-selection.ts';
import { block, bodyOf, figure } from './text.ts';

/** jsdom draws no highlights. */
vi.stubGlobal('CSS', { highlights: new Map() });
vi.stubGlobal('Highlight', Object);

it('everything on the page is copied but empty lines: a picture without words is none', () => {
  const shown = (state: ReturnType<typeof bodyOf>) =>
    ({ state, dom: document.createElement('div') }) as unknown as EditorView;
  const views = {
    headline: shown(bodyOf(block('Head|'))),
    standfirst: shown(bodyOf(block('|'))),
    body: shown(bodyOf(block('One|'), figure(''), block(''), block('Two'))),
  };
  const selection = new PageSelection({
    views: () => views,
    field: () => 'body',
    go: () => undefined,
    history: () => new UndoManager(new Doc().getMap()),
    readOnly: () => false,
    tell: () => undefined,
  });
  expect(selection.nodes()).toBeNull();
  selection.select();
  expect(selection.nodes()?.map((node) => `${node.type.name} ${node.textContent}`)).toEqual([
    'textBlock Head',
    'textBlock One',
    'figure ',
    'textBlock Two',
  ]);
});
