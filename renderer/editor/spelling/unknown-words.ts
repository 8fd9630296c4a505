import type { Page } from '../page.ts';
import { spellingOf, type Misspelling, type PageSpelling } from './page-spelling.ts';

/** A word that no dictionary has, and every place where it stands. */
export interface UnknownWord {
  readonly word: string;
  readonly places: readonly Misspelling[];
}

/** Every unknown word of the page in the order of the first place of each; null where a dictionary could not be read. */
export async function unknownWords(
  page: Page,
  spelling: PageSpelling = spellingOf(page),
): Promise<readonly UnknownWord[] | null> {
  if (!(await spelling.judgeAll())) return null;
  return Array.from(
    Map.groupBy(spelling.all(), ({ word }) => word),
    ([word, places]) => ({ word, places }),
  );
}
