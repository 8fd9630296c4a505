import { succeed, type Result } from '#shared/article/failure.ts';
import { blocking, checkArticle } from '#shared/checks/catalogue.ts';
import { englishProblem } from '#shared/checks/english.ts';
import { RulesKeeper } from '../backend/rules/house-rules.ts';
import { EXIT, type Answer } from './answer.ts';
import { findArticle, withLibrary, type Context } from './context.ts';

/** `stet check ID`: what the checks find; ends with 3 when one blocks export. */
export async function checkOne(context: Context, typed: string): Promise<Result<Answer>> {
  return withLibrary(context, 'read', async (library) => {
    const id = findArticle(library, typed);
    if (!id.ok) return id;
    const read = await library.read(id.value);
    if (!read.ok) return read;
    const rules = new RulesKeeper({ disk: context.disk, place: context.place });
    const results = checkArticle(read.value.article, await rules.house());
    const { problems, file } = await rules.read();
    const blocked = blocking(results).length > 0;
    const lines = results.map(({ severity, message, block }) => {
      const place = block === undefined ? '' : ` (block ${block + 1})`;
      return `${severity.padEnd(6)}  ${message}${place}`;
    });
    if (lines.length === 0) lines.push('Nothing to put right.');
    for (const problem of problems) lines.push(`rules   ${englishProblem(problem)} (${file})`);
    const text = lines.join('\n');
    return succeed({ json: { id: id.value, blocked, results }, text, exitCode: blocked ? EXIT.blocked : EXIT.done });
  });
}
