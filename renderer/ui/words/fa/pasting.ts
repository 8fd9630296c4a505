import type { PastingWords } from '../en/pasting.ts';

export const pasting: PastingWords = {};
