import type { FindWords } from '../en/find.ts';

export const find: FindWords = {};
