import type { BlocksWords } from '../en/blocks.ts';

export const blocks: BlocksWords = {};
