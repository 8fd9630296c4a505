import { building } from './block-tour.ts';
import { desk } from './desk-tour.ts';
import { leaving } from './leaving-tour.ts';
import { library } from './library-tour.ts';
import type { Tour } from './screen.ts';
import { writing } from './writing-tour.ts';

/** Every screen there is, and every part of the editor: what axe is asked about and what pictures are taken of. */
export const TOURS: readonly Tour[] = [library, writing, building, leaving, desk];
