import { FACEBOOK } from './facebook.ts';
import { GOOGLE } from './google.ts';
import type { Surface } from './surface.ts';
import { X } from './x.ts';

/** Every surface whose limits we know, in the order in which they are shown. */
export const SURFACES: readonly Surface[] = [X, FACEBOOK, GOOGLE];
