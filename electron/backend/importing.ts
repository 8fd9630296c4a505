import { headlineText } from '#shared/article/article.ts';
import { fail } from '#shared/article/failure.ts';
import type { ImportOutcome } from '#shared/contract/calls.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import type { Library } from './library.ts';

/**
 * Makes one article of one file's content. `file` is the file's name as the person knows it and comes back in the
 * outcome; a file that can't be read as an article is refused in one sentence and leaves nothing behind.
 */
export async function importFile(library: Library, file: string, bytes: Uint8Array): Promise<ImportOutcome> {
  if (bytes.length > LIMITS.importFile) return { file, error: fileTooLarge().error };
  // Loaded when it is first asked for: no start needs the formats.
  const { readFile } = await import('#shared/formats/catalogue.ts');
  const reading = readFile(file, bytes);
  if (!reading.ok) return { file, error: reading.error };
  const { draft, notes } = reading.value;
  const made = await library.create(draft);
  if (!made.ok) return { file, error: made.error };
  return { file, id: made.value, headline: headlineText(draft), notes };
}

/** The refusal of a file that is larger than any article. */
export function fileTooLarge(): ReturnType<typeof fail> {
  const most = Math.round(LIMITS.importFile / 1024 / 1024);
  return fail('too-large', `The file is larger than ${most} MB, more than any article; nothing was imported.`);
}
