import type { ImportOutcome } from '#shared/contract/calls.ts';
import { LIMITS } from '#shared/contract/limits.ts';
import type { Client } from '#shared/contract/client.ts';

/**
 * Imports files one after the other and gives what became of each, in order. Files too large for the back end are
 * refused here, with `tooLarge` as the sentence, and do not stop the others. Never rejects.
 */
export async function importFiles(
  client: Pick<Client, 'call'>,
  files: readonly File[],
  tooLarge: string,
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const file of files) outcomes.push(...(await importFile(client, file, tooLarge)));
  return outcomes;
}

async function importFile(
  client: Pick<Client, 'call'>,
  file: File,
  tooLarge: string,
): Promise<readonly ImportOutcome[]> {
  const refused = (code: 'too-large' | 'unreadable-file', message: string) => [
    { file: file.name, error: { code, message } },
  ];
  if (file.size > LIMITS.importFile) return refused('too-large', tooLarge);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused('unreadable-file', `“${file.name}” can’t be read.`);
  }
  const answer = await client.call('import.files', { files: [{ name: file.name.slice(-255), bytes }] });
  return answer.ok ? answer.value.outcomes : [{ file: file.name, error: answer.error }];
}
