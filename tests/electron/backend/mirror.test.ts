import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA } from '#shared/article/metadata.ts';
import { mirrorName } from '#electron/backend/mirror.ts';

const id = '0'.repeat(26) as ArticleId;
const nameOf = (headline: string, slug = ''): string =>
  mirrorName({ id, headline: [run(headline)], metadata: { ...DEFAULT_METADATA, slug } }).replace(`--${id}.md`, '');

describe("a mirror's name", () => {
  it('is made of the slug, else of the headline', () => {
    expect(nameOf('A Headline', 'Budget-Row')).toBe('budget-row');
    expect(nameOf('“Not yet”, says Ağa: 20% / §3')).toBe('not-yet-says-ağa-20-3');
    expect(nameOf('שלום עולם')).toBe('שלום-עולם');
  });

  it('is one every file system takes', () => {
    expect(nameOf('')).toBe('article');
    expect(nameOf('...')).toBe('article');
    for (const reserved of ['CON', 'nul', 'Com1', 'LPT9', 'aux']) {
      expect(nameOf(reserved)).toBe(`article-${reserved.toLowerCase()}`);
    }
    for (const headline of [
      '../../etc/passwd',
      'a\\b:c*d?e"f<g>h|i',
      'tab\tnew\nline\0zero',
      'end. ',
      '👩‍👩‍👧‍👦'.repeat(50),
    ]) {
      expect(nameOf(headline)).toMatch(/^[^\\/:*?"<>|.\s\p{Cc}]+$/u);
    }
  });

  it('is short in bytes, and never cut inside a character', () => {
    for (const letter of ['a', 'ü', '语', '𠀀']) {
      const name = `${nameOf(letter.repeat(400))}--${id}.md`;
      expect(Buffer.byteLength(name)).toBeLessThan(255);
      expect(name.isWellFormed()).toBe(true);
    }
  });
});
