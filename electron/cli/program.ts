import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { fail, type Result } from '#shared/article/failure.ts';
import { RELATED_TYPES } from '#shared/article/related.ts';
import { STATUSES } from '#shared/article/status.ts';
import { EXIT, type Answer } from './answer.ts';
import { openContext, type CommonOptions, type Context } from './context.ts';
import type { ExportOptions } from './export.ts';
import type { ListOptions } from './list.ts';
import { printFailure, printResult } from './printing.ts';
import type { RelateOptions } from './relate.ts';
import type { ReplaceOptions } from './replace.ts';
import type { SyncOptions } from './sync.ts';

/** Commands of later versions: they say so, so that a script learns it has to wait. */
const NOT_YET: Readonly<Record<string, string>> = {
  search: 'full text search',
  history: 'the versions of an article',
  restore: 'back to a version',
};

/** Each command's own code is loaded when it is asked for, so that none waits for what others need. */
type Work = (context: Context) => Promise<Result<Answer>>;

/** Runs the command line given (without program and script) and resolves to the exit code. Never rejects. */
export async function runProgram(words: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const json = words.includes('--json');
  const program = build(async (command, work) => {
    const options = command.optsWithGlobals<CommonOptions>();
    exitCode = await printResult(await work(await openContext(options)), options.json === true);
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) return printFailure(unexpected(thrown), json, EXIT.failed);
    if (thrown.exitCode === 0) return EXIT.done;
    if (thrown.code === 'stet.notYet')
      return printFailure({ code: 'not-yet', message: thrown.message }, json, EXIT.usage);
    return printFailure({ code: 'bad-input', message: usage(thrown) }, json, EXIT.usage);
  }
}

type Run = (command: Command, work: Work) => Promise<void>;

function build(run: Run): Command {
  const program = new Command('stet')
    .description('Write, check and export articles of a Stet library.')
    .version(manifest.version)
    .option('--library <dir>', 'folder of the library (default: the configured one)')
    .option('--json', 'one JSON value on stdout, nothing else')
    .configureHelp({ showGlobalOptions: true })
    // What went wrong is printed once, by us.
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  addLibraryCommands(program, run);
  addArticleCommands(program, run);
  addExportCommands(program, run);
  addDeskCommands(program, run);
  for (const [name, what] of Object.entries(NOT_YET)) addNotYet(program, name, what);
  return program;
}

function addLibraryCommands(program: Command, run: Run): void {
  program
    .command('new')
    .description('create an article and print its id')
    .requiredOption('--headline <text>', 'the headline')
    .action((options: { headline: string }, command: Command) =>
      run(command, async (at) => (await import('./create.ts')).createArticle(at, options)),
    );
  program
    .command('import')
    .description('make one article of each file (- is standard input)')
    .argument('<file...>')
    .action((files: string[], _options: unknown, command: Command) =>
      run(command, async (at) => (await import('./import.ts')).importFiles(at, files)),
    );
  program
    .command('list')
    .description('the library, last changed first')
    .addOption(new Option('--status <status>', 'only articles in this status').choices(STATUSES))
    .option('--limit <n>', 'this many at most', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .action((options: ListOptions, command: Command) =>
      run(command, async (at) => (await import('./list.ts')).listArticles(at, options)),
    );
  program
    .command('verify')
    .description('read every byte of the library and say what is damaged')
    .option('--repair', 'put right what can be put right')
    .action((options: { repair?: boolean }, command: Command) =>
      run(command, async (at) => (await import('./verify.ts')).verifyEverything(at, options)),
    );
  program
    .command('serve')
    .description('serve the application on this machine, print its address, end when stopped')
    .option('--port <n>', 'port (default: whichever is free)', wholeNumber(0, 65_535))
    .action((_options: unknown, command: Command) =>
      run(command, async (at) => (await import('./serve.ts')).serveLibrary(at, command.optsWithGlobals())),
    );
}

function addArticleCommands(program: Command, run: Run): void {
  program
    .command('show')
    .description('print one article')
    .argument('<id>', 'id, or any unambiguous beginning of one')
    .option('--format <format>', 'json, text, markdown, html …')
    .action((id: string, options: { format?: string }, command: Command) => {
      const json = command.optsWithGlobals<CommonOptions>().json === true;
      return run(command, async (at) =>
        (await import('./show.ts')).showArticle(at, id, { format: options.format ?? (json ? 'json' : 'text') }),
      );
    });
  program
    .command('relate')
    .description('attach a related article')
    .argument('<id>')
    .requiredOption('--to <id|url>', 'an article of the library, or a web address')
    .addOption(new Option('--type <type>', 'how it is related').choices(RELATED_TYPES).default('related'))
    .option('--blurb <text>', 'instead of its own')
    .option('--headline <text>', 'instead of its own')
    .action((id: string, options: RelateOptions, command: Command) =>
      run(command, async (at) => (await import('./relate.ts')).relateArticle(at, id, options)),
    );
  program
    .command('set')
    .description('set a metadata field')
    .argument('<id>')
    .argument('<field>')
    .argument('<value>')
    .action((id: string, field: string, value: string, _options: unknown, command: Command) =>
      run(command, async (at) => (await import('./set.ts')).setField(at, id, field, value)),
    );
  program
    .command('replace')
    .description('replace text in headline, standfirst, body and captions; print how many')
    .argument('<id>')
    .argument('<find>')
    .argument('<with>')
    .option('--all', 'everywhere, not only the first time')
    .option('--regex', 'find a regular expression; $1 to $99 in <with> stand for its groups')
    .option('--whole-words', 'only whole words')
    .option('--ignore-case', 'capital and small letters are the same')
    .option('--ignore-accents', 'accents, points and forms of letters are the same')
    .action((id: string, find: string, by: string, options: ReplaceOptions, command: Command) =>
      run(command, async (at) => (await import('./replace.ts')).replaceInArticle(at, id, find, by, options)),
    );
}

function addExportCommands(program: Command, run: Run): void {
  program
    .command('check')
    .description('what the checks find; exit 3 when one blocks export')
    .argument('<id>')
    .action((id: string, _options: unknown, command: Command) =>
      run(command, async (at) => (await import('./check.ts')).checkOne(at, id)),
    );
  program
    .command('export')
    .description('write articles into a folder, with pictures and a record in export.json')
    .argument('<id...>')
    .requiredOption('--format <formats>', 'formats separated by commas: html, markdown, text, ninjs', commaList)
    .requiredOption('--out <dir>', 'folder to write into')
    .option('--override <reason>', 'export although checks block; the reason is recorded')
    .action((ids: string[], options: ExportOptions, command: Command) =>
      run(command, async (at) => (await import('./export.ts')).exportFiles(at, ids, options)),
    );
}

function addDeskCommands(program: Command, run: Run): void {
  program
    .command('sync')
    .description('one exchange with a desk folder, then end')
    .option('--desk <dir>', 'the folder of the desk (default: where it was last)')
    .option('--create', 'make a desk of the folder when it is empty or missing')
    .option('--share <id...>', 'put these articles on the desk first, for good')
    .option('--share-all', 'put every article of the library on the desk first, for good')
    .action((options: SyncOptions, command: Command) =>
      run(command, async (at) => (await import('./sync.ts')).syncDesk(at, options)),
    );
  program
    .command('desk')
    .description('the desk this library is on')
    .command('status')
    .description('what is sent, waiting, refused and rescued; changes nothing')
    .action((_options: unknown, command: Command) =>
      run(command, async (at) => (await import('./desk-status.ts')).deskStatus(at)),
    );
}

function addNotYet(program: Command, name: string, what: string): void {
  program
    .command(name)
    .description(`${what} (not yet)`)
    .addArgument(new Argument('[words...]'))
    .allowUnknownOption()
    .action(() => {
      throw new CommanderError(EXIT.usage, 'stet.notYet', `"stet ${name}" is not yet there in this version.`);
    });
}

function wholeNumber(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const number = Number(typed);
    if (/^\d+$/u.test(typed) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It takes a whole number from ${least}${most < 1e9 ? ` to ${most}` : ''}.`);
  };
}

function commaList(typed: string): readonly string[] {
  const entries = typed.split(',').map((entry) => entry.trim());
  const named = entries.filter((entry) => entry !== '');
  if (named.length === 0) throw new InvalidArgumentError('It takes at least one format.');
  return named;
}

function usage(error: CommanderError): string {
  if (error.code === 'commander.help') return 'Say what to do: `stet --help` lists the commands.';
  return error.message.replace(/^error: /u, '');
}

/** A mistake of ours, in one line without any text of an article. */
function unexpected(thrown: unknown): ReturnType<typeof fail>['error'] {
  const kind = thrown instanceof Error ? thrown.name : typeof thrown;
  return fail('internal', `Something went wrong inside Stet (${kind}); what was saved before is safe.`).error;
}
