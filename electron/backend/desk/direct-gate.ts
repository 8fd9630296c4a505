import type { Gate } from './gate.ts';
import { GATE_WORK, UNFIT } from './gate-work.ts';

/** The gate's work done in place, without limits of time and memory: for tests and simulations. */
export function directGate(): Gate {
  return {
    judge: async (trial) => tried(() => GATE_WORK.judge(trial), UNFIT),
    compare: async (state, updates) => tried(() => GATE_WORK.compare(state, updates), null),
    merge: async (updates, state) => tried(() => GATE_WORK.merge(updates, state), null),
    covers: async (longer, shorter) => tried(() => GATE_WORK.covers(longer, shorter), false),
    lossesIn: async (state, update) => tried(() => GATE_WORK.lossesIn(state, update), { passages: [], fields: [] }),
    content: async (state) => tried(() => GATE_WORK.content(state), null),
    close: async () => {},
  };
}

/** What the work gives; `otherwise` when it throws, as it may over hostile bytes. */
function tried<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
