import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { succeed, type Result } from '#shared/article/failure.ts';
import { openBackend, type Backend } from '../backend/backend.ts';
import { systemClock } from '../backend/clock.ts';
import type { Disk } from '../backend/disk/disk.ts';
import { configFolder, openSettings, thisEnvironment, type SettingsStore } from '../backend/settings.ts';
import { readPageFiles, rendererFolder, type PageFiles } from './page-files.ts';

/** Everything a host serves. */
export interface Product {
  readonly backend: Backend;
  readonly files: PageFiles;
  readonly settings: SettingsStore;
}

export interface ProductOptions {
  readonly disk: Disk;
  /** Folder of the library; absent: the one of the settings. */
  readonly library?: string;
}

/** Opens the person's settings and library and reads the application's pages. The first failure is the result. */
export async function openProduct({ disk, library }: ProductOptions): Promise<Result<Product>> {
  const files = await readPageFiles(disk, rendererFolder());
  if (!files.ok) return files;
  const settings = openSettings(disk, configFolder(thisEnvironment()));
  const place = library ?? (await settings.read()).library;
  const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
  const backend = await openBackend({ place, disk, clock: systemClock, random, settings });
  return backend.ok ? succeed({ backend: backend.value, files: files.value, settings }) : backend;
}

/** Where what belongs to the person and not to a library is kept, for `name`. */
export function configFile(name: string): string {
  return join(configFolder(thisEnvironment()), name);
}
