import type { CheckingWords } from '../en/checking.ts';

export const checking: CheckingWords = {};
