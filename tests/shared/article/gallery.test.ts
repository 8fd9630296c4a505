import { expect, it } from 'vitest';
import { gallerySpans } from '#shared/article/gallery.ts';

it('fills every row of a gallery, whatever the number of its pictures', () => {
  expect(gallerySpans(1)).toEqual(['whole']);
  expect(gallerySpans(2)).toEqual(['half', 'half']);
  expect(gallerySpans(4)).toEqual(['half', 'half', 'half', 'half']);
  expect(gallerySpans(5)).toEqual(['third', 'third', 'third', 'half', 'half']);
  for (let count = 0; count < 40; count += 1) {
    const spans = gallerySpans(count);
    expect(spans).toHaveLength(count);
    const thirds = spans.filter((span) => span === 'third').length;
    const halves = spans.filter((span) => span === 'half').length;
    expect([thirds % 3, halves % 2]).toEqual([0, 0]);
    expect(spans.lastIndexOf('third')).toBeLessThan(halves === 0 ? count : spans.indexOf('half'));
  }
});
