import { NodeSelection } from '@tiptap/pm/state';
import { useEffect, useState } from 'react';
import type { HouseRules } from '#shared/article/house-rules.ts';
import { measureText, type Measure } from '#shared/article/measure.ts';
import type { Metadata } from '#shared/article/metadata.ts';
import { SURFACES } from '#shared/surfaces/catalogue.ts';
import { cutToLimit, type Cut } from '#shared/surfaces/cut.ts';
import type { Limit } from '#shared/surfaces/surface.ts';
import type { Page } from '../page.ts';
import { outlineOf } from '../sections.ts';
import { measureBlocks } from '../words-of.ts';

/** How often what is shown is counted anew while the caret moves, in milliseconds. */
const EVERY = 400;
/** Selections longer than this are not counted. */
const LONGEST_SELECTION = 200_000;

interface CountedSection {
  readonly key: string;
  readonly title: string;
  readonly level: number;
  readonly measure: Measure;
}

/** How long the parts of an article are. */
export interface PageCounts {
  readonly headline: Measure;
  readonly standfirst: Measure;
  readonly body: Measure;
  readonly sections: readonly CountedSection[];
  /** Null where nothing is selected. */
  readonly selection: Measure | null;
  /** The headline and the first words of the article as one line each. */
  readonly texts: { readonly headline: string; readonly intro: string };
}

/** A text at a place that shows only so much of it. */
export interface Fit {
  readonly place: string;
  readonly limit: number;
  readonly cut: Cut;
}

/** Counts the page while the component is shown: at pauses in writing, and soon after the caret moved. */
export function usePageCounts(page: Page, language: string): PageCounts | null {
  const [counts, setCounts] = useState(() => countPage(page, language));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = (): void => {
      clearTimeout(timer);
      timer = undefined;
      setCounts(countPage(page, language));
    };
    const later = (): void => {
      timer ??= setTimeout(count, EVERY);
    };
    const stops = [page.subscribe('pause', count), page.subscribe('transaction', later)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [page, language]);
  return counts;
}

function countPage(page: Page, language: string): PageCounts | null {
  const { editors } = page;
  if (editors === null) return null;
  const { headline, standfirst, body } = editors;
  const { doc } = body.state;
  const standfirstText = lineOf(standfirst.state.doc.textContent);
  return {
    headline: measureBlocks(headline.state.doc, language),
    standfirst: measureBlocks(standfirst.state.doc, language),
    body: measureBlocks(doc, language),
    sections: outlineOf(doc, language).map(({ key, title, level, from, to }) => ({
      key,
      title,
      level,
      measure: measureBlocks(doc, language, from, to),
    })),
    selection: measureSelection(page, language),
    texts: {
      headline: page.session.headline(),
      intro: standfirstText === '' ? lineOf(doc.firstChild?.textContent ?? '') : standfirstText,
    },
  };
}

function measureSelection({ editor }: Page, language: string): Measure | null {
  const { selection, doc } = editor?.state ?? {};
  if (selection === undefined || doc === undefined || selection.empty || selection instanceof NodeSelection)
    return null;
  const { from, to } = selection;
  return to - from > LONGEST_SELECTION ? null : measureText(doc.textBetween(from, to, '\n', '\n'), language);
}

/** How the headline fits each place: those whose limits are known, and those the house has a number for. */
export function headlineFits(headline: string, metadata: Metadata, rules: HouseRules | undefined): readonly Fit[] {
  const asked = new Map(Object.entries(rules?.headlines ?? {}));
  const known = SURFACES.map(({ id, name, title }): Fit => {
    const own = [...asked].find(([place]) => place.toLowerCase() === name.toLowerCase());
    if (own !== undefined) asked.delete(own[0]);
    return fitOf(name, { ...title, characters: own?.[1] ?? title.characters }, headlineAt(id, headline, metadata));
  });
  const others = [...asked].map(([place, characters]) =>
    fitOf(place, houseLimit(characters), headlineAt(place.toLowerCase(), headline, metadata)),
  );
  return [...known, ...others];
}

/** How the description fits each place that shows one. */
export function descriptionFits(intro: string, { shareDescription }: Metadata): readonly Fit[] {
  const text = shareDescription.trim() || intro;
  return SURFACES.flatMap(({ name, description }) => (description === null ? [] : [fitOf(name, description, text)]));
}

function headlineAt(place: string, headline: string, metadata: Metadata): string {
  const { printHeadline, searchHeadline, shareTitle, socialHeadline } = metadata;
  if (place === 'google') return searchHeadline.trim() || shareTitle.trim() || headline;
  if (place === 'print') return printHeadline.trim() || headline;
  return shareTitle.trim() || socialHeadline.trim() || headline;
}

function houseLimit(characters: number): Limit {
  return { characters, cutsAt: 'character', basis: 'documented', asOf: '' };
}

function fitOf(place: string, limit: Limit, text: string): Fit {
  return { place, limit: limit.characters, cut: cutToLimit(limit, text) };
}

function lineOf(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
