import { useEffect, useState } from 'react';
import type { Words } from '#renderer/ui/words/words.tsx';
import { foldedAt, foldOnly } from './folding.ts';
import type { OutlineEntry, OutlineModel } from './outline-state.ts';
import type { Page } from './page.ts';
import { blockPosition } from './sections.ts';

export interface OutlineFolds {
  readonly isFolded: (key: string) => boolean;
  readonly fold: (keys: readonly string[], isFolded: boolean) => void;
  /** Whether what is folded in the outline is folded in the text, too. */
  readonly inText: boolean;
  readonly setInText: (inText: boolean) => void;
  /** The entries that are not folded away. */
  readonly shown: (entries: readonly OutlineEntry[]) => readonly OutlineEntry[];
}

/** Which sections are folded. The text may unfold one by itself, when the caret comes into it: then so does the outline. */
export function useOutlineFolds(page: Page, model: OutlineModel, words: Words): OutlineFolds {
  const [folded, setFolded] = useState<ReadonlySet<string>>(NOTHING);
  const [inText, setInText] = useState(true);
  useEffect(() => {
    if (!inText) return undefined;
    return model.subscribe(() => {
      const still = keysFolded(page, model);
      setFolded((known) => (sameKeys(known, still) ? known : still));
    });
  }, [page, model, inText]);
  const foldText = (keys: ReadonlySet<string>): void => {
    const view = page.editors?.body.view;
    if (view === undefined || (keys.size === 0 && foldedAt(view.state).length === 0)) return;
    const { doc } = view.state;
    const sections = model.sections().filter(({ level, key }) => level > 0 && keys.has(key));
    const positions = sections.map(({ from }) => blockPosition(doc, from));
    foldOnly(view, positions, (blocks) => words.count(words.find.folded, blocks));
  };
  return {
    isFolded: (key) => folded.has(key),
    inText,
    fold: (keys, isFolded) => {
      const next = new Set(folded);
      for (const key of keys)
        if (isFolded) next.add(key);
        else next.delete(key);
      setFolded(next);
      if (inText) foldText(next);
    },
    setInText: (next) => {
      setInText(next);
      foldText(next ? folded : NOTHING);
    },
    shown: (entries) => unfolded(entries, folded),
  };
}

const NOTHING: ReadonlySet<string> = new Set();

function keysFolded(page: Page, model: OutlineModel): ReadonlySet<string> {
  const state = page.editors?.body.state;
  const positions = state === undefined ? [] : foldedAt(state);
  if (state === undefined || positions.length === 0) return NOTHING;
  const at = new Set(positions);
  const sections = model.sections().filter(({ level, from }) => level > 0 && at.has(blockPosition(state.doc, from)));
  return new Set(sections.map(({ key }) => key));
}

function sameKeys(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key));
}

/** Without the entries that are inside a folded one. */
function unfolded(entries: readonly OutlineEntry[], folded: ReadonlySet<string>): readonly OutlineEntry[] {
  if (folded.size === 0) return entries;
  let away = Infinity;
  return entries.filter(({ key, level }) => {
    if (level > away) return false;
    away = folded.has(key) ? level : Infinity;
    return true;
  });
}
