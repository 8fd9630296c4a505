import type { ComfortWords } from '../en/comfort.ts';

export const comfort: ComfortWords = {};
