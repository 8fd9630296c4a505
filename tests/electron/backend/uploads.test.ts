import { expect, it } from 'vitest';
import { Uploads } from '#electron/backend/uploads.ts';

const MEGABYTE = 1024 * 1024;

function begin(uploads: Uploads): number {
  const begun = uploads.begin();
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.value.upload;
}

it('puts the parts of several pictures together, each in its order', () => {
  const uploads = new Uploads();
  const [one, other] = [begin(uploads), begin(uploads)];
  uploads.add(one, Uint8Array.of(1, 2));
  uploads.add(other, Uint8Array.of(9));
  uploads.add(one, Uint8Array.of(3));
  expect(uploads.end(one)).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) });
  expect(uploads.end(other)).toEqual({ ok: true, value: Uint8Array.of(9) });
  expect(uploads.end(one)).toMatchObject({ ok: false, error: { code: 'disconnected' } });
});

it('forgets what was stopped, and what grows beyond any picture', () => {
  const uploads = new Uploads();
  const stopped = begin(uploads);
  uploads.stop(stopped);
  expect(uploads.add(stopped, Uint8Array.of(1))).toMatchObject({ error: { code: 'disconnected' } });
  const large = begin(uploads);
  const part = new Uint8Array(MEGABYTE);
  for (let count = 0; count < 40; count += 1) expect(uploads.add(large, part).ok).toBe(true);
  expect(uploads.add(large, part)).toMatchObject({ error: { code: 'too-large' } });
  expect(uploads.end(large)).toMatchObject({ error: { code: 'disconnected' } });
});

it('takes only so many at a time', () => {
  const uploads = new Uploads();
  const open = Array.from({ length: 8 }, () => begin(uploads));
  expect(uploads.begin()).toMatchObject({ error: { code: 'too-many' } });
  uploads.stop(open[0] ?? 0);
  expect(uploads.begin().ok).toBe(true);
});
