import { describe, expect, it } from 'vitest';
import { readPanels } from '#renderer/app/panels.ts';

describe('readPanels', () => {
  it('gives back what was kept', () => {
    const kept = { outline: false, panel: true, tab: 'checks' } as const;
    expect(readPanels(JSON.stringify(kept))).toEqual(kept);
  });

  it('begins open where nothing sensible was kept', () => {
    for (const text of [null, '', '{', 'null', '7', '{"outline":"no","tab":"poetry"}']) {
      expect(readPanels(text)).toEqual({ outline: true, panel: true, tab: 'story' });
    }
  });
});
