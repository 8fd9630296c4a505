// @vitest-environment jsdom
import { EditorView } from '@tiptap/pm/view';
import { NodeSelection, type EditorState, type Selection } from '@tiptap/pm/state';
import { beforeAll, describe, expect, it } from 'vitest';
import { OWN_TYPE } from '#renderer/editor/paste/clipping.ts';
import { copySelection } from '#renderer/editor/paste/copying.ts';
import { readOwnClip } from '#renderer/editor/paste/own-clip.ts';
import { prepareClipboard } from '#renderer/editor/paste/reading.ts';
import { CellSelection } from '#renderer/editor/table/cell-selection.ts';
import { cellPosition } from '#renderer/editor/table/grid.ts';
import type { Clip } from '#shared/formats/clipboard-reader.ts';
import { table } from '../table/grid-text.ts';
import { block, bodyOf, schema } from '../text.ts';

beforeAll(prepareClipboard);

/** What stands on the clipboard after a copy of the selection, by kind. */
function copied(state: EditorState, selection: Selection): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  const data: Pick<DataTransfer, 'clearData' | 'setData'> = {
    clearData: () => kinds.clear(),
    setData: (kind, text) => void kinds.set(kind, text),
  };
  const view = new EditorView(document.createElement('div'), {
    state: state.apply(state.tr.setSelection(selection)),
  });
  copySelection(view, data as DataTransfer, { related: () => [], onPicturesLeft: () => undefined });
  view.destroy();
  return kinds;
}

function own(kinds: ReadonlyMap<string, string>): Clip | null {
  return readOwnClip(kinds.get(OWN_TYPE) ?? '', schema, []);
}

describe('copying', () => {
  it('takes all the cells that are selected, not only one of them', () => {
    const state = bodyOf(table(['a', 'b', 'c'], ['d', 'e', 'f|']), block('after'));
    const grid = state.doc.child(0);
    const place = (row: number, column: number) => state.doc.resolve(cellPosition(grid, 0, row, column));
    const kinds = copied(state, new CellSelection(place(0, 1), place(1, 2)));
    expect(kinds.get('text/plain')).toBe('b\tc\ne\tf');
    expect(kinds.get('text/html')).toMatch(/<td[^>]*>b<.*<td[^>]*>c<.*<td[^>]*>e<.*<td[^>]*>f</su);
    expect(own(kinds)?.blocks).toMatchObject([{ kind: 'table', rows: [{}, {}] }]);
  });

  it('keeps everything of a picture between two stories, its gallery too', () => {
    const attributes = {
      media: `${'0f'.repeat(32)}.jpg`,
      credit: 'Ana Ruiz',
      source: 'Harbour office',
      alt: 'A grey quay',
      focalX: 0.25,
      focalY: 0.75,
      width: 1200,
      height: 800,
      gallery: 'quays',
    };
    const state = bodyOf(block('a|'), schema.node('figure', attributes, [schema.text('The quay')]));
    const clip = own(copied(state, NodeSelection.create(state.doc, 3)));
    expect(clip?.blocks).toMatchObject([
      {
        kind: 'figure',
        media: attributes.media,
        credit: 'Ana Ruiz',
        source: 'Harbour office',
        alt: 'A grey quay',
        focalPoint: { x: 0.25, y: 0.75 },
        width: 1200,
        height: 800,
        gallery: 'quays',
      },
    ]);
  });
});
