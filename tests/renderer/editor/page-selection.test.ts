// @vitest-environment jsdom
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Doc, UndoManager } from 'yjs';
import { setKind } from '#renderer/editor/block-commands.ts';
import { duplicateBlocks, moveBlocksBy, removeBlocks } from '#renderer/editor/command/move-blocks.ts';
import { PageSelection } from '#renderer/editor/page-selection.ts';
import type { TextField } from '#shared/document/layout.ts';
import { block, bodyOf, figure, schema } from './text.ts';

/** jsdom draws nothing, so it has no rectangles; scrolling the caret into view asks for them. */
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

/** What is drawn of the selection; jsdom draws no highlights. */
const highlights = new Map<string, { readonly ranges: readonly Range[] }>();
vi.stubGlobal('CSS', { highlights });
vi.stubGlobal(
  'Highlight',
  class {
    readonly ranges: readonly Range[];
    constructor(...ranges: readonly Range[]) {
      this.ranges = ranges;
    }
  },
);

type Views = { readonly [Field in TextField]: EditorView };
let views: Views;
let field: TextField;
let selection: PageSelection;

beforeEach(() => highlights.clear());

/** A page whose keyboard is in `at`, where the one `|` of that field stands. */
function page(body: EditorState, at: TextField = 'headline'): void {
  const shown = (state: EditorState) =>
    new EditorView(document.body.appendChild(document.createElement('div')), { state });
  views = { headline: shown(bodyOf(block('He|ad'))), standfirst: shown(bodyOf(block('Stand|'))), body: shown(body) };
  field = at;
  selection = new PageSelection({
    views: () => views,
    field: () => field,
    go: () => undefined,
    history: () => new UndoManager(new Doc().getMap()),
    readOnly: () => false,
    tell: () => undefined,
  });
}

const rule = (): Node => schema.node('rule');
const card = (): Node => schema.node('relatedCard', { related: 'one' });
const names = (nodes: Iterable<Node>): string[] =>
  Array.from(nodes, (node) => `${node.type.name} ${node.textContent}`.trim());
const selected = (): string[] => names(selection.nodes() ?? []);
const inBody = (): string[] => names(views.body.state.doc.children);
/** The place just before a text of the body. */
function before(text: string): number {
  let place = -1;
  views.body.state.doc.descendants((node, pos) => {
    const at = node.text?.indexOf(text) ?? -1;
    if (at >= 0) place = pos + at;
  });
  return place;
}

it('everything on the page is copied but empty lines: a picture without words is none', () => {
  page(bodyOf(block('One|'), figure(''), block(''), block('Two')), 'body');
  expect(selection.nodes()).toBeNull();
  selection.select();
  expect(selected()).toEqual(['textBlock Head', 'textBlock Stand', 'textBlock One', 'figure', 'textBlock Two']);
});

describe('a body that begins with a block without words', () => {
  it('gives it to what comes from above, whatever it is', () => {
    for (const [first, name] of [
      [rule(), 'rule'],
      [card(), 'relatedCard'],
      [figure(''), 'figure'],
      [figure('Quay'), 'figure Quay'],
    ] as const) {
      page(bodyOf(first, block('One two|')));
      selection.extendTo('body', before('two'));
      expect(selected()).toEqual(['textBlock ad', 'textBlock Stand', name, 'textBlock One']);
      selection.clear();
      expect(inBody()).toEqual(['textBlock two']);
      expect(views.headline.state.doc.textContent).toBe('He');
    }
  });

  it('gives it from below, too, and where it alone is selected there', () => {
    page(bodyOf(rule(), card(), block('One| two')), 'body');
    selection.extendTo('headline', 3);
    expect(selected()).toEqual(['textBlock ad', 'textBlock Stand', 'rule', 'relatedCard', 'textBlock One']);
    selection.end();
    const { doc, tr } = views.body.state;
    views.body.dispatch(tr.setSelection(NodeSelection.create(doc, 0)));
    selection.extendTo('headline', 3);
    expect(selected()).toEqual(['textBlock ad', 'textBlock Stand', 'rule']);
    selection.clear();
    expect(inBody()).toEqual(['relatedCard', 'textBlock One two']);
  });

  it('ends where it ends: just below the first of them, or with all of a body that has nothing else', () => {
    page(bodyOf(rule(), card(), block('One|')));
    selection.extendTo('body', 2);
    expect(selected()).toEqual(['textBlock ad', 'textBlock Stand', 'rule', 'relatedCard']);
    selection.extendTo('body', 1);
    expect(selected()).toEqual(['textBlock ad', 'textBlock Stand', 'rule']);
    page(bodyOf(rule(), block('|')));
    views.body.dispatch(views.body.state.tr.delete(1, 3));
    selection.extendTo('body', 1);
    expect(selected()).toEqual(['textBlock ad', 'textBlock Stand', 'rule']);
    selection.clear();
    expect(inBody()).toEqual(['textBlock']);
  });

  it('has it drawn as selected, though the browser draws the words alone', () => {
    page(bodyOf(rule(), block('One two|')));
    selection.extendTo('body', before('two'));
    const ranges = highlights.get('stet-page')?.ranges ?? [];
    expect(ranges.map(String)).toEqual(['ad', 'Stand', '']);
    expect(ranges.at(-1)?.intersectsNode(views.body.dom.firstChild ?? views.body.dom)).toBe(true);
  });
});

it('a block without words that ends the body ends the selection with it', () => {
  page(bodyOf(block('One|'), rule()));
  selection.extendToEnd('end');
  expect(selected()).toEqual(['textBlock ad', 'textBlock Stand', 'textBlock One', 'rule']);
  selection.clear();
  expect(inBody()).toEqual(['textBlock']);
});

describe('commands for blocks', () => {
  const body = () => selection.parts().filter(({ view }) => view === views.body);
  const kinds = () => views.body.state.doc.children.map(({ attrs }) => String(attrs['kind']));

  it('change every selected block of the body, and the selection stays', () => {
    page(bodyOf(block('One'), block('Two'), block('Three|')));
    selection.extendTo('body', before('o'));
    expect(selection.run(setKind('heading2'), body())).toBe(true);
    expect(kinds()).toEqual(['heading', 'heading', 'paragraph']);
    expect(views.headline.state.doc.firstChild?.attrs['kind']).toBe('paragraph');
    expect(selected()).toEqual(['textBlock ad', 'textBlock Stand', 'textBlock One', 'textBlock Tw']);
    // And with the keyboard above.
    page(bodyOf(block('One'), block('Two| and'), block('Three')), 'body');
    selection.extendTo('headline', 3);
    expect(selection.run(setKind('blockQuote'), body())).toBe(true);
    expect(kinds()).toEqual(['blockQuote', 'blockQuote', 'paragraph']);
    expect(selection.isSelected).toBe(true);
  });

  it('move, double and take out whole blocks, those without words as well', () => {
    const three = () => page(bodyOf(rule(), block('One'), block('Two|')));
    three();
    selection.extendTo('body', before('ne'));
    expect(selection.run(moveBlocksBy(1), body())).toBe(true);
    expect(inBody()).toEqual(['textBlock Two', 'rule', 'textBlock One']);
    three();
    selection.extendTo('body', before('ne'));
    expect(selection.run(duplicateBlocks, body())).toBe(true);
    expect(inBody()).toEqual(['rule', 'textBlock One', 'rule', 'textBlock One', 'textBlock Two']);
    three();
    selection.extendTo('body', before('ne'));
    expect(selection.run(removeBlocks, body())).toBe(true);
    expect(inBody()).toEqual(['textBlock Two']);
    expect(selection.isSelected).toBe(false);
    expect(views.body.state.selection).toBeInstanceOf(TextSelection);
  });
});
