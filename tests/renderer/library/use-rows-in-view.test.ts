import { describe, expect, it } from 'vitest';
import { rowsInView } from '#renderer/library/use-rows-in-view.ts';

describe('rowsInView', () => {
  it('takes what is seen and a little beyond', () => {
    expect(rowsInView(0, 800, 100, 10_000)).toEqual({ from: 0, to: 14 });
    expect(rowsInView(50_000, 800, 100, 10_000)).toEqual({ from: 494, to: 514 });
    expect(rowsInView(999_200, 800, 100, 10_000)).toEqual({ from: 9_986, to: 9_999 });
  });

  it('copes with short and empty lists', () => {
    expect(rowsInView(0, 800, 100, 3)).toEqual({ from: 0, to: 2 });
    expect(rowsInView(0, 800, 100, 0)).toEqual({ from: 0, to: -1 });
    expect(rowsInView(5_000, 800, 100, 3)).toEqual({ from: 2, to: 2 });
  });
});
