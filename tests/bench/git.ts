import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Git as a person runs it, with the settings it comes with. */
const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ana',
  GIT_AUTHOR_EMAIL: 'ana@example.org',
  GIT_COMMITTER_NAME: 'Ana',
  GIT_COMMITTER_EMAIL: 'ana@example.org',
};

/** Runs git in a folder; rejects with what it said when it ends with anything but 0. */
export async function git(folder: string, ...args: readonly string[]): Promise<void> {
  const child = spawn('git', args, {
    cwd: folder,
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${String(code)}: ${said}`);
}

/** Everything that changed in a working copy, committed and pushed. */
export async function commitAndPush(folder: string, ...where: readonly string[]): Promise<void> {
  await git(folder, 'add', '-A');
  await git(folder, 'commit', '--quiet', '-m', 'Work of the day');
  await git(folder, 'push', '--quiet', ...where);
}
