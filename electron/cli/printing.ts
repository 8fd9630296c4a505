import type { Failure, Result } from '#shared/article/failure.ts';
import { EXIT, type Answer } from './answer.ts';
import { oneLine } from './words.ts';

/**
 * Prints what a command answered and returns the exit code. With `json`, stdout gets one JSON value and nothing else:
 * the answer's, or `{error: {code, message}}`. Every failure is one line on stderr too.
 */
export async function printResult(result: Result<Answer>, json: boolean): Promise<number> {
  if (!result.ok) return printFailure(result.error, json, EXIT.failed);
  const { json: value, text, complaints = [], exitCode = EXIT.done } = result.value;
  if (json && value !== undefined) await print(JSON.stringify(value));
  else if (!json && text !== '') await print(text);
  for (const complaint of complaints) complain(complaint);
  return exitCode;
}

/** Prints a failure and returns `exitCode`. */
export async function printFailure(error: Failure, json: boolean, exitCode: number): Promise<number> {
  if (json) await print(JSON.stringify({ error: { code: error.code, message: error.message } }));
  complain(error.message);
  return exitCode;
}

function complain(sentence: string): void {
  process.stderr.write(`stet: ${oneLine(sentence)}\n`);
}

/** Resolves when stdout took everything, so that a pipe is never cut short by the end of the process. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, () => resolve());
  });
}
