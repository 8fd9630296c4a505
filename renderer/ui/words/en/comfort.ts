import { isolate } from '../isolate.ts';

/** Words of the ways of writing. */
export const comfort = {
  view: 'View',
  textSize: 'Text size',
  smaller: 'Smaller text',
  larger: 'Larger text',
  usualSize: 'Usual text size',
  percent: (number: string) => `${number}%`,
  width: 'Width of the page',
  widths: { narrow: 'Narrow', medium: 'Medium', wide: 'Wide' },
  typeface: 'Typeface',
  typefaces: { serif: 'Serif', sans: 'Sans serif' },
  focus: 'Focus',
  focusParts: { off: 'Off', sentence: 'Sentence', block: 'Paragraph', section: 'Section' },
  typewriter: 'Typewriter scrolling',
  zen: 'Nothing but the text',
  openBeside: 'Open another article beside this one',
  findBeside: 'Find an article',
  closeArticle: (headline: string) => `Close ${isolate(headline)}`,
  divider: 'Divider between the two articles',
};

export type ComfortWords = typeof comfort;
