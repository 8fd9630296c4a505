import { runStage, unitStage, type Outcome, type Stage } from './stage.ts';

/** Everything that can be said about the sources without running them. */
export const STATIC_STAGES: readonly Stage[] = [
  ...['.', 'shared', 'electron', 'electron/desktop', 'renderer', 'tests'].map((project) => ({
    name: `types in ${project === '.' ? 'configuration' : project}`,
    command: 'tsc',
    args: ['-p', project],
  })),
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'import rules', command: 'depcruise', args: ['shared', 'electron', 'renderer', 'tests', 'forge.config.ts'] },
  { name: 'dead code', command: 'knip', args: ['--no-progress'], environment: { STET_BUILT: '1' } },
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
];

/** Runs the static stages two at a time. */
export async function runStaticStages(): Promise<Outcome[]> {
  const waiting = [...STATIC_STAGES];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift())
      outcomes.push(await runStage(stage));
  };
  await Promise.all([worker(), worker()]);
  return outcomes;
}

if (import.meta.main) {
  const outcomes = await runStaticStages();
  const unit = unitStage();
  outcomes.push(await runStage(unit.stage));
  const { passed, failed, skipped } = unit.counts();
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = outcomes.every((outcome) => outcome.ok) && failed === 0 ? 0 : 1;
}
