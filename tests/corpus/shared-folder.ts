import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';

/** The folder of real articles and standards that lies beside the checkout; `STET_SHARED` names another place. */
const SHARED = process.env['STET_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');

/** Tests that need the folder: run where it is, skipped loudly where it is not. */
export function describeWithShared(title: string, needs: string, body: () => void): void {
  const there = existsSync(join(SHARED, needs));
  if (!there) console.warn(`SKIPPED: ${title}: ${join(SHARED, needs)} is not there.`);
  describe.skipIf(!there)(title, body);
}

function sharedPath(path: string): string {
  return join(SHARED, path);
}

export function sharedBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(sharedPath(path)));
}

export function sharedText(path: string): string {
  return readFileSync(sharedPath(path), 'utf8');
}

export function sharedJson(path: string): unknown {
  return JSON.parse(sharedText(path)) as unknown;
}

/** Names of the files in a folder, or none where it is missing. */
export function sharedFiles(folder: string): string[] {
  return existsSync(sharedPath(folder)) ? readdirSync(sharedPath(folder)).toSorted() : [];
}
