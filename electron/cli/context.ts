import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Random } from '#shared/article/random.ts';
import { systemClock, type Clock } from '../backend/clock.ts';
import type { Disk } from '../backend/disk/disk.ts';
import { nodeDisk } from '../backend/disk/node.ts';
import type { Library } from '../backend/library.ts';
import { configFolder, openSettings, thisEnvironment, type SettingsStore } from '../backend/settings.ts';

/** What every command stands on. */
export interface Context {
  readonly disk: Disk;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: SettingsStore;
  /** Folder of the library, absolute. */
  readonly place: string;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly library?: string;
  readonly json?: boolean;
}

/** The real machine, with the library that was asked for or else the configured one. */
export async function openContext({ library }: CommonOptions): Promise<Context> {
  const disk = nodeDisk();
  const environment = thisEnvironment();
  const settings = openSettings(disk, configFolder(environment), environment.home);
  const place = resolve(library ?? (await settings.read()).library);
  return { disk, clock: systemClock, random: (bytes) => randomBytes(bytes), settings, place };
}

/** Opens the library, works with it and closes it, however the work ended: then everything is on disk. */
export async function withLibrary<T>(
  context: Context,
  access: 'read' | 'write',
  work: (library: Library) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { place, disk, clock, random } = context;
  const { openLibrary } = await import('../backend/open-library.ts');
  const opened = await openLibrary({ place, disk, clock, random, access });
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** The article that a full id or any unambiguous beginning of one means, in either case. */
export function findArticle(library: Library, typed: string): Result<ArticleId> {
  return library.find(typed.trim().toLowerCase());
}

/** The articles that several mean, in their order. */
export function findArticles(library: Library, typed: readonly string[]): Result<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const one of typed) {
    const found = findArticle(library, one);
    if (!found.ok) return found;
    ids.push(found.value);
  }
  return succeed(ids);
}
