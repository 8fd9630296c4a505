import { describe, expect, it } from 'vitest';
import { newsOf } from '#renderer/desk/desk-news.tsx';
import { wordsFor } from '#renderer/ui/words/words.tsx';
import type { DeskColleague, DeskOverview } from '#shared/contract/desk.ts';

const words = wordsFor('en');
const QUIET: DeskOverview = {
  place: '/share/desk',
  paused: false,
  trouble: null,
  met: true,
  shared: 1,
  pending: 0,
  rescued: 0,
  colleagues: [],
};
const AWAY = { code: 'desk-missing', message: 'The desk folder is not there.' } as const;

function colleague(memberName: string, device = memberName): DeskColleague {
  const who = { device, deviceName: device, member: memberName.toLowerCase(), memberName };
  return { ...who, seen: 0, hasOursUpTo: null, lacksOurs: 0, weLack: 0, here: null };
}

describe('news of the desk', () => {
  it('names whoever joined, once, however many machines they have', () => {
    const colleagues = [colleague('Ben', 'laptop'), colleague('Ben', 'phone')];
    expect(newsOf(QUIET, { ...QUIET, colleagues }, words)).toBe(words.desk.people.joined('Ben'));
    expect(newsOf({ ...QUIET, colleagues }, { ...QUIET, colleagues }, words)).toBe('');
  });

  it('takes nobody for new who was there before the first look', () => {
    expect(newsOf({ ...QUIET, met: false }, { ...QUIET, colleagues: [colleague('Ben')] }, words)).toBe('');
  });

  it('says that the folder went away, and that it is back, once each', () => {
    const away = { ...QUIET, trouble: AWAY };
    expect(newsOf(QUIET, away, words)).toBe(AWAY.message);
    expect(newsOf(away, away, words)).toBe('');
    expect(newsOf(away, QUIET, words)).toBe(words.desk.health.safe);
  });
});
