import type { PicturesWords } from '../en/pictures.ts';

export const pictures: PicturesWords = {};
