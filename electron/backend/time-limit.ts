import { createContext, Script } from 'node:vm';
import { fail, succeed, type Result } from '#shared/article/failure.ts';

/** How long a pattern may search one story, in milliseconds. */
export const PATTERN_TIME = 1_000;

const script = new Script('work()');

/**
 * Does the work and answers with it, or gives it up after so many milliseconds: a pattern of a few signs can keep a
 * machine busy for years. The work must change nothing before it is done.
 */
export function withinTime<T>(milliseconds: number, work: () => T): Result<T> {
  try {
    return succeed(script.runInContext(createContext({ work }), { timeout: milliseconds }) as T);
  } catch (thrown) {
    if (isTimeout(thrown)) return TOO_SLOW;
    throw thrown;
  }
}

/** The error comes from the script's own world, where `Error` is another. */
function isTimeout(thrown: unknown): boolean {
  const isObject = typeof thrown === 'object' && thrown !== null;
  return isObject && 'code' in thrown && thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

const TOO_SLOW = fail('bad-input', 'This pattern takes too long on this text; write it in a simpler way.');
