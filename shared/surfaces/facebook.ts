import type { Surface } from './surface.ts';

/**
 * The preview Facebook makes of a link. Facebook publishes no number ("two to four sentences" for a description);
 * a title was measured to be cut after 122 characters by
 * https://ogtester.com/blog/what-is-maximum-length-of-og-title-and-og-description on 2023-04-17. Beside so long a
 * title there is no room for a description, and none was measured. Pictures are 1.91:1.
 */
export const FACEBOOK: Surface = {
  id: 'facebook',
  name: 'Facebook',
  title: { characters: 122, cutsAt: 'character', basis: 'measured', asOf: '2023-04-17' },
  description: null,
  picture: 1.91,
};
