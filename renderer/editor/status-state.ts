import { useEffect, useState } from 'react';
import { NodeSelection } from '@tiptap/pm/state';
import type { Page } from './page.ts';
import type { ArticleSession, SavingState } from './session.ts';
import { documentWords, wordsBetween } from './words-of.ts';

/** How often the counts are made anew while somebody writes, in milliseconds. */
const EVERY = 1_500;
/** An article's words are counted when it is on the screen; no later than this after it was opened, in milliseconds. */
const FIRST = 500;
/** Text that is on disk this soon after it was written is not spoken of, in milliseconds. */
const CALM = 600;
/** That all is saved is said again when it has been so for that long, not between one key and the next, in milliseconds. */
const STILL = 400;

export interface Counts {
  readonly words: number;
  /** Words of the selection, in whichever fields; 0 where nothing is selected. */
  readonly selected: number;
}

const NOTHING: Counts = { words: 0, selected: 0 };

/** Words of the body and of the selection, at most a few times a second. */
export function useCounts(page: Page, language: string): Counts {
  const [counts, setCounts] = useState<Counts>(NOTHING);
  useEffect(() => {
    let latest = NOTHING;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = (): void => {
      clearTimeout(timer);
      timer = undefined;
      const next = read(page, language);
      if (next.words !== latest.words || next.selected !== latest.selected) setCounts(next);
      latest = next;
    };
    const later = (): void => {
      timer ??= setTimeout(count, EVERY);
    };
    const first = requestIdleCallback(count, { timeout: FIRST });
    const stops = [page.subscribe('transaction', later), page.subscribe('editors', later)];
    return () => {
      cancelIdleCallback(first);
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [page, language]);
  return counts;
}

function read(page: Page, language: string): Counts {
  const { editors } = page;
  if (editors === null) return NOTHING;
  let selected = 0;
  for (const { state } of page.parts()) {
    const { selection, doc } = state;
    if (selection.empty || selection instanceof NodeSelection) continue;
    for (const { $from, $to } of selection.ranges) selected += wordsBetween(doc, $from.pos, $to.pos, language);
  }
  return { words: documentWords(editors.body.state.doc, language), selected };
}

/** Where the text is safe as it is shown, and whether that is worth reading aloud. */
export interface CalmSaving {
  readonly shown: SavingState;
  /** True from the first failure on: that text is not safe is said, and that it is again; never each save before. */
  readonly spoken: boolean;
}

/** Where the text is safe, without the flicker of savings that are over before anyone could read of them. */
export function useCalmSaving(session: ArticleSession): CalmSaving {
  const [calm, setCalm] = useState<CalmSaving>(() =>
    next({ shown: session.saving(), spoken: false }, session.saving()),
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest: CalmSaving | null = null;
    const show = (): void => {
      timer = undefined;
      const rest = CALM - session.unsavedFor();
      // While somebody writes on there is always something on its way, and nothing to speak of unless it stays there.
      if (latest?.shown.state === 'saved' && session.saving().state === 'saving' && rest > 1) {
        timer = setTimeout(show, rest);
        return;
      }
      const before = latest ?? { shown: session.saving(), spoken: false };
      const now = next(before, session.saving());
      if (now !== latest) setCalm(now);
      latest = now;
    };
    const follow = (): void => {
      const { state } = session.saving();
      const shown = latest?.shown.state;
      if (state === 'saving' && shown === 'saved') timer ??= setTimeout(show, CALM);
      else if (state === 'saved' && shown === 'saving') timer ??= setTimeout(show, STILL);
      else {
        clearTimeout(timer);
        show();
      }
    };
    follow();
    const stop = session.subscribe('saving', follow);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session]);
  return calm;
}

function next(last: CalmSaving, now: SavingState): CalmSaving {
  const spoken = last.spoken || now.state === 'unsaved';
  if (last.spoken === spoken && (last.shown === now || (last.shown.state === now.state && now.state !== 'unsaved')))
    return last;
  return { shown: now, spoken };
}
