import { play } from './play.ts';
import type { Task } from './crew.ts';
import { mutationNamed } from './mutations.ts';
import { scriptOf } from './script.ts';

/** One process of the crew: gets a task, plays its seeds one by one, tells how each ended and waits for a nod. */
async function work({ from, end, stride, mutation }: Task): Promise<void> {
  for (let seed = from; seed < end; seed += stride) {
    process.send?.(await play(scriptOf(seed), mutationNamed(mutation)));
    if ((await message()) === 'enough') break;
  }
  process.disconnect();
}

function message(): Promise<unknown> {
  return new Promise((resolve) => process.once('message', resolve));
}

// Making stacks of errors that are only looked at for their reason takes a tenth of the time.
Error.stackTraceLimit = 0;
await work((await message()) as Task);
