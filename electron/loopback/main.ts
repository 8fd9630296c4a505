import { keepCompiled } from '../host/compiled.ts';

keepCompiled();
const { runLoopback } = await import('./program.ts');
process.exitCode = await runLoopback();
