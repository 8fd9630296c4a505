import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { succeed, type Result } from '#shared/article/failure.ts';
import type { Backend } from '../backend/backend.ts';
import { systemClock } from '../backend/clock.ts';
import type { Disk } from '../backend/disk/disk.ts';
import { watchFolder } from '../backend/disk/node.ts';
import { openGround } from '../backend/opening.ts';
import { configFolder, openSettings, thisEnvironment, type SettingsStore } from '../backend/settings.ts';
import { readPageFiles, rendererFolder, type PageFiles } from './page-files.ts';

/** Everything a host serves. */
export interface Product {
  /**
   * Reads the library, which is taken already: nobody else can write in it. Asked again, it answers the same. Never
   * rejects. To be asked and closed even when nothing is served, so that the library is let go.
   */
  readonly openBackend: () => Promise<Result<Backend>>;
  readonly files: PageFiles;
  readonly settings: SettingsStore;
}

export interface ProductOptions {
  readonly disk: Disk;
  /** Folder of the library; absent: the one of the settings. */
  readonly library?: string;
}

/**
 * Takes the library for writing and reads the application's pages, so that pages can be served while the library and
 * the code that works on it are still being read. The first failure is the result.
 */
export async function openProduct({ disk, library }: ProductOptions): Promise<Result<Product>> {
  const settings = openSettings(disk, configFolder(thisEnvironment()));
  const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
  const files = await readPageFiles(disk, rendererFolder());
  if (!files.ok) return files;
  const place = library ?? (await settings.read()).library;
  const options = { place, disk, clock: systemClock, random };
  const found = await openGround({ ...options, access: 'write' });
  if (!found.ok) return found;
  let opened: Promise<Result<Backend>> | null = null;
  const open = async (): Promise<Result<Backend>> => {
    const { openBackend } = await import('../backend/backend.ts');
    return openBackend({ ...options, settings, found: found.value, watch: watchFolder });
  };
  return succeed({ openBackend: () => (opened ??= open()), files: files.value, settings });
}

/** Lets the library go when nothing could be served. */
export async function closeProduct({ openBackend }: Product): Promise<void> {
  const opened = await openBackend();
  if (opened.ok) await opened.value.close();
}

/** Where what belongs to the person and not to a library is kept, for `name`. */
export function configFile(name: string): string {
  return join(configFolder(thisEnvironment()), name);
}
