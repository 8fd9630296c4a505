import { keepCompiled } from '../host/compiled.ts';

// Whoever reads our output may stop early (`stet list | head`): that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => undefined);

keepCompiled();
const { runProgram } = await import('./program.ts');
process.exitCode = await runProgram(process.argv.slice(2));
