import type { Surface } from './surface.ts';

/**
 * The card X makes of a link. Title at most 70 characters, description at most 200: the table of tags on
 * https://developer.x.com/cards/markup, as stored on 2026-11-24. The large card is 2:1.
 */
export const X: Surface = {
  id: 'x',
  name: 'X',
  title: { characters: 70, cutsAt: 'character', basis: 'documented', asOf: '2026-11-24' },
  description: { characters: 200, cutsAt: 'character', basis: 'documented', asOf: '2026-11-24' },
  picture: 2,
};
