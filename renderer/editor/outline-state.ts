import { useEffect, useState } from 'react';
import type { Page } from './page.ts';
import { outlineOf, sectionAt, type OutlineSection } from './sections.ts';

/** How long after the last change the outline is made anew, in milliseconds. */
const PAUSE = 180;

export interface OutlineState {
  readonly sections: readonly OutlineSection[];
  /** Place of the section with the caret; -1 where there is none. */
  readonly current: number;
}

const EMPTY: OutlineState = { sections: [], current: -1 };

/** The outline, made anew after a pause in writing, and the same object while nothing of it changed. */
export function useOutline(page: Page, language: string): OutlineState {
  const [state, setState] = useState<OutlineState>(EMPTY);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remake = (): void => {
      timer = undefined;
      const body = page.editors?.body;
      const next = body === undefined ? EMPTY : readOutline(body.state, page.field === 'body', language);
      setState((last) => (sameOutline(last, next) ? last : next));
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(remake, PAUSE);
    };
    remake();
    const stops = [page.subscribe('transaction', later), page.subscribe('editors', remake)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [page, language]);
  return state;
}

type BodyState = NonNullable<Page['editors']>['body']['state'];

function readOutline({ doc, selection }: BodyState, caretInBody: boolean, language: string): OutlineState {
  const sections = outlineOf(doc, language);
  return { sections, current: caretInBody ? sectionAt(sections, selection.$from.index(0)) : -1 };
}

function sameOutline(one: OutlineState, other: OutlineState): boolean {
  return (
    one.current === other.current &&
    one.sections.length === other.sections.length &&
    one.sections.every((section, at) => {
      const twin = other.sections[at];
      return (
        twin !== undefined &&
        section.key === twin.key &&
        section.words === twin.words &&
        section.from === twin.from &&
        section.to === twin.to &&
        section.level === twin.level
      );
    })
  );
}
