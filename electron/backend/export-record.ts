import type { ExportedFile, ExportRecord } from '#shared/contract/calls.ts';
import { DiskError, isDiskError, type Disk } from './disk/disk.ts';
import { isFolder } from './disk/folder.ts';
import { replaceFile } from './disk/replace.ts';

/** More than ten thousand exports; a larger file is not ours. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_NUMBERS = 100;

/** The list of what went out, as it stands in an export folder. */
export interface ExportLog {
  /** `export.json`, or a numbered name where that one is a file of somebody else. */
  readonly path: string;
  readonly records: readonly unknown[];
}

/** Finds the folder's own record. A file of that name which is no such record is left alone and a number is used. */
export async function readExportLog(disk: Disk, folder: string): Promise<ExportLog> {
  for (let number = 1; number <= MOST_NUMBERS; number += 1) {
    const path = `${folder}/export${number === 1 ? '' : `-${number}`}.json`;
    const records = await readRecords(disk, path);
    if (records !== null) return { path, records };
  }
  throw new DiskError('exists', `${folder}: every name for the record is taken`);
}

/** Adds a record. The old or the new file is there whole at every moment. */
export async function appendExportRecord(disk: Disk, log: ExportLog, record: ExportRecord): Promise<void> {
  const text = `${JSON.stringify([...log.records, record], null, 2)}\n`;
  await replaceFile(disk, log.path, new TextEncoder().encode(text), String(process.pid));
}

/** Everything that the log says was exported under this name: who may be replaced by whom. */
export function exportedAs(
  log: ExportLog,
  file: string,
): readonly Pick<ExportedFile, 'article' | 'format' | 'digest'>[] {
  return log.records.flatMap(filesOf).filter((exported) => exported.file === file);
}

async function readRecords(disk: Disk, path: string): Promise<readonly unknown[] | null> {
  try {
    const size = await disk.size(path);
    if (size === null) return (await isFolder(disk, path)) ? null : [];
    if (size > MOST_BYTES) return null;
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await disk.read(path)));
    return Array.isArray(value) && value.every(isRecord) ? value : null;
  } catch (error) {
    if (isDiskError(error)) throw error;
    return null;
  }
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'exported' in value && 'files' in value;
}

function filesOf(record: unknown): ExportedFile[] {
  const files = (record as { readonly files?: unknown }).files;
  return Array.isArray(files) ? files.filter(isExportedFile) : [];
}

function isExportedFile(value: unknown): value is ExportedFile {
  if (typeof value !== 'object' || value === null) return false;
  const { file, article, format, digest } = value as Readonly<Record<string, unknown>>;
  return [file, article, format, digest].every((text) => typeof text === 'string');
}
