import { describe, expect, it, vi } from 'vitest';
import { Standings } from '#renderer/connection/standings.ts';
import { succeed } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Client } from '#shared/contract/client.ts';
import type { DeskStanding } from '#shared/contract/desk.ts';

const [ONE, TWO] = ['1', '2'].map((digit) => digit.padStart(26, '0') as ArticleId) as [ArticleId, ArticleId];

/** A desk that answers `desk.standings` as the contract says, and notes what it was asked. */
function desk(standings: Map<ArticleId, DeskStanding>) {
  const asked: (readonly ArticleId[])[] = [];
  const call = ((_name: string, { ids }: { ids: readonly ArticleId[] }) => {
    asked.push(ids);
    return Promise.resolve(succeed({ standings: [...standings].filter(([id]) => ids.includes(id)) }));
  }) as Client['call'];
  return { asked, standings: new Standings({ call }) };
}

describe('where stories are', () => {
  it('is asked once for all that come on the screen together', async () => {
    const { asked, standings } = desk(
      new Map([
        [ONE, 'private'],
        [TWO, 'sent'],
      ]),
    );
    const heard = vi.fn<() => void>();
    standings.follow(ONE, heard);
    standings.follow(TWO, heard);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    expect(asked).toEqual([[ONE, TWO]]);
    expect([standings.of(ONE), standings.of(TWO)]).toEqual(['private', 'sent']);
  });

  it('is asked again for what is still followed, and tells only what is other', async () => {
    const known = new Map<ArticleId, DeskStanding>([
      [ONE, 'private'],
      [TWO, 'sent'],
    ]);
    const { asked, standings } = desk(known);
    const [one, two] = [vi.fn<() => void>(), vi.fn<() => void>()];
    standings.follow(ONE, one);
    const stop = standings.follow(TWO, two);
    await vi.waitFor(() => expect(two).toHaveBeenCalledTimes(1));
    stop();
    known.set(ONE, 'waiting');
    standings.refresh();
    await vi.waitFor(() => expect(one).toHaveBeenCalledTimes(2));
    expect(asked.at(-1)).toEqual([ONE]);
    expect(standings.of(ONE)).toBe('waiting');
    standings.refresh();
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(one).toHaveBeenCalledTimes(2);
  });
});
