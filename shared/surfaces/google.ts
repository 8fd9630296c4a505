import type { Surface } from './surface.ts';

/**
 * A result of Google's search on a desktop. Google cuts to the width of the page and publishes no number. Estimated:
 * about 580 pixels of Arial at 20 pixels for the title, two lines for the description, which is 60 and 160 characters
 * of ordinary Latin text (https://seositemap.app/blog/meta-tag-length, read on 2026-11-24). Cuts fall between words.
 */
export const GOOGLE: Surface = {
  id: 'google',
  name: 'Google',
  title: { characters: 60, cutsAt: 'word', basis: 'estimated', asOf: '2026-11-24' },
  description: { characters: 160, cutsAt: 'word', basis: 'estimated', asOf: '2026-11-24' },
  picture: null,
};
