import { expect, it } from 'vitest';
import { readLater } from '#renderer/editor/paste/reading.ts';

it('a clipping that nobody can read just now is given up, so that its plain text is taken and the next paste has its turn', async () => {
  // There are no workers here, as where the host that has their file is away.
  expect(await readLater('<p>long</p>', new AbortController().signal)).toBeNull();
});
