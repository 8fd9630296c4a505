import { basename, dirname, join } from 'node:path';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { isDiskError, type Disk } from '../backend/disk/disk.ts';
import { mediaTypeOf } from './policy.ts';

/** One file of the application as it is served. */
export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** True for files whose name changes with their content. */
  readonly immutable: boolean;
}

/** The application's own files by their path (`/index.html`, `/assets/…`). What is not in the map does not exist. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/**
 * Reads the built renderer whole (a few megabytes), so that a request can only ever name what was in it. Files of
 * unknown type are left out. Fails with `file-missing` where the application has not been built.
 */
export async function readPageFiles(disk: Disk, folder: string): Promise<Result<PageFiles>> {
  const all = new Map<string, PageFile>();
  try {
    await readInto(all, disk, folder, '');
  } catch (thrown) {
    if (!isDiskError(thrown)) throw thrown;
  }
  return all.has('/index.html') ? succeed(all) : fail('file-missing', NOT_BUILT);
}

/** Where the built renderer lies: beside the program's own folder in `dist`, or in `dist` of the sources. */
export function rendererFolder(): string {
  const here = import.meta.dirname;
  const built = basename(dirname(here)) === 'dist';
  return built ? join(here, '..', 'renderer') : join(here, '..', '..', 'dist', 'renderer');
}

const NOT_BUILT = 'The pages of Stet are missing from this installation; run `npm run build`, or install Stet again.';

async function readInto(all: Map<string, PageFile>, disk: Disk, folder: string, prefix: string): Promise<void> {
  const entries = await disk.list(folder);
  const reading = entries.map(async ({ name, kind }) => {
    if (kind === 'folder') return readInto(all, disk, `${folder}/${name}`, `${prefix}/${name}`);
    const mediaType = kind === 'file' ? mediaTypeOf(name) : null;
    if (mediaType === null) return;
    const bytes = new Uint8Array(await disk.read(`${folder}/${name}`));
    all.set(`${prefix}/${name}`, { bytes, mediaType, immutable: prefix === '/assets' });
  });
  await Promise.all(reading);
}
