import type { SpellingWords } from '../en/spelling.ts';

export const spelling: SpellingWords = {};
