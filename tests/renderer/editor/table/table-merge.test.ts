// @vitest-environment jsdom
import { TextSelection, type Command } from '@tiptap/pm/state';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ArticleDraft } from '#shared/article/article.ts';
import { run } from '#shared/article/inline.ts';
import { readArticle } from '#shared/document/read.ts';
import { lostText } from '#shared/document/rescue.ts';
import { openDocument } from '#shared/document/state.ts';
import { bindingIsSafe } from '#renderer/editor/binding/safety.ts';
import { cellPosition, tableIn } from '#renderer/editor/table/grid.ts';
import { moveColumn, moveRow } from '#renderer/editor/table/move.ts';
import { pasteIntoTable } from '#renderer/editor/table/paste-cells.ts';
import {
  addColumn,
  addRow,
  deleteColumns,
  deleteRows,
  toggleHeaderRow,
} from '#renderer/editor/table/table-commands.ts';
import { Ink } from '#tests/renderer/editor/binding/edits.ts';
import { openWriter, type Writer } from '#tests/renderer/editor/binding/writer.ts';
import { ID, stateOfDraft } from '#tests/shared/document/pair.ts';

const CHANGES: Readonly<Record<string, Command>> = {
  rowAbove: addRow('above'),
  rowBelow: addRow('below'),
  columnBefore: addColumn('before'),
  columnAfter: addColumn('after'),
  deleteRows,
  deleteColumns,
  rowUp: moveRow(-1),
  rowDown: moveRow(1),
  columnBack: moveColumn(-1),
  columnOn: moveColumn(1),
  header: toggleHeaderRow,
};

type Edit = readonly [what: string, row: number, column: number];

const place = fc.integer({ min: 0, max: 2 });
const change: fc.Arbitrary<Edit> = fc.tuple(fc.constantFrom(...Object.keys(CHANGES), 'undo', 'paste'), place, place);
const typing: fc.Arbitrary<Edit> = fc.tuple(fc.constantFrom('type', 'type', 'type', 'break'), place, place);

function draft(ink: Ink): ArticleDraft {
  const cell = () => ({ header: false, content: [run(ink.take(2))] });
  const empty = { header: false, content: [] };
  const rows = [
    [cell(), cell(), cell()],
    [cell(), empty, cell()],
    [cell(), cell(), empty],
  ];
  return {
    headline: [run('Headline')],
    standfirst: [],
    body: [
      { kind: 'paragraph', content: [run(ink.take(2))] },
      { kind: 'table', rows: rows.map((cells) => ({ cells })) },
      { kind: 'paragraph', content: [run(ink.take(2))] },
    ],
    metadata: {},
    related: [],
  };
}

/** Does one edit in the table, as its command does it. Nothing where the cell is not there any more. */
function perform(writer: Writer, [what, row, column]: Edit, ink: Ink): void {
  const { view } = writer.editors.body;
  if (what === 'undo') return void writer.undoManager.undo();
  const pos = tablePosition(writer);
  const cells = pos === null ? null : tableIn(view.state.tr, pos).maybeChild(row);
  const cell = cells?.maybeChild(column);
  if (pos === null || !cells || !cell) return undefined;
  const end = cellPosition(tableIn(view.state.tr, pos), pos, row, column) + 1 + cell.content.size;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)));
  if (what === 'type') view.dispatch(view.state.tr.insertText(ink.take(2)));
  else if (what === 'break') view.dispatch(view.state.tr.insert(end, view.state.schema.node('hardBreak')));
  else if (what === 'paste') pasteIntoTable(view, [[ink.take(1), ink.take(1)], [ink.take(1)]]);
  else CHANGES[what]?.(view.state, view.dispatch.bind(view), view);
  return undefined;
}

function tablePosition(writer: Writer): number | null {
  let found: number | null = null;
  writer.editors.body.state.doc.forEach((node, pos) => {
    if (node.type.name === 'table') found ??= pos;
  });
  return found;
}

function inkIn(writer: Writer): Set<string> {
  return new Set(JSON.stringify(readArticle(ID, writer.doc).body).match(/[\u4E00-\u9FFF]/gu) ?? []);
}

describe('two people in one table', () => {
  it('lose nothing that was typed while rows and columns were added, moved and taken out', () => {
    const rounds = fc.array(fc.tuple(fc.array(typing, { maxLength: 5 }), fc.array(change, { maxLength: 4 })), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(rounds, (made) => {
        const ink = new Ink();
        const state = stateOfDraft(draft(ink));
        const writers = [openWriter(state, ['body']), openWriter(state, ['body'])];
        const [written, deleted, rescued] = [new Set<string>(), new Set<string>(), new Set<string>()];
        try {
          for (const edits of made) {
            writers.forEach((writer, at) => {
              for (const edit of edits[at] ?? []) {
                const before = inkIn(writer);
                perform(writer, edit, ink);
                const after = inkIn(writer);
                for (const one of after) written.add(one);
                for (const one of before) if (!after.has(one)) deleted.add(one);
              }
            });
            exchange(writers, rescued);
          }
          const present = writers.map(inkIn);
          expect(present[0]).toEqual(present[1]);
          const shown = writers.map((writer) => writer.editors.body.state.doc);
          for (const doc of shown) doc.check();
          expect(shown[0]?.toJSON()).toEqual(shown[1]?.toJSON());
          for (const writer of writers) expect(bindingIsSafe(openDocument([writer.state()])).ok).toBe(true);
          const gone = [...written].filter((one) => !present[0]?.has(one) && !deleted.has(one) && !rescued.has(one));
          expect(gone).toEqual([]);
        } finally {
          for (const writer of writers) writer.leave();
        }
      }),
      { numRuns: Number(process.env['MERGE_RUNS'] ?? 15) },
    );
  }, 600_000);

  it('typing in a cell stays in that cell while another moves its neighbours', () => {
    const [ana, ben] = [
      openWriter(stateOfDraft(draft(new Ink())), ['body']),
      openWriter(stateOfDraft(draft(new Ink())), ['body']),
    ];
    perform(ana, ['type', 0, 1], new Ink());
    const { view } = ben.editors.body;
    const word = readRows(ben)[0]?.[1] ?? '';
    perform(ben, ['columnOn', 1, 1], new Ink());
    expect(readRows(ben)[0]?.[2]).toBe(word);
    const [typed, moved] = [Y.mergeUpdates(ana.sent), Y.mergeUpdates(ben.sent)];
    ana.receive(moved);
    ben.receive(typed);
    expect(readRows(ana)).toEqual(readRows(ben));
    expect(readRows(ben)[0]?.[2]?.startsWith(word)).toBe(true);
    expect(readRows(ben)[0]?.[2]).toHaveLength(word.length + 2);
    ben.undoManager.undo();
    expect(readRows(ben)[0]?.[1]?.startsWith(word)).toBe(true);
    view.state.doc.check();
    for (const writer of [ana, ben]) writer.leave();
  });
});

function readRows(writer: Writer): string[][] {
  const pos = tablePosition(writer);
  if (pos === null) return [];
  const table = tableIn(writer.editors.body.state.tr, pos);
  return table.content.content.map((row) => row.content.content.map((cell) => cell.textContent));
}

/** Each gets the other's changes, looking first for what would be lost, until neither has anything to send. */
function exchange(writers: readonly Writer[], rescued: Set<string>): void {
  for (let round = 0; round < 6; round += 1) {
    let changed = false;
    writers.forEach((writer, at) => {
      const other = writers[1 - at];
      if (other === undefined) return;
      const update = Y.diffUpdate(other.state(), Y.encodeStateVectorFromUpdate(writer.state()));
      for (const { text } of lostText(writer.state(), update)) for (const one of text) rescued.add(one);
      const before = writer.state();
      writer.receive(update);
      changed ||= Buffer.compare(before, writer.state()) !== 0;
    });
    if (!changed) return;
  }
  throw new Error('they never come to rest');
}
