import { ChevronsDownUp, ChevronsUpDown, FoldVertical, UnfoldVertical } from 'lucide-react';
import { foldedAt, foldOnly, headingAbove, headingsIn } from '../folding.ts';
import type { Page } from '../page.ts';
import type { EditCommand } from './command.ts';

/** Folds exactly the sections whose headings stand at these places of the body; the keyboard stays where it is. */
function fold(page: Page, positions: readonly number[]): void {
  const view = page.editors?.body.view;
  const words = page.speech;
  if (view !== undefined && words !== null) {
    foldOnly(view, positions, (blocks) => words.count(words.find.folded, blocks));
  }
}

function folded(page: Page): readonly number[] {
  const state = page.editors?.body.state;
  return state === undefined ? [] : foldedAt(state);
}

/** The section that folding is meant for: the one with the caret or, where that is folded, the one around it. */
function meant(page: Page): number | null {
  const state = page.field === 'body' ? page.editors?.body.state : undefined;
  if (state === undefined) return null;
  let heading = headingAbove(state.doc, state.selection.$head.index(0));
  while (heading !== null && folded(page).includes(heading.pos)) {
    heading = headingAbove(state.doc, heading.index - 1, heading.level);
  }
  return heading?.pos ?? null;
}

/** The folded section whose heading has the caret. */
function foldedHere(page: Page): number | null {
  const state = page.field === 'body' ? page.editors?.body.state : undefined;
  const heading = state === undefined ? null : headingAbove(state.doc, state.selection.$head.index(0));
  return heading !== null && folded(page).includes(heading.pos) ? heading.pos : null;
}

/** Folding sections away in the text, and out again. */
export const FOLD_COMMANDS: readonly EditCommand[] = [
  {
    id: 'fold',
    group: 'view',
    icon: FoldVertical,
    keys: { code: 'BracketLeft', mod: true, alt: true },
    name: ({ find }) => find.foldThis,
    aliases: ['collapse', 'hide', 'section'],
    isPossible: (page) => meant(page) !== null,
    run: (page) => {
      const pos = meant(page);
      if (pos !== null) fold(page, [...folded(page), pos]);
    },
  },
  {
    id: 'unfold',
    group: 'view',
    icon: UnfoldVertical,
    keys: { code: 'BracketRight', mod: true, alt: true },
    name: ({ find }) => find.unfoldThis,
    aliases: ['expand', 'show', 'section'],
    isPossible: (page) => foldedHere(page) !== null,
    run: (page) => {
      const pos = foldedHere(page);
      if (pos !== null) {
        fold(
          page,
          folded(page).filter((other) => other !== pos),
        );
      }
    },
  },
  {
    id: 'fold-all',
    group: 'view',
    icon: ChevronsDownUp,
    keys: { code: 'BracketLeft', mod: true, alt: true, shift: true },
    name: ({ find }) => find.foldAll,
    aliases: ['collapse', 'hide', 'sections'],
    isPossible: (page) => page.editors !== null && headingsIn(page.editors.body.state.doc).length > 0,
    run: (page) => fold(page, page.editors === null ? [] : headingsIn(page.editors.body.state.doc)),
  },
  {
    id: 'unfold-all',
    group: 'view',
    icon: ChevronsUpDown,
    keys: { code: 'BracketRight', mod: true, alt: true, shift: true },
    name: ({ find }) => find.unfoldAll,
    aliases: ['expand', 'show', 'sections'],
    isPossible: (page) => folded(page).length > 0,
    run: (page) => fold(page, []),
  },
];
