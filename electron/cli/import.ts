import { basename, resolve } from 'node:path';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ImportOutcome } from '#shared/contract/calls.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import { isDiskError, type Disk } from '../backend/disk/disk.ts';
import { fileTooLarge, importFile } from '../backend/importing.ts';
import { EXIT, type Answer } from './answer.ts';
import { withLibrary, type Context } from './context.ts';
import { oneLine, shown } from './words.ts';

/** Stands for standard input among the files. */
const STANDARD_INPUT = '-';

/** `stet import FILE…`: one article per file. A refused file is said and does not stop the others. */
export async function importFiles(context: Context, files: readonly string[]): Promise<Result<Answer>> {
  return withLibrary(context, 'write', async (library) => {
    const outcomes: ImportOutcome[] = [];
    for (const file of files) {
      const read = file === STANDARD_INPUT ? await readInput() : await readImport(context.disk, resolve(file));
      if (!read.ok) outcomes.push({ file, error: read.error });
      else outcomes.push({ ...(await importFile(library, nameOf(file), read.value)), file });
    }
    return succeed(answerOf(outcomes));
  });
}

function nameOf(file: string): string {
  return file === STANDARD_INPUT ? 'input' : basename(file);
}

function answerOf(outcomes: readonly ImportOutcome[]): Answer {
  const lines: string[] = [];
  const complaints: string[] = [];
  for (const outcome of outcomes) {
    if ('error' in outcome) {
      complaints.push(`${oneLine(outcome.file)}: ${outcome.error.message}`);
      continue;
    }
    lines.push(`${outcome.id}  ${shown(outcome.headline)}`);
    for (const note of outcome.notes) lines.push(`  ${oneLine(note.message)}`);
  }
  const exitCode = complaints.length === 0 ? EXIT.done : EXIT.failed;
  return { json: outcomes, text: lines.join('\n'), complaints, exitCode };
}

/** The file's bytes, or the sentence why it is no file to import. Nothing that is too large is read. */
async function readImport(disk: Disk, path: string): Promise<Result<Uint8Array>> {
  try {
    const size = await disk.size(path);
    if (size === null) return await notAFile(disk, path);
    return size > LIMITS.importFile ? fileTooLarge() : succeed(await disk.read(path));
  } catch (error) {
    if (!isDiskError(error)) throw error;
    if (error.reason === 'missing') return fail('file-missing', 'There is no such file.');
    return fail('unreadable-file', 'The file may not be read; check who may open it.');
  }
}

async function notAFile(disk: Disk, path: string): Promise<ReturnType<typeof fail>> {
  try {
    await disk.list(path);
    return fail('unreadable-file', 'This is a folder; name the files in it.');
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return fail('file-missing', 'There is no such file.');
  }
}

async function readInput(): Promise<Result<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LIMITS.importFile) return fileTooLarge();
    chunks.push(chunk);
  }
  return succeed(Buffer.concat(chunks));
}
