import { parentPort } from 'node:worker_threads';
import { GATE_WORK } from './gate-work.ts';
import type { GateAnswer, GateTask } from './thread-gate.ts';

/** The gate's work in a thread of its own, one task at a time, after it said `ready`. What throws is answered as failed. */
parentPort?.on('message', (task: GateTask) => {
  parentPort?.postMessage(answerTo(task), []);
});
parentPort?.postMessage('ready', []);

function answerTo(task: GateTask): GateAnswer {
  try {
    return { ok: true, value: done(task) };
  } catch {
    return { ok: false };
  }
}

function done(task: GateTask): unknown {
  switch (task.work) {
    case 'judge':
      return GATE_WORK.judge(...task.given);
    case 'compare':
      return GATE_WORK.compare(...task.given);
    case 'merge':
      return GATE_WORK.merge(...task.given);
    case 'covers':
      return GATE_WORK.covers(...task.given);
    case 'lossesIn':
      return GATE_WORK.lossesIn(...task.given);
    case 'content':
      return GATE_WORK.content(...task.given);
  }
}
