import { describe, expect, it } from 'vitest';
import { localInput, momentFrom } from '#renderer/story/moment.ts';

describe('moments', () => {
  it('go to an input and back, to the minute', () => {
    const iso = '2026-11-30T06:05:00.000Z';
    expect(momentFrom(localInput(iso))).toBe(iso);
  });

  it('take a bare day for its first minute here', () => {
    expect(localInput('2026-11-30')).toBe('2026-11-30T00:00');
  });

  it('are empty where there is no time', () => {
    expect(localInput('')).toBe('');
    expect(localInput('soon')).toBe('');
    expect(momentFrom('')).toBe('');
    expect(momentFrom('2026-')).toBe('');
  });
});
