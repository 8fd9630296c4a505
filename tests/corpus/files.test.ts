import { expect, test } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import type { Inline } from '#shared/article/inline.ts';
import { blockText, isTextBlock } from '#shared/article/block.ts';
import { readFile } from '#shared/formats/catalogue.ts';
import { markdownWriter } from '#shared/formats/markdown-writer.ts';
import { context, draftArticle } from '#tests/shared/formats/articles.ts';
import { readShared } from './seed-article.ts';
import { describeWithShared, sharedBytes, sharedFiles, sharedText } from './shared-folder.ts';

const MARKDOWN = sharedFiles('corpus/markdown').map((name) => `corpus/markdown/${name}`);
const PAGES = ['corpus/html-clipboard', 'corpus/html-long'].flatMap((folder) =>
  sharedFiles(folder).map((name) => `${folder}/${name}`),
);

function linksIn(article: Article): number {
  const hrefs = (content: readonly Inline[]) =>
    content.flatMap((inline) =>
      inline.type === 'text' && inline.marks.link !== undefined ? [inline.marks.link.href] : [],
    );
  return article.body.flatMap((block) => {
    if (isTextBlock(block)) return hrefs(block.content);
    return block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => hrefs(cell.content))) : [];
  }).length;
}

const headingsIn = (article: Article) => article.body.filter((block) => block.kind === 'heading').length;

/** Counted with regular expressions alone, outside fences: an independent, rougher opinion. */
function countsOf(markdown: string): { headings: number; links: number; tables: number } {
  const text = markdown.replace(/^---\n[^]*?\n---\n/u, '').replaceAll(/^ *(```|~~~)[^]*?^ *\1/gmu, '');
  return {
    headings: text.match(/^#{1,6} /gmu)?.length ?? 0,
    links: text.match(/(?<!!)\[[^\]\n]+\]\(https?:/gu)?.length ?? 0,
    tables: text.match(/^\|?[ :-]*-{3,}[ :-]*\|[ |:-]*$/gmu)?.length ?? 0,
  };
}

describeWithShared('Markdown of other newsrooms', 'corpus/markdown', () => {
  test.each(MARKDOWN)('%s keeps headings, links and tables', (path) => {
    const article = readShared(path);
    const counts = countsOf(sharedText(path));
    const headings = headingsIn(article);
    expect(headings).toBeGreaterThanOrEqual(counts.headings - 2);
    expect(headings).toBeLessThanOrEqual(counts.headings + 2);
    expect(linksIn(article)).toBeGreaterThanOrEqual(Math.floor(counts.links * 0.85));
    // One file has a table in HTML, another a delimiter row that is too short to be one.
    expect(Math.abs(article.body.filter((block) => block.kind === 'table').length - counts.tables)).toBeLessThan(2);
    expect(article.headline.length).toBeGreaterThan(0);
  });

  test.each(MARKDOWN)('%s written and read again is the same article', (path) => {
    const article = readShared(path);
    const { bytes, losses } = markdownWriter.write(article, context(article));
    expect(losses).toEqual([]);
    const again = readFile('again.md', bytes);
    expect(again.ok && draftArticle(again.value.draft)).toEqual(article);
  });

  test('the right-to-left ones are known for what they are', () => {
    expect(readShared('corpus/markdown/privacyguides__he__threat-modeling.md').metadata.language).toBe('he');
    expect(readShared('corpus/markdown/shirazlug__session168.md').metadata.language).toBe('fa');
    expect(readShared('corpus/markdown/arabr__git_tutorial.ar.md').metadata.language).toBe('ar');
  });
});

/** The words of a page with everything that is not text cut away: what a reader must come close to. */
function wordsOf(html: string): string[] {
  const body = /<body[^]*<\/body>/iu.exec(html)?.[0] ?? html;
  return body
    .replaceAll(/<!--[^]*?-->|<(script|style|xml)[^]*?<\/\1>/giu, ' ')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/&[#\w]+;/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
}

describeWithShared('HTML of other programs', 'corpus/html-clipboard', () => {
  test.each(PAGES)('%s is read without harm', (path) => {
    const reading = readFile(path, sharedBytes(path));
    if (!reading.ok) {
      expect(reading.error.code).toBe('empty-file');
      expect(wordsOf(sharedText(path))).toEqual([]);
      return;
    }
    const { headline, body } = draftArticle(reading.value.draft);
    const text = [
      ...headline.map((inline) => (inline.type === 'text' ? inline.text : ' ')),
      ...body.map(blockText),
    ].join(' ');
    const words = wordsOf(sharedText(path));
    const kept = words.filter((word) => text.includes(word));
    expect(kept.length).toBeGreaterThanOrEqual(Math.floor(words.length * 0.95));
    expect(text).not.toMatch(/<\/?(?:p|span|div)|mso-/u);
  });
});
