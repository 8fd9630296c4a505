/**
 * Runs `work` while time stands still: timers that are set never fire (the world says when somebody tidies up), and
 * the machine's own clocks do not move, so that how fast this computer is changes nothing.
 */
export async function inStillness<T>(work: () => Promise<T>): Promise<T> {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = performance;
  const dateNow = Date.now;
  const never = { unref: () => never, ref: () => never, hasRef: () => false };
  Object.assign(globalThis, { setTimeout: () => never, clearTimeout: () => {} });
  Object.assign(performance, { now: () => 0 });
  Object.assign(Date, { now: () => 0 });
  try {
    return await work();
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Object.assign(performance, { now });
    Object.assign(Date, { now: dateNow });
  }
}
