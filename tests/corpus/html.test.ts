import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate, type Report } from 'html-validate';
import { expect, test } from 'vitest';
import type { Article } from '#shared/article/article.ts';
import { htmlWriter } from '#shared/formats/html-writer.ts';
import { context } from '#tests/shared/formats/articles.ts';
import { RICH } from '#tests/shared/formats/rich.ts';
import { readShared } from './seed-article.ts';
import { describeWithShared, sharedJson } from './shared-folder.ts';

const SEED = 'corpus/seed-article.txt';

function written(of: Article): string {
  return new TextDecoder().decode(htmlWriter.write(of, context(of)).bytes);
}

const checker = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  // The page stands alone and must look like something, so its few rules of style come with it.
  rules: { 'no-inline-style': 'off', 'long-title': 'off' },
});

async function complaints(html: string): Promise<string[]> {
  const report: Report = await checker.validateString(html, 'page.html');
  return report.results.flatMap((result) => result.messages.map((at) => `${at.line}: ${at.ruleId}: ${at.message}`));
}

describeWithShared('HTML by html-validate', SEED, () => {
  test('the checker sees what is wrong', async () => {
    expect(await complaints('<p>no page</b>')).not.toEqual([]);
  });
  test("the customer's own page has nothing to complain of", async () => {
    expect(await complaints(written(readShared(SEED)))).toEqual([]);
  });
  test('nor has a page with everything in it', async () => {
    expect(await complaints(written(RICH))).toEqual([]);
  });
});

const JAVA = process.env['STET_JAVA'] ?? 'java';
const JAR = [process.env['STET_VNU'] ?? '', '/tmp/vnu/node_modules/vnu-jar/build/dist/vnu.jar'].find(
  (path) => path !== '' && existsSync(path),
);

describeWithShared('HTML by vnu', SEED, () => {
  test('has nothing to complain of', { timeout: 120_000 }, (test) => {
    if (JAR === undefined) {
      console.warn('SKIPPED: HTML by vnu: STET_VNU names no vnu.jar (npm vnu-jar, build/dist/vnu.jar, needs Java).');
      test.skip();
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'stet-vnu-'));
    try {
      writeFileSync(join(folder, 'seed.html'), written(readShared(SEED)));
      writeFileSync(join(folder, 'rich.html'), written(RICH));
      writeFileSync(join(folder, 'bad.html'), '<!DOCTYPE html><p>no title</b>');
      const check = (...names: readonly string[]) =>
        spawnSync(JAVA, ['-jar', JAR, '--format', 'gnu', ...names], { cwd: folder, encoding: 'utf8' });
      expect(check('bad.html').status).not.toBe(0);
      const { status, stderr } = check('seed.html', 'rich.html');
      expect(status, stderr).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** The list leaves out what every Thing may carry; these are the ones we use. */
const OF_EVERY_THING = new Set(['description', 'image', 'url', 'mainEntityOfPage', 'name']);

interface Vocabulary {
  readonly types: Readonly<
    Record<string, { readonly properties: Readonly<Record<string, { readonly range: readonly string[] }>> }>
  >;
}
type Thing = Readonly<Record<string, unknown>>;

/** Properties that a type may not carry, and values outside the range, by schema.org 30. */
function strangers(thing: Thing, vocabulary: Vocabulary, path: string): string[] {
  const type = String(thing['@type']);
  const known = vocabulary.types[type]?.properties;
  if (known === undefined) return type === 'Thing' ? [] : [`${path}: unknown type ${type}`];
  return Object.entries(thing).flatMap(([name, value]) => {
    if (name.startsWith('@') || OF_EVERY_THING.has(name)) return [];
    const property = known[name];
    if (property === undefined) return [`${path}.${name}`];
    const values = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    return values.flatMap((one) => outOfRange(one, property.range, vocabulary, `${path}.${name}`));
  });
}

const TEXTS = new Set(['Text', 'URL', 'DateTime', 'Date', 'CssSelectorType', 'XPathType']);

function outOfRange(value: unknown, range: readonly string[], vocabulary: Vocabulary, path: string): string[] {
  if (typeof value === 'string') {
    const isUrl = URL.canParse(value);
    return range.some((type) => TEXTS.has(type)) || isUrl ? [] : [`${path}: text where ${range.join(', ')} is wanted`];
  }
  if (typeof value === 'number')
    return range.some((type) => ['Integer', 'Number', 'Text'].includes(type)) ? [] : [`${path}: number`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  const type = String((value as Thing)['@type']);
  const fits = range.includes(type) || range.includes('Thing') || range.includes('CreativeWork');
  return fits ? strangers(value as Thing, vocabulary, path) : [`${path}: ${type} where ${range.join(', ')} is wanted`];
}

describeWithShared('NewsArticle data by schema.org 30', 'standards/schema.org/newsarticle-properties.json', () => {
  const dataOf = (html: string) =>
    JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/u.exec(html)?.[1] ?? 'null') as Thing;
  const vocabulary = () => sharedJson('standards/schema.org/newsarticle-properties.json') as Vocabulary;

  test('has only properties that a NewsArticle may have, with values of the right type', () => {
    expect(strangers(dataOf(written(RICH)), vocabulary(), 'article')).toEqual([]);
    expect(strangers(dataOf(written(readShared(SEED))), vocabulary(), 'article')).toEqual([]);
  });
  test('the check sees a stranger', () => {
    expect(strangers({ '@type': 'NewsArticle', relatedLink: 'https://x.y' }, vocabulary(), 'article')).toEqual([
      'article.relatedLink',
    ]);
  });
});
