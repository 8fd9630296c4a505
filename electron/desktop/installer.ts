import { spawn } from 'node:child_process';
import { basename, dirname, join } from 'node:path';

/** What the Windows installer asks of the application by starting it once, and what its updater is to do. */
export type InstallerTask = { readonly updater: string; readonly args: readonly string[] } | 'nothing';

/** Reads whether this start is the installer's (Squirrel's `--squirrel-…` arguments). Null for an ordinary start. */
export function installerTask(
  platform: NodeJS.Platform,
  program: string,
  args: readonly string[],
): InstallerTask | null {
  if (platform !== 'win32') return null;
  const updater = join(dirname(program), '..', 'Update.exe');
  switch (args[0]) {
    case '--squirrel-install':
    case '--squirrel-updated':
      return { updater, args: [`--createShortcut=${basename(program)}`] };
    case '--squirrel-uninstall':
      return { updater, args: [`--removeShortcut=${basename(program)}`] };
    case '--squirrel-obsolete':
      return 'nothing';
    default:
      return null;
  }
}

/** Has the updater do it and resolves when it is done, or can't be. */
export async function carryOut(task: InstallerTask): Promise<void> {
  if (task === 'nothing') return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const child = spawn(task.updater, task.args, { stdio: 'ignore', detached: true });
  child.once('exit', () => resolve());
  child.once('error', () => resolve());
  await promise;
}
