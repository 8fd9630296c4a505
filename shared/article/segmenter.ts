type Granularity = 'word' | 'sentence';

const made: { readonly [Each in Granularity]: Map<string, Intl.Segmenter> } = { word: new Map(), sentence: new Map() };

/** The segmenter of a language, made once; English parts what is in a language that nobody knows. */
export function segmenterOf(language: string, granularity: Granularity): Intl.Segmenter {
  const known = made[granularity].get(language);
  if (known !== undefined) return known;
  const segmenter = makeSegmenter(language, granularity);
  made[granularity].set(language, segmenter);
  return segmenter;
}

function makeSegmenter(language: string, granularity: Granularity): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity });
  } catch {
    return new Intl.Segmenter('en', { granularity });
  }
}
