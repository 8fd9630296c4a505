import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Page } from './page.ts';
import { outlineOf, sectionAt, type OutlineSection } from './sections.ts';

/** How long after the last change the outline is made anew, in milliseconds. */
const PAUSE = 250;

/** What makes a line of the outline: as long as it stays the same, so does the object. */
export interface OutlineEntry {
  readonly key: string;
  readonly level: number;
  readonly title: string;
}

/**
 * The outline of the body, made anew after a pause in writing. Titles, word counts and the current section are told
 * apart, so that writing in a section changes one number on the screen and nothing else.
 */
export interface OutlineModel {
  readonly subscribe: (listener: () => void) => () => void;
  readonly entries: () => readonly OutlineEntry[];
  readonly words: (key: string) => number;
  readonly isCurrent: (key: string) => boolean;
  /** The sections as they are at this moment, with their places. */
  readonly sections: () => readonly OutlineSection[];
}

/** The entries until the article was first looked at: nothing is known of its sections, not that there are none. */
export const NOT_READ: readonly OutlineEntry[] = [];

interface FollowedOutline extends OutlineModel {
  /** Follows the page. Returns the way to stop. */
  readonly follow: () => () => void;
}

/** The outline of a page, followed for as long as the component is shown. */
export function useOutlineModel(page: Page, language: string): OutlineModel {
  const model = useMemo(() => makeModel(page, language), [page, language]);
  useEffect(() => model.follow(), [model]);
  return model;
}

export function useEntries(model: OutlineModel): readonly OutlineEntry[] {
  return useSyncExternalStore(model.subscribe, model.entries);
}

export function useSectionWords(model: OutlineModel, key: string): number {
  return useSyncExternalStore(model.subscribe, () => model.words(key));
}

export function useIsCurrent(model: OutlineModel, key: string): boolean {
  return useSyncExternalStore(model.subscribe, () => model.isCurrent(key));
}

function makeModel(page: Page, language: string): FollowedOutline {
  const listeners = new Set<() => void>();
  let entries: readonly OutlineEntry[] = NOT_READ;
  let words = new Map<string, number>();
  let current: string | undefined;

  const sections = (): readonly OutlineSection[] => {
    const doc = page.editors?.body.state.doc;
    return doc === undefined ? [] : outlineOf(doc, language);
  };
  const remake = (): void => {
    if (page.editors === null) return;
    const next = sections();
    const caret = page.field === 'body' ? page.editors?.body.state.selection.$from.index(0) : undefined;
    entries = sameEntries(entries === NOT_READ ? [] : entries, next);
    words = new Map(next.map((section) => [section.key, section.words]));
    current = caret === undefined ? undefined : next[sectionAt(next, caret)]?.key;
    for (const listener of listeners) listener();
  };
  return {
    sections,
    entries: () => entries,
    words: (key) => words.get(key) ?? 0,
    isCurrent: (key) => key === current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: () => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let changed = 0;
      let text: unknown;
      let waitsForPause = false;
      const bodyNow = (): unknown => page.editors?.body.state.doc;
      const make = (): void => {
        clearTimeout(timer);
        timer = undefined;
        waitsForPause = false;
        remake();
      };
      // One timer that looks again, not one per key; where somebody writes on, the pause in writing says when;
      // but not where nothing is shown yet.
      const look = (): void => {
        timer = undefined;
        if (entries === NOT_READ || performance.now() - changed >= PAUSE - 1) make();
        else if (bodyNow() === text) timer = setTimeout(look, PAUSE);
        else waitsForPause = true;
      };
      const later = (): void => {
        changed = performance.now();
        if (timer !== undefined || waitsForPause) return;
        text = bodyNow();
        timer = setTimeout(look, PAUSE);
      };
      later();
      const stops = [
        page.subscribe('transaction', later),
        page.subscribe('editors', later),
        page.subscribe('pause', make),
      ];
      return () => {
        clearTimeout(timer);
        for (const stop of stops) stop();
      };
    },
  };
}

/** The entries of these sections: the old objects, and the old list, wherever nothing changed. */
function sameEntries(old: readonly OutlineEntry[], sections: readonly OutlineSection[]): readonly OutlineEntry[] {
  const known = new Map(old.map((entry) => [entry.key, entry]));
  const next = sections.map(({ key, level, title }): OutlineEntry => {
    const same = known.get(key);
    return same?.level === level ? same : { key, level, title };
  });
  return next.length === old.length && next.every((entry, at) => entry === old[at]) ? old : next;
}
