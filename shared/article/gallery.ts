/** How much of a gallery's width one picture takes. */
export type GallerySpan = 'whole' | 'half' | 'third';

/** The widths of a gallery's pictures, in their order: three beside each other, and no row is left with a gap. */
export function gallerySpans(count: number): readonly GallerySpan[] {
  const last = count < 3 || count === 4 ? count : [0, 4, 2][count % 3];
  const halves = last ?? 0;
  if (count === 1) return ['whole'];
  return Array.from({ length: count }, (_unused, at) => (at < count - halves ? 'third' : 'half'));
}
