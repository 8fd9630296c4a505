import type { AppWords } from './app.ts';

/** The few words American newsrooms say differently. */
export function american(british: AppWords): AppWords {
  return {
    ...british,
    status: { ...british.status, subs: 'Copy desk', spiked: 'Spiked' },
    share: { ...british.share, credit: (credit) => british.share.credit(credit).replace('Picture:', 'Photo:') },
    story: {
      ...british.story,
      pictureFlag: 'Needs art',
      commissionedLength: 'Budgeted length',
      printHeadline: 'Print hed',
    },
  };
}
