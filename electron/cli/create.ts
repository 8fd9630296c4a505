import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import { newDraft } from '../backend/drafting.ts';
import type { Answer } from './answer.ts';
import { withLibrary, type Context } from './context.ts';

/** `stet new --headline T`: makes an article and prints its id. */
export async function createArticle(context: Context, options: { headline: string }): Promise<Result<Answer>> {
  const { headline } = options;
  if (headline.length > LIMITS.headline) {
    return fail('too-large', `A headline may have at most ${LIMITS.headline} characters.`);
  }
  const draft = newDraft(headline, await context.settings.read());
  return withLibrary(context, 'write', async (library) => {
    const created = await library.create(draft);
    return created.ok ? succeed({ json: { id: created.value }, text: created.value }) : created;
  });
}
