const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentence around a place in a text, from and to: without the space after it. A place between two sentences belongs to
 * the one before, which is the one being written.
 */
export function sentenceAround(text: string, at: number, language: string): readonly [number, number] {
  let found: readonly [number, number] = [0, text.length];
  for (const { index, segment } of segmenterOf(language).segment(text)) {
    if (index >= at && index > 0) break;
    found = [index, index + segment.trimEnd().length];
    if (at < index + segment.length) break;
  }
  return [found[0], Math.max(found[1], Math.min(at, text.length))];
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(supported(language), { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

function supported(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
