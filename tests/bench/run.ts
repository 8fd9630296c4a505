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
const measures: Measure[] = [];
try {
  measures.push(...(await measureTyping(browser)));
  measures.push(...(await measurePasting(browser)));
  measures.push(...(await measureFinding(browser)));
  measures.push(...(await measureLibrary(async (place) => measureStart(browser, place))));
  measures.push(...(await measureDesk()));
} finally {
  await browser.close();
}

process.stdout.write(`${measureTable(measures)}\n`);
process.exitCode = measures.every(isWithin) ? 0 : 1;
