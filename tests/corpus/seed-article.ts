import type { Article } from '#shared/article/article.ts';
import { readFile } from '#shared/formats/catalogue.ts';
import { draftArticle } from '#tests/shared/formats/articles.ts';
import { sharedBytes } from './shared-folder.ts';

/** An article read from a file of the shared folder. */
export function readShared(path: string): Article {
  const reading = readFile(path.split('/').at(-1) ?? path, sharedBytes(path));
  if (!reading.ok) throw new Error(`${path}: ${reading.error.message}`);
  return draftArticle(reading.value.draft);
}
