import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { parseField } from '#shared/article/field.ts';
import { setFields } from '#shared/document/field.ts';
import { editArticle } from '../backend/editing.ts';
import type { Answer } from './answer.ts';
import { findArticle, withLibrary, type Context } from './context.ts';
import { oneLine } from './words.ts';

/** Parts of the text, which are written by hand and not set. */
const TEXTS: ReadonlySet<string> = new Set(['headline', 'standfirst', 'body']);

/** `stet set ID FIELD VALUE`: sets a metadata field. */
export async function setField(context: Context, typed: string, field: string, value: string): Promise<Result<Answer>> {
  if (TEXTS.has(field)) {
    return fail('unknown-field', `"${field}" is text, not a field: change it with \`stet replace ID FIND WITH\`.`);
  }
  const parsed = parseField(field, value);
  if (!parsed.ok) return parsed;
  return withLibrary(context, 'write', async (library) => {
    const id = findArticle(library, typed);
    if (!id.ok) return id;
    const refused = await editArticle(library, id.value, (doc) => setFields(doc, parsed.value));
    if (!refused.ok) return refused;
    if (refused.value.length > 0) return fail('bad-input', `The field "${field}" does not take that value.`);
    const stored: unknown = Object.values(parsed.value)[0];
    const json = { id: id.value, field, value: stored };
    const said = typeof stored === 'string' ? stored : JSON.stringify(stored);
    return succeed({ json, text: `${field}: ${oneLine(said)}` });
  });
}
