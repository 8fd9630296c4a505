import { chromium as engine } from '@playwright/test';
import { buildAll, isBuilt } from '#electron/build.ts';
import { CHROMIUM_FLAGS, findChromium, needsNoSandbox } from '#tests/chromium.ts';
import { measureDesk } from './desk.ts';
import { measureFinding } from './finding.ts';
import { measureLibrary } from './library-10000.ts';
import { isWithin, measureTable, type Measure } from './measure.ts';
import { measurePasting } from './pasting.ts';
import { measureStart } from './start.ts';
import { measureTyping } from './typing.ts';

/** `npm run bench`: every budget beside what was measured; ends with 1 when one is over. */
const found = await findChromium({ install: true });
if (!found.ok) throw new Error(found.error.message);
if (!(await isBuilt())) await buildAll();

const browser = await engine.launch({
  executablePath: found.value,
  chromiumSandbox: !needsNoSandbox(),
  args: [...CHROMIUM_FLAGS],
});
const parts: readonly (() => Promise<Measure[]>)[] = [
  () => measureTyping(browser),
  () => measurePasting(browser),
  () => measureFinding(browser),
  () => measureLibrary((place) => measureStart(browser, place)),
  measureDesk,
];
let areAllWithin = true;
try {
  // Each as soon as it is measured: the whole takes a good while.
  for (const measure of parts) {
    const measures = await measure();
    process.stdout.write(`${measureTable(measures)}\n`);
    areAllWithin &&= measures.every(isWithin);
  }
} finally {
  await browser.close();
}

process.exitCode = areAllWithin ? 0 : 1;
