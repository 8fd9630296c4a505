import { resolve } from 'node:path';
import { succeed, type Result } from '#shared/article/failure.ts';
import type { ExportRecord } from '#shared/contract/calls.ts';
import { exportArticles } from '../backend/export-folder.ts';
import type { Answer } from './answer.ts';
import { findArticles, withLibrary, type Context } from './context.ts';
import { oneLine } from './words.ts';

export interface ExportOptions {
  readonly format: readonly string[];
  readonly out: string;
  readonly override?: string;
}

/** `stet export ID… --format F --out DIR`: files, pictures, losses and the `export.json` record. */
export async function exportFiles(
  context: Context,
  typed: readonly string[],
  options: ExportOptions,
): Promise<Result<Answer>> {
  return withLibrary(context, 'read', async (library) => {
    const ids = findArticles(library, typed);
    if (!ids.ok) return ids;
    const { format: formats, out, override } = options;
    const order = { ids: ids.value, formats, directory: resolve(out), override };
    const exported = await exportArticles({ library, disk: context.disk, clock: context.clock }, order);
    return exported.ok ? succeed({ json: exported.value, text: textOf(exported.value) }) : exported;
  });
}

function textOf({ directory, files, overridden }: ExportRecord): string {
  const lines: string[] = [];
  for (const { file, losses } of files) {
    lines.push(`${directory}/${file}`);
    for (const loss of losses) lines.push(`  not kept: ${oneLine(loss.message)}`);
  }
  for (const { message } of overridden) lines.push(`passed over: ${oneLine(message)}`);
  return lines.join('\n');
}
