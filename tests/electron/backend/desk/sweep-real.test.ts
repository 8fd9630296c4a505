import { expect, it } from 'vitest';
import { sweep } from '#tests/desk/sweep-plan.ts';

/** `npm run desk:sweep` tries every call with every fault; here all faults together try every third call once. */
const STRIDE = 18;

it('save, publish, receive and compact lose nothing and promise nothing false on the real disk', async () => {
  const { calls, phases, swept } = await sweep(STRIDE);
  expect(swept.map(({ how, wrong }) => ({ how, wrong }))).toEqual(swept.map(({ how }) => ({ how, wrong: [] })));
  for (const phase of ['save', 'publish', 'receive', 'compact'] as const) {
    expect({ phase, calls: phases[phase] > 10 }).toEqual({ phase, calls: true });
  }
  const runs = swept.reduce((sum, one) => sum + one.runs, 0);
  expect(runs).toBeGreaterThanOrEqual(Math.floor(calls.length / STRIDE) * 6);
}, 120_000);
