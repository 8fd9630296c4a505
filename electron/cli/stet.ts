import { runProgram } from './program.ts';

// Whoever reads our output may stop early (`stet list | head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => undefined);

process.exitCode = await runProgram(process.argv.slice(2));
