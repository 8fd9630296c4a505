import { expect, it } from 'vitest';
import { articleIdFrom } from '#shared/article/identity.ts';
import { fail, type FailureCode } from '#shared/article/failure.ts';
import type { Client } from '#shared/contract/client.ts';
import { TargetTexts } from '#renderer/editor/card/target-texts.ts';

const ID = articleIdFrom(new Uint8Array(26));

it('an article is missing only where the library says so; a host that was away is asked again', async () => {
  let code: FailureCode = 'disconnected';
  let asked = 0;
  const call = () => {
    asked += 1;
    return Promise.resolve(fail(code, 'No.'));
  };
  const texts = new TargetTexts({ call } as unknown as Client);
  expect(texts.of(ID, () => undefined)).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(texts.of(ID, () => undefined)).toBeUndefined();
  code = 'unknown-article';
  await new Promise((resolve) => setTimeout(resolve, 0));
  texts.of(ID, () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(texts.of(ID, () => undefined)).toEqual({ headline: '', blurb: '', isMissing: true });
  expect(asked).toBe(3);
});
