import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { CheckCode, Fix, Passage } from '#shared/checks/check.ts';
import { NODE } from '#shared/document/layout.ts';
import { asOneStep } from '../binding/undo.ts';
import { scrollBehavior } from '../calm.ts';
import type { Page } from '../page.ts';
import { blockPosition } from '../sections.ts';
import { checkerOf, type LiveFinding } from './checker.ts';

/** Where a finding stands in its editor now. */
interface Place {
  readonly view: EditorView;
  readonly block: Node;
  /** Position before the block. */
  readonly pos: number;
  readonly passage: Passage | undefined;
}

/** What can be done about a finding with one press. */
export interface Remedies {
  /** What would stand instead; null where nobody but the writer can put it right. Empty: it is taken away. */
  readonly fix: Fix | null;
  /** The passage can be marked as checked and correct. */
  readonly canBeMarked: boolean;
  /** The picture can be called decorative. */
  readonly canBeDecorative: boolean;
}

/** The remedies for a finding; none where the article is only shown. */
export function remediesFor(page: Page, finding: LiveFinding): Remedies {
  const isOpen = page.session.readOnly === undefined;
  const hasPassage = (finding.passages?.length ?? 0) > 0;
  return {
    fix: isOpen ? (finding.fix ?? null) : null,
    canBeMarked: isOpen && hasPassage,
    canBeDecorative: isOpen && finding.code === 'alt-missing',
  };
}

/** Puts a finding right; one undo takes it back. False where the text is other than it was. */
export function putRight(page: Page, finding: LiveFinding): boolean {
  const { fix } = finding;
  const place = placeOf(page, finding);
  if (fix === undefined || place === null) return false;
  const from = place.pos + 1 + fix.at.from;
  const to = place.pos + 1 + fix.at.to;
  return change(page, place, (tr) => {
    if (fix.kind === 'replace') {
      if (fix.text === '') tr.delete(from, to);
      else tr.replaceWith(from, to, place.view.state.schema.text(fix.text, marksAt(place.view, from)));
      return;
    }
    const link = place.view.state.schema.marks['link'];
    if (link !== undefined) tr.addMark(from, to, link.create({ href: fix.href }));
  });
}

/** Marks the passages as checked, correct as they are (CQ): the checks leave them alone from then on. */
export function markCorrect(page: Page, finding: LiveFinding): boolean {
  const place = placeOf(page, finding);
  const cq = place?.view.state.schema.marks['cq'];
  if (place === null || cq === undefined) return false;
  return change(page, place, (tr) => {
    for (const { from, to } of finding.passages ?? [])
      tr.addMark(place.pos + 1 + from, place.pos + 1 + to, cq.create());
  });
}

/** Says of a picture that it tells a listener nothing. */
export function markDecorative(page: Page, finding: LiveFinding): boolean {
  const place = placeOf(page, finding);
  if (place?.block.type.name !== NODE.figure) return false;
  return change(page, place, (tr) => tr.setNodeAttribute(place.pos, 'decorative', true));
}

/**
 * Shows where a finding stands; with `focus` the passage is selected and the keyboard goes there: to the field of a
 * picture that is still empty. A section that is folded away opens.
 */
export function goTo(page: Page, finding: LiveFinding, focus: boolean): void {
  const place = placeNear(page, finding);
  if (place === null) {
    if (focus && finding.field !== undefined) page.go(finding.field, 'end');
    return;
  }
  const { view, pos } = place;
  const dom = view.nodeDOM(pos);
  if (!(dom instanceof HTMLElement)) return;
  const isFolded = dom.getClientRects().length === 0;
  if (focus || isFolded) view.dispatch(view.state.tr.setSelection(selectionAt(place)));
  if (focus) {
    const empty = EMPTY_FIELDS[finding.code];
    const input = empty === undefined ? null : dom.querySelector<HTMLElement>(empty);
    if (input === null) view.focus();
    else input.focus();
  }
  dom.scrollIntoView({ block: 'center', behavior: scrollBehavior() });
}

/** Where in a figure the words that are missing belong. */
const EMPTY_FIELDS: Readonly<Partial<Record<CheckCode, string>>> = {
  'alt-missing': '.figure-field-alt input',
  'credit-missing': '.figure-field-credit input',
};

function selectionAt({ view, block, pos, passage }: Place): Selection {
  const { doc } = view.state;
  if (passage !== undefined) return TextSelection.create(doc, pos + 1 + passage.from, pos + 1 + passage.to);
  if (block.isTextblock && block.type.name !== NODE.figure) return TextSelection.create(doc, pos + 1);
  return block.type.spec.selectable === false ? Selection.near(doc.resolve(pos)) : NodeSelection.create(doc, pos);
}

function change(page: Page, { view }: Place, work: (tr: Transaction) => void): boolean {
  if (page.session.readOnly !== undefined) return false;
  const { tr } = view.state;
  work(tr);
  asOneStep(page.session.undoManager, () => view.dispatch(tr));
  return true;
}

/** The block of a finding, exactly as it was looked at, wherever it stands now; null where it has been written in since. */
function placeOf(page: Page, finding: LiveFinding): Place | null {
  const view = finding.field === undefined ? undefined : page.editors?.[finding.field].view;
  const block = checkerOf(page.session).blockOf(finding);
  if (view === undefined || block === undefined) return null;
  const { doc } = view.state;
  const index = doc.children.indexOf(block);
  return index < 0 ? null : { view, block, pos: blockPosition(doc, index), passage: finding.passages?.[0] };
}

/** The same for looking at it: what stands in its place now, where it has been written in since. */
function placeNear(page: Page, finding: LiveFinding): Place | null {
  const place = placeOf(page, finding);
  const view = finding.field === undefined ? undefined : page.editors?.[finding.field].view;
  const index = finding.block ?? finding.part;
  if (place !== null || view === undefined || index === undefined) return place;
  const block = view.state.doc.maybeChild(index);
  return block === null ? null : { view, block, pos: blockPosition(view.state.doc, index), passage: undefined };
}

function marksAt(view: EditorView, from: number) {
  return view.state.doc.nodeAt(from)?.marks ?? [];
}
