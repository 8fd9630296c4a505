import { headlineText } from '#shared/article/article.ts';
import { fail } from '#shared/article/failure.ts';
import { LIMITS, type ImportOutcome } from '#shared/contract/calls.ts';
import { readFile } from '#shared/formats/catalogue.ts';
import type { Clock } from './clock.ts';
import type { Library } from './library.ts';

/**
 * Makes one article of one file's content. `file` is the file's name as the person knows it and comes back in the
 * outcome; a file that can't be read as an article is refused in one sentence and leaves nothing behind.
 */
export async function importFile(
  library: Library,
  clock: Clock,
  file: string,
  bytes: Uint8Array,
): Promise<ImportOutcome> {
  const refused = (error: { readonly error: ReturnType<typeof fail>['error'] }): ImportOutcome => ({
    file,
    error: error.error,
  });
  if (bytes.length > LIMITS.importFile) return refused(fileTooLarge());
  const reading = readFile(file, bytes);
  if (!reading.ok) return refused(reading);
  const { draft, notes } = reading.value;
  const created = draft.metadata.created ?? new Date(clock.now()).toISOString();
  const made = await library.create({ ...draft, metadata: { ...draft.metadata, created } });
  if (!made.ok) return refused(made);
  return { file, id: made.value, headline: headlineText(draft), notes };
}

/** The refusal of a file that is larger than any article. */
export function fileTooLarge(): ReturnType<typeof fail> {
  const most = Math.round(LIMITS.importFile / 1024 / 1024);
  return fail('too-large', `The file is larger than ${most} MB, more than any article; nothing was imported.`);
}
