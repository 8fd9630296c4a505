import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { SHARED, sharedText } from './shared-samples.ts';

export { sharedFiles, sharedText } from './shared-samples.ts';

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

export function sharedJson(path: string): unknown {
  return JSON.parse(sharedText(path)) as unknown;
}
