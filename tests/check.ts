import { runStage, unitStage, type Outcome, type Stage } from './stage.ts';

/** Types of one project. */
function types(project: string): Stage {
  return { name: `types in ${project === '.' ? 'configuration' : project}`, command: 'tsc', args: ['-p', project] };
}

/** Everything that can be said about the sources without running them; what takes longest first. */
export const STATIC_STAGES: readonly Stage[] = [
  types('tests'),
  types('renderer'),
  { name: 'format', command: 'prettier', args: ['--check', '--log-level', 'warn', '.'] },
  types('electron'),
  { name: 'words nobody says', command: 'node', args: ['tests/words-used.ts'] },
  types('shared'),
  { name: 'dead code', command: 'knip', args: ['--no-progress'], environment: { STET_BUILT: '1' } },
  { name: 'import rules', command: 'depcruise', args: ['shared', 'electron', 'renderer', 'tests', 'forge.config.ts'] },
  types('.'),
  types('electron/desktop'),
  { name: 'lint', command: 'oxlint', args: ['--deny-warnings'] },
];

/** Runs stages that have nothing to do with each other, two at a time. */
export async function runStages(stages: readonly Stage[]): Promise<Outcome[]> {
  const waiting = [...stages];
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift())
      outcomes.push(await runStage(stage));
  };
  await Promise.all([worker(), worker()]);
  return outcomes;
}

if (import.meta.main) {
  const outcomes = await runStages(STATIC_STAGES);
  const unit = unitStage();
  outcomes.push(await runStage(unit.stage));
  const { passed, failed, skipped } = unit.counts();
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = outcomes.every((outcome) => outcome.ok) && failed === 0 ? 0 : 1;
}
