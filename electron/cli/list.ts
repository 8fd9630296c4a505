import { succeed, type Result } from '#shared/article/failure.ts';
import type { Status } from '#shared/article/status.ts';
import type { Summary } from '#shared/article/summary.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import type { Library } from '../backend/library.ts';
import type { Answer } from './answer.ts';
import { withLibrary, type Context } from './context.ts';
import { column, columnsOf } from './words.ts';

export interface ListOptions {
  readonly status?: Status;
  /** Articles at most; all where absent. */
  readonly limit?: number;
}

const NARROWEST_HEADLINE = 16;
const WIDEST_HEADLINE = 80;
/** Columns of a line that goes to no terminal. */
const PIPED = 120;
const GAP = '  ';

/** `stet list`: the library, last changed first, without the trash. */
export async function listArticles(context: Context, options: ListOptions): Promise<Result<Answer>> {
  return withLibrary(context, 'read', async (library) => {
    const items = collect(library, options);
    return succeed({ json: items, text: table(items, process.stdout.columns ?? PIPED) });
  });
}

function collect(library: Library, { status, limit = Infinity }: ListOptions): readonly Summary[] {
  const items: Summary[] = [];
  while (items.length < limit) {
    const page = library.list({
      offset: items.length,
      limit: Math.min(LIMITS.listPage, limit - items.length),
      ...(status === undefined ? {} : { status }),
    });
    items.push(...page.items);
    if (page.items.length === 0 || items.length >= page.total) break;
  }
  return items;
}

/** A table that fits `columns`; the headline gives way. */
function table(items: readonly Summary[], columns: number): string {
  if (items.length === 0) return 'No articles.';
  const rows = items.map(({ id, status, headline, words, modified }) => ({
    id: id.slice(0, 8),
    status,
    headline: headline === '' ? '(no headline)' : headline,
    words: String(words),
    modified: localMinute(modified),
  }));
  const widest = (name: 'status' | 'words' | 'modified') =>
    rows.reduce((most, row) => Math.max(most, columnsOf(row[name])), name.length);
  const [status, words, modified] = [widest('status'), widest('words'), widest('modified')];
  const left = columns - (8 + status + words + modified + 4 * GAP.length);
  const headline = Math.min(WIDEST_HEADLINE, Math.max(NARROWEST_HEADLINE, left));
  const head = [
    'id'.padEnd(8),
    'status'.padEnd(status),
    'headline'.padEnd(headline),
    'words'.padStart(words),
    'modified',
  ];
  const lines = rows.map((row) => [
    row.id,
    row.status.padEnd(status),
    column(row.headline, headline),
    row.words.padStart(words),
    row.modified,
  ]);
  return [head, ...lines].map((line) => line.join(GAP).trimEnd()).join('\n');
}

/** `2026-11-24 18:05` where the person is. */
function localMinute(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
