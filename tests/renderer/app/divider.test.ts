import { describe, expect, it } from 'vitest';
import { readShare } from '#renderer/app/divider.tsx';

describe('readShare', () => {
  it('keeps both pages wide enough, and takes anything odd for the middle', () => {
    expect(readShare('0.4')).toBe(0.4);
    expect(readShare('0.01')).toBe(0.25);
    expect(readShare('7')).toBe(0.75);
    for (const text of [null, '', 'half', 'NaN', '{}']) expect(readShare(text)).toBe(0.5);
  });
});
