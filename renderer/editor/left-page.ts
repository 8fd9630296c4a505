import { FIELDS_OF_TEXT, type TextField } from '#shared/document/layout.ts';
import { findSelection, storeSelection, type StoredSelection } from './binding/selection.ts';
import { bindingOf } from './binding/undo.ts';
import { foldedAt, foldOnly } from './folding.ts';
import { bringInSight, sightOf, type FieldViews, type Sight } from './sight.ts';

/** How a page was left: what was selected in its fields, what was folded away, what was in sight, who had the keyboard. */
export interface LeftPage {
  readonly selections: ReadonlyMap<TextField, StoredSelection>;
  readonly folds: readonly number[];
  readonly sight: Sight | null;
  readonly hadKeyboard: boolean;
  readonly wasInFront: boolean;
}

/** What is to be known of a page whose editors are about to go, to show it again as it stands. */
export function leavePage(views: FieldViews, field: TextField, scroller: HTMLElement): Omit<LeftPage, 'wasInFront'> {
  const selections = FIELDS_OF_TEXT.flatMap((name): (readonly [TextField, StoredSelection])[] => {
    const { state } = views[name];
    const binding = bindingOf(state);
    const stored = binding === null ? null : storeSelection(binding, state);
    return stored === null ? [] : [[name, stored]];
  });
  return {
    selections: new Map(selections),
    folds: foldedAt(views.body.state),
    sight: sightOf(views, field, scroller),
    hadKeyboard: FIELDS_OF_TEXT.some((name) => views[name].dom.contains(document.activeElement)),
  };
}

/** Shows a page whose editors are new as it was left; `folded` says how many blocks are folded away. */
export function returnToPage(
  views: FieldViews,
  scroller: HTMLElement,
  left: LeftPage,
  folded: (blocks: number) => string,
): void {
  for (const name of FIELDS_OF_TEXT) {
    const { state } = views[name];
    const binding = bindingOf(state);
    const stored = left.selections.get(name);
    if (binding === null || stored === undefined) continue;
    const selection = findSelection(binding, stored, state.tr);
    if (selection !== null) views[name].dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false));
  }
  if (left.folds.length > 0) foldOnly(views.body, left.folds, folded);
  if (left.sight !== null) bringInSight(views, scroller, left.sight);
}
