import { expect, it } from 'vitest';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { Client } from '#shared/contract/client.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import { uploadPicture } from '#renderer/editor/figure/upload.ts';

/** A client that notes what it is asked; `answer` may refuse, or do something meanwhile. */
function noting(answer: (name: string, count: number) => Result<unknown> | null = () => null) {
  const asked: string[] = [];
  const call = (name: string): Promise<Result<unknown>> => {
    asked.push(name);
    return Promise.resolve(answer(name, asked.length) ?? succeed({ upload: 7 }));
  };
  const client = { call, on: () => () => undefined, closed: Promise.resolve(), close: () => undefined };
  return { asked, client: client as unknown as Client };
}

const file = (bytes: number): File => new File([new Uint8Array(bytes)], 'quay.jpg');
const tooLarge = 'Too large.';

it('a small picture goes at once, a large one in parts that are counted', async () => {
  const small = noting();
  expect((await uploadPicture(small.client, file(10), { tooLarge })).ok).toBe(true);
  expect(small.asked).toEqual(['media.add']);
  const large = noting();
  const seen: number[] = [];
  const size = 2.5 * LIMITS.picturePart;
  await uploadPicture(large.client, file(size), { tooLarge, onProgress: (part) => seen.push(part) });
  expect(large.asked).toEqual(['media.begin', 'media.part', 'media.part', 'media.part', 'media.end']);
  expect(seen).toEqual([0.4, 0.8, 1]);
});

it('one that is stopped or refused on its way is forgotten at the other end too', async () => {
  const stop = new AbortController();
  const stopped = noting((name, count) => {
    if (name === 'media.part' && count === 2) stop.abort();
    return null;
  });
  const size = 3 * LIMITS.picturePart;
  expect(await uploadPicture(stopped.client, file(size), { tooLarge, signal: stop.signal })).toMatchObject({
    error: { code: 'cancelled' },
  });
  expect(stopped.asked).toEqual(['media.begin', 'media.part', 'media.stop']);
  const refused = noting((name) => (name === 'media.part' ? fail('disconnected', 'Gone.') : null));
  expect(await uploadPicture(refused.client, file(size), { tooLarge })).toMatchObject({
    error: { code: 'disconnected' },
  });
  expect(refused.asked).toEqual(['media.begin', 'media.part', 'media.stop']);
});

it('one whose file can’t be read any more is forgotten at the other end, too', async () => {
  const there = noting();
  const moved = file(3 * LIMITS.picturePart);
  moved.slice = () => {
    throw new DOMException('moved', 'NotReadableError');
  };
  expect(await uploadPicture(there.client, moved, { tooLarge })).toMatchObject({ error: { code: 'unreadable-file' } });
  expect(there.asked).toEqual(['media.begin', 'media.stop']);
});

it('one over the limit is not even begun', async () => {
  const none = noting();
  expect(await uploadPicture(none.client, file(LIMITS.picture + 1), { tooLarge })).toMatchObject({
    error: { code: 'too-large', message: tooLarge },
  });
  expect(none.asked).toEqual([]);
});
