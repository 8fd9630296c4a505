import { assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import { run } from '#shared/article/inline.ts';
import { markdownReader } from '#shared/formats/markdown-reader.ts';
import { markdownWriter } from '#shared/formats/markdown-writer.ts';
import { anyArticle, article, context, draftArticle } from './articles.ts';

function written(of: Article): string {
  return new TextDecoder().decode(markdownWriter.write(of, context(of)).bytes);
}

function readBack(of: Article): Article {
  const reading = markdownReader.read(new TextEncoder().encode(written(of)), 'story.md');
  if (!reading.ok) throw new Error(reading.error.message);
  return draftArticle(reading.value.draft);
}

/** Runs of the property; `STET_RUNS=5000` before a release. */
const RUNS = Number(process.env['STET_RUNS'] ?? 250);

test('any article written as Markdown reads back as the same article', { timeout: 60_000 + RUNS * 100 }, () => {
  assert(
    property(anyArticle, (one) => {
      expect(readBack(one), written(one)).toEqual(one);
    }),
    { numRuns: RUNS },
  );
});

test.each(['#', '##', '\\#', '\\\\#', 'C #', '# C', 'C\\'])(
  'a headline and a heading `%s` keep their signs',
  (text) => {
    const content = [run(text)];
    const one = article({ headline: content, body: [{ kind: 'heading', level: 2, content }] });
    expect(readBack(one), written(one)).toEqual(one);
  },
);
