import { expectTypeOf, test } from 'vitest';
import type { ArticleId } from '#shared/article/identity.ts';
import type { CallInput, CallOutput, HostInfo, OpenedArticle } from '#shared/contract/calls.ts';

test('the table gives each call its input and output types', () => {
  expectTypeOf<CallOutput<'article.append'>>().toEqualTypeOf<null>();
  expectTypeOf<CallOutput<'host.info'>>().toEqualTypeOf<HostInfo>();
  expectTypeOf<CallOutput<'article.open'>>().toEqualTypeOf<OpenedArticle>();
  expectTypeOf<CallOutput<'host.pickFolder'>>().toEqualTypeOf<{ path: string | null }>();
  expectTypeOf<CallInput<'article.append'>>().toEqualTypeOf<{ id: ArticleId; update: Uint8Array }>();
});
