import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Call, Stumble } from '#tests/electron/backend/desk/stumbling.ts';
import { heal, type Told, type Wrong } from '#tests/electron/backend/desk/sweep-life.ts';
import type { Said, Task } from './sweep-hand.ts';
import { copyWorld, worldIn, type Ground } from './sweep-world.ts';

const HAND = join(import.meta.dirname, 'sweep-hand.ts');
/** The world heals with starts and marks that no life before had. */
const HEALING = 100;

/** What came of one run. Paths of calls are inside the world. */
export interface Outcome {
  readonly at: number;
  readonly how: Stumble;
  /** The call it stumbled at; null where it did not. */
  readonly met: Call | null;
  /** How the process ended: null where it lives. */
  readonly signal: string | null;
  /** All its calls, where they were asked for. */
  readonly calls: readonly Call[];
  readonly told: Told;
  readonly wrong: readonly Wrong[];
}

interface Hand {
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
  /** Its exit code and the signal that ended it. */
  readonly ended: Promise<readonly unknown[]>;
}

/** Runs lives one after another, each in a process that is replaced when it has been killed. */
export class Lane {
  readonly #ground: Ground;
  readonly #name: string;
  #hand: Hand | null = null;
  #spare: Hand | null = null;

  /** `name` is this lane's alone. */
  constructor(ground: Ground, name: string) {
    this.#ground = ground;
    this.#name = name;
  }

  /** One life in a fresh copy of the world; then another process opens what is left, and it is said what is wrong. */
  async run(at: number, how: Stumble, tellCalls = false): Promise<Outcome> {
    const folder = copyWorld(this.#ground, this.#name);
    const { said, signal } = await this.#live({ folder, id: this.#ground.id, at, how, tellCalls });
    const inside = (call: Call): Call => ({ ...call, path: call.path.slice(folder.length + 1) });
    const [saved, sent] = [new Set<string>(), new Set<string>()];
    let met: Call | null = null;
    let calls: readonly Call[] = [];
    for (const one of said) {
      if (one.is === 'saved') saved.add(one.mark);
      if (one.is === 'sent') for (const mark of saved) sent.add(mark);
      if (one.is === 'met' && one.call !== null) met = inside(one.call);
      if (one.is === 'done') calls = one.calls.map(inside);
    }
    const told = { saved, sent };
    return { at, how, met, signal, calls, told, wrong: await this.#heal(folder, told) };
  }

  async #heal(folder: string, told: Told): Promise<readonly Wrong[]> {
    try {
      return await heal(worldIn(folder, HEALING), this.#ground.id, told);
    } catch (error) {
      return [{ is: 'corrupt', at: '', what: `does not heal: ${String(error)}` }];
    }
  }

  async #live(task: Task): Promise<{ said: Said[]; signal: string | null }> {
    const hand = this.#hand ?? this.#spare ?? startHand();
    this.#hand = hand;
    // Where this process is about to die, the next one loads meanwhile.
    const dies = task.at > 0 && (task.how === 'kill' || task.how === 'torn');
    this.#spare = dies ? startHand() : null;
    hand.child.send(task);
    const said: Said[] = [];
    for (;;) {
      const { value, done } = await hand.lines.next();
      if (done === true) break;
      const one: Said = JSON.parse(value);
      said.push(one);
      if (one.is === 'done') return { said, signal: null };
    }
    const [code, signal] = await hand.ended;
    this.#hand = null;
    return { said, signal: String(signal ?? code) };
  }

  /** Ends its processes. */
  async close(): Promise<void> {
    for (const hand of [this.#hand, this.#spare]) {
      hand?.child.kill('SIGKILL');
      await hand?.ended;
    }
  }
}

/** One thread for the disk: so calls end in the order they are made, and every life has the same calls. */
function startHand(): Hand {
  const env = {
    ...process.env,
    UV_THREADPOOL_SIZE: '1',
    NODE_COMPILE_CACHE: join(tmpdir(), 'stet-test-compile-cache'),
  };
  const child = spawn(process.execPath, [HAND], { stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'], env });
  const pipe = child.stdio[3];
  if (!(pipe instanceof Readable)) throw new Error('there is no pipe to the process');
  const lines = createInterface({ input: pipe })[Symbol.asyncIterator]();
  return { child, lines, ended: once(child, 'close') };
}
