import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of real articles and standards that lies beside the checkout; `STET_SHARED` names another place. */
export const SHARED = process.env['STET_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');

export function sharedText(path: string): string {
  return readFileSync(join(SHARED, path), 'utf8');
}

/** Names of the files in a folder, or none where it is missing. */
export function sharedFiles(folder: string): string[] {
  const place = join(SHARED, folder);
  return existsSync(place) ? readdirSync(place).toSorted() : [];
}
