import { describe, expect, test } from 'vitest';
import { headlineText } from '#shared/article/article.ts';
import { blockText } from '#shared/article/block.ts';
import { plainText, run } from '#shared/article/inline.ts';
import type { Reading } from '#shared/formats/format.ts';
import { markdownReader } from '#shared/formats/markdown-reader.ts';

function read(text: string): Reading {
  const reading = markdownReader.read(new TextEncoder().encode(text), 'story.md');
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
}
const codes = (text: string) => read(text).notes.map((note) => note.code);

describe('Markdown of other people', () => {
  test('front matter of site generators fills the fields it means', () => {
    const { draft, notes } = read(
      '---\ntitle: Head\nsubtitle: Under it\nauthor: [Ana Ruiz, {name: Bo, role: desk}]\ndate: 2026-01-02 03:04:05 +0100\n' +
        'tags: a, b\nlang: en_GB\nslug: the-url\nlayout: post\n---\n\n# Head\n\nText.',
    );
    expect(headlineText(draft)).toBe('Head');
    expect(plainText(draft.standfirst)).toBe('Under it');
    expect(draft.metadata).toEqual({
      bylines: [
        { name: 'Ana Ruiz', role: '' },
        { name: 'Bo', role: 'desk' },
      ],
      published: '2026-01-02T03:04:05+01:00',
      keywords: ['a', 'b'],
      language: 'en-GB',
      urlSlug: 'the-url',
    });
    expect(draft.body.map(blockText)).toEqual(['Text.']);
    expect(notes.find((note) => note.code === 'front-matter-dropped')?.message).toContain('layout');
  });

  test('the first heading is the headline where the front matter has none; another first-level heading is a section', () => {
    const { draft } = read('# Head *on*\n\nText.\n\n# Part\n\n##### Deep');
    expect(draft.headline).toEqual([run('Head '), run('on', { italic: true })]);
    expect(draft.body).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'heading', level: 2 },
      { kind: 'heading', level: 4 },
    ]);
  });

  test('a header without fences is front matter when it begins with a title', () => {
    const { draft } = read('Title: Head\nDate: 2026-01-02\n\nText.');
    expect(headlineText(draft)).toBe('Head');
    expect(draft.metadata).toEqual({ published: '2026-01-02' });
  });

  test('pictures become figures that wait for their file', () => {
    const { draft, pictures } = read('# H\n\nBefore ![Alt](img/a.jpg "Caption") after');
    expect(draft.body.map(blockText)).toEqual(['Before  after', 'Caption']);
    expect(draft.body[1]).toMatchObject({ kind: 'figure', media: null, alt: 'Alt' });
    expect(pictures).toEqual([{ block: 1, href: 'img/a.jpg' }]);
    expect(codes('![a](b.png)')).toContain('picture-missing');
  });

  test('links outside the policy lose their address and keep their words', () => {
    const { draft, notes } = read(
      '# H\n\n[a](javascript:x) [b](/rel) [c](https://e.com) [d][ref]\n\n[ref]: https://r.com',
    );
    expect(draft.body[0]).toMatchObject({
      content: [
        run('a b '),
        run('c', { link: { href: 'https://e.com' } }),
        run(' '),
        run('d', { link: { href: 'https://r.com' } }),
      ],
    });
    expect(notes.map((note) => note.code)).toContain('link-dropped');
  });

  test('lists are flat, items keep their paragraphs, tasks their boxes', () => {
    const { draft } = read('# H\n\n- a\n\n  more\n  1. b\n- [x] c');
    expect(draft.body).toMatchObject([
      { list: 'bulleted', content: [run('a'), { type: 'break' }, run('more')] },
      { list: 'numbered', indent: 1, content: [run('b')] },
      { list: 'bulleted', content: [run('☑ c')] },
    ]);
  });

  test('a dash at the end of a quotation says who is quoted', () => {
    expect(read('# H\n\n> Words.\n>\n> — A minister').draft.body).toEqual([
      { kind: 'blockQuote', content: [run('Words.')], attribution: 'A minister' },
    ]);
  });

  test('footnotes stand at the end, code keeps its lines, HTML its text', () => {
    const { draft, notes } = read(
      '# H\n\nA[^1].\n\n[^1]: Note.\n\n```\none\ntwo\n```\n\n<div><p>In <b>HTML</b></p></div>',
    );
    expect(draft.body.map(blockText)).toEqual(['A1.', 'one\ntwo', 'In HTML', '', 'Note.']);
    expect(notes.map((note) => note.code)).toEqual(
      expect.arrayContaining(['footnotes-at-end', 'code-flattened', 'html-flattened']),
    );
  });

  test('right-to-left scripts name their language', () => {
    expect(read('# כותרת\n\nשלום לכולם וברוכים הבאים.').draft.metadata.language).toBe('he');
  });
});
