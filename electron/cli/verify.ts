import { succeed, type Result } from '#shared/article/failure.ts';
import type { VerifyReport } from '../backend/verify.ts';
import { EXIT, type Answer } from './answer.ts';
import { withLibrary, type Context } from './context.ts';
import { oneLine } from './words.ts';

export interface VerifyOptions {
  readonly repair?: boolean;
}

/** `stet verify [--repair]`: ends with 1 when damage was found and not repaired. */
export async function verifyEverything(context: Context, { repair = false }: VerifyOptions): Promise<Result<Answer>> {
  return withLibrary(context, repair ? 'write' : 'read', async (library) => {
    const verified = await library.verify({ repair });
    return verified.ok ? succeed(answerOf(verified.value)) : verified;
  });
}

function answerOf(report: VerifyReport): Answer {
  const { files, frames, articles, damaged } = report;
  const left = damaged.filter(({ repaired }) => !repaired).length;
  const lines = damaged.map(({ file, reason, repaired }) => {
    return `${repaired ? 'repaired' : 'damaged '}  ${oneLine(file)}: ${oneLine(reason)}`;
  });
  const found = damaged.length === 0 ? 'nothing is damaged' : `${damaged.length} damaged, ${left} of them not repaired`;
  lines.push(`${articles} articles, ${files} files, ${frames} journal entries: ${found}.`);
  const complaints = left === 0 ? [] : [`${left} damaged: \`stet verify --repair\` saves what is good.`];
  return { json: report, text: lines.join('\n'), complaints, exitCode: left === 0 ? EXIT.done : EXIT.failed };
}
