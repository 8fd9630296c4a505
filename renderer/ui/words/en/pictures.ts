import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** Words of pictures and galleries. */
export const pictures = {
  adding: (name: string) => `Adding ${isolate(name)}`,
  replacing: 'Replacing the picture',
  stopAdding: 'Stop adding this picture',
  refused: (name: string, sentence: string) => `${isolate(name)}: ${sentence}`,
  added: forms('{n} picture added', '{n} pictures added'),
  makeGallery: 'Make it a gallery',

  tools: 'Picture',
  replace: 'Replace the picture',
  aim: 'Set the focal point',
  aimHint: 'Click what must stay in sight, or move the ring with the arrow keys and press Enter.',
  aimAt: (across: number, down: number) => `${across}% across, ${down}% down`,
  gallery: 'Gallery',
  joinGallery: 'Into a gallery with the picture beside it',
  leaveGallery: 'Take out of the gallery',
  moveUp: 'Move up',
  moveDown: 'Move down',
  remove: 'Remove the picture',
  altMissing: 'Describe, or mark as decorative',
};

export type PicturesWords = typeof pictures;
