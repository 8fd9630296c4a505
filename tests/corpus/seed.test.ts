import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { headlineText, type ArticleDraft } from '#shared/article/article.ts';
import { blockText } from '#shared/article/block.ts';
import { sectionsOf } from '#shared/article/section.ts';
import { readFile } from '#shared/formats/catalogue.ts';
import type { Reading } from '#shared/formats/format.ts';
import { describeWithShared, sharedBytes, sharedJson } from './shared-folder.ts';

interface Paragraph {
  readonly sha256: string;
  readonly text: string;
}
interface Expected {
  readonly headline: { readonly text: string };
  readonly intro: { readonly paragraphs: readonly Paragraph[] };
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly Paragraph[] }[];
  readonly section_headings_in_order: readonly string[];
  readonly related: { readonly count: number; readonly blurbs: readonly Paragraph[] };
  readonly markers: readonly { readonly text: string }[];
  readonly totals: { readonly body_paragraphs: number };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export function readSeed(): Reading {
  const reading = readFile('seed-article.txt', sharedBytes('corpus/seed-article.txt'));
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}

describeWithShared("the customer's own page", 'corpus/seed-article.txt', () => {
  const expected = sharedJsonOrNull();
  const draft = (): ArticleDraft => readSeed().draft;

  test('gives headline and no standfirst', () => {
    expect(headlineText(draft())).toBe(expected?.headline.text);
    expect(draft().standfirst).toEqual([]);
  });

  test('gives the section headings in order, at level 2', () => {
    const sections = sectionsOf(draft().body).filter((section) => section.level > 0);
    expect(sections.map((section) => section.title)).toEqual(expected?.section_headings_in_order);
    expect(sections.every((section) => section.level === 2)).toBe(true);
  });

  test('gives every paragraph under its heading, byte for byte', () => {
    const found = sectionsOf(draft().body).map((section) =>
      draft()
        .body.slice(section.from, section.to)
        .filter((block) => block.kind === 'paragraph')
        .map((block) => sha256(blockText(block))),
    );
    const wanted = [
      expected?.intro.paragraphs ?? [],
      ...(expected?.sections ?? []).map((section) => section.paragraphs),
    ];
    expect(found).toEqual(wanted.map((paragraphs) => paragraphs.map((paragraph) => paragraph.sha256)));
    expect(found.flat()).toHaveLength(expected?.totals.body_paragraphs ?? -1);
  });

  test('gives eight related blurbs, byte for byte, without target or headline', () => {
    const { related } = draft();
    expect(related.map((link) => sha256(link.blurb))).toEqual(expected?.related.blurbs.map((blurb) => blurb.sha256));
    expect(related.every((link) => link.target.kind === 'none' && link.headline === '')).toBe(true);
  });

  test('has none of the page furniture in its text, and says so', () => {
    const text = [
      headlineText(draft()),
      ...draft().body.map(blockText),
      ...draft().related.map((link) => link.blurb),
    ].join('\n');
    for (const marker of expected?.markers ?? []) expect(text).not.toContain(marker.text);
    const codes = readSeed().notes.map((note) => note.code);
    expect(codes).toEqual(
      expect.arrayContaining(['page-furniture-dropped', 'headings-by-shape', 'related-without-links']),
    );
  });

  function sharedJsonOrNull(): Expected | null {
    try {
      return sharedJson('corpus/seed-expected.json') as Expected;
    } catch {
      return null;
    }
  }
});
