import { isolate } from '../isolate.ts';

/** The page as readers see it, and what places show of it. */
export const share = {
  title: 'Share view',
  width: 'Width',
  phone: 'Phone',
  tablet: 'Tablet',
  desktop: 'Desktop',
  edit: 'Back to writing',
  page: 'Page as readers see it',
  by: 'By',
  and: 'and',
  updated: 'Updated',
  noHeadline: 'No headline yet',
  correction: 'Correction',
  editorsNote: 'Editor’s note',
  related: 'Related Articles',
  more: 'More articles',
  noMore: 'No More Articles',
  shareButton: 'Share the Article',
  sharing: 'Sharing:',
  credit: (credit: string) => `Picture: ${isolate(credit)}`,
  missingPicture: 'Picture missing',
  copyLink: 'Copy link',
  copyText: 'Copy text',
  email: 'E-mail',
  linkCopied: 'Link copied',
  textCopied: 'Text copied',
  copyRefused: 'The browser did not allow copying.',
  noLink: 'There is no link yet: fill in “Published at” under Story.',
  asSeenOn: (surface: string) => `As ${isolate(surface)} shows it`,
  fits: 'All of it fits.',
  titleCut: (kept: string, total: string) => `Title cut after ${kept} of ${total} characters.`,
  descriptionCut: (kept: string, total: string) => `Description cut after ${kept} of ${total} characters.`,
  basis: {
    documented: (date: string) => `Limits as documented, ${date}`,
    measured: (date: string) => `Limits as measured, ${date}`,
    estimated: (date: string) => `Limits estimated, ${date}`,
  },
  yourSite: 'your-site.example',
};

export type ShareWords = typeof share;
