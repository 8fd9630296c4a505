import { describe, expect, it } from 'vitest';
import { sizeAfter } from '#renderer/editor/comfort/text-size.ts';

describe('sizeAfter', () => {
  it('goes by steps and stays within what there is', () => {
    expect(sizeAfter(100, 1)).toBe(110);
    expect(sizeAfter(100, -1)).toBe(90);
    expect(sizeAfter(200, 1)).toBe(200);
    expect(sizeAfter(50, -1)).toBe(50);
  });

  it('comes from an odd size to the next whole step', () => {
    expect(sizeAfter(105, 1)).toBe(110);
    expect(sizeAfter(105, -1)).toBe(100);
  });
});
