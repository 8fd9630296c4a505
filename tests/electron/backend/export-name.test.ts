import { describe, expect, it } from 'vitest';
import { exportName } from '#electron/backend/export-name.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { DEFAULT_METADATA, type Metadata } from '#shared/article/metadata.ts';

function name(headline: string, metadata: Partial<Metadata> = {}, number?: number): string {
  const id = '0123456789abcdefghjkmnpqrs' as ArticleId;
  return exportName({ id, headline: [run(headline)], metadata: { ...DEFAULT_METADATA, ...metadata } }, 'md', number);
}

describe('exportName', () => {
  it('takes the URL part, else the slug, else the headline', () => {
    expect(name('The Mayor’s “big” day')).toBe('the-mayors-big-day--01234567.md');
    expect(name('x', { slug: 'MAYOR day' })).toBe('mayor-day--01234567.md');
    expect(name('x', { slug: 'mayor', urlSlug: 'the-mayor' })).toBe('the-mayor--01234567.md');
    expect(name('x', {}, 2)).toBe('x--01234567-2.md');
  });

  it('is safe whatever the headline', () => {
    expect(name('../../etc/passwd')).toBe('etc-passwd--01234567.md');
    expect(name('')).toBe('article--01234567.md');
    expect(name('…!?')).toBe('article--01234567.md');
    expect(name('CON')).toBe('con--01234567.md');
    expect(name('a\u202eb\0c\nd')).toBe('a-b-c-d--01234567.md');
    expect(name('ראש הממשלה, צה"ל')).toBe('ראש-הממשלה-צהל--01234567.md');
  });

  it('is cut between words', () => {
    expect(name('Talks delayed amidst escalating regional terror threats')).toBe(
      'talks-delayed-amidst-escalating-regional-terror--01234567.md',
    );
  });

  it('is never longer than a file system takes', () => {
    for (const character of ['a', 'ש', '漢', '𠀀', '👩‍👩‍👧x']) {
      expect(Buffer.byteLength(name(character.repeat(500)))).toBeLessThan(230);
    }
  });
});
