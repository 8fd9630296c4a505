import { runStages, STATIC_STAGES } from './check.ts';
import { findChromium } from './chromium.ts';
import { addCounts, browserStage, NO_TESTS, runStage, unitStage } from './stage.ts';

/**
 * `npm test`: types, lint, import rules, dead code, format, unit tests and suites, a build, and every spec in a real
 * browser. Ends by itself with 0 only when all of it held; what was skipped is said.
 */
const build = { name: 'build', command: 'node', args: ['electron/build.ts'] };
const outcomes = await runStages([build, ...STATIC_STAGES]);

const unit = unitStage();
outcomes.push(await runStage(unit.stage));
let counts = unit.counts();

const chromium = await findChromium({ install: true });
if (chromium.ok) {
  const browser = browserStage(chromium.value);
  outcomes.push(await runStage(browser.stage));
  counts = addCounts(counts, browser.counts());
} else {
  process.stdout.write(`${chromium.error.message}\n`);
  counts = addCounts(counts, { ...NO_TESTS, failed: 1 });
}

const failedStages = outcomes.filter((outcome) => !outcome.ok);
for (const { stage } of failedStages) process.stdout.write(`FAILED: ${stage.name}\n`);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exitCode = failedStages.length === 0 && counts.failed === 0 ? 0 : 1;
