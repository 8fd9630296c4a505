import type { Gate } from './gate.ts';

/** The gate's work done in place, without limits of time and memory: for tests and simulations. */
export function directGate(): Gate {
  throw new Error('not yet');
}
