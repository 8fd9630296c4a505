import type { SpellingLanguage } from '#shared/contract/spelling.ts';
import { readersOf, scriptOf, type Script } from './language.ts';
import type { SpellingAnswer, SpellingJob } from './spelling-job.ts';
import { startWorker } from '#renderer/ui/trusted.ts';

/** Where jobs go: a worker, or in tests whatever answers. */
export interface SpellingEngine {
  readonly post: (job: SpellingJob) => void;
  readonly onAnswer: (listener: (answer: SpellingAnswer) => void) => void;
  /** Calls the listener when nothing will be answered any more. */
  readonly onFailure: (listener: () => void) => void;
}

/** Kept verdicts, beyond which all are forgotten: more words than the longest book has. */
const MOST_KEPT = 200_000;
/** How many words go to the worker at a time, so that suggestions never wait long. */
const BATCH = 2_000;

type Judges = readonly SpellingLanguage[];

/** The languages that judge words in one kind of letters, and their name in what is kept. */
interface Readers {
  readonly languages: Judges;
  readonly key: string;
}

/** Asks the worker and keeps what it said, for all pages of the window. Never throws, and never waits. */
export class Speller {
  readonly #engine: () => Promise<SpellingEngine>;
  #started: Promise<SpellingEngine> | null = null;
  /** By the languages asked: each word, and whether one of them has it. */
  #verdicts = new Map<string, Map<string, boolean>>();
  readonly #readers = new WeakMap<Judges, Map<Script | null, Readers>>();
  /** What is being judged. */
  readonly #running = new Map<string, { readonly words: ReadonlySet<string>; readonly done: Promise<boolean> }[]>();
  readonly #waiting = new Map<number, (words: readonly string[] | null) => void>();
  #kept = 0;
  #next = 0;

  constructor(engine: () => Promise<SpellingEngine> = startEngine) {
    this.#engine = engine;
  }

  /** Whether one of the languages has the word; undefined where that is not known yet. Words nobody reads are right. */
  verdict(word: string, judges: Judges): boolean | undefined {
    const { languages, key } = this.#readersOf(word, judges);
    return languages.length === 0 || this.#verdicts.get(key)?.get(word);
  }

  /** Has the words judged. Resolves when verdicts are there (false where a dictionary could not be read). */
  async judge(words: Iterable<string>, judges: Judges): Promise<boolean> {
    const fresh = new Map<string, { readonly languages: Judges; readonly words: Set<string> }>();
    const awaited = new Set<Promise<boolean>>();
    for (const word of words) {
      const { languages, key } = this.#readersOf(word, judges);
      if (languages.length === 0 || this.#verdicts.get(key)?.has(word) === true) continue;
      const running = this.#running.get(key)?.find((one) => one.words.has(word));
      if (running !== undefined) {
        awaited.add(running.done);
        continue;
      }
      const group = fresh.get(key) ?? { languages, words: new Set<string>() };
      fresh.set(key, group);
      group.words.add(word);
    }
    for (const [key, group] of fresh) awaited.add(this.#run(key, group.languages, group.words));
    return (await Promise.all(awaited)).every(Boolean);
  }

  /** What the writer may have meant, the likeliest first. */
  async suggestions(word: string, judges: Judges, most: number): Promise<readonly string[]> {
    const languages = readersOf(word, judges);
    if (languages.length === 0) return [];
    return (await this.#ask((id) => ({ id, kind: 'suggest', word, languages, most }))) ?? [];
  }

  #readersOf(word: string, judges: Judges): Readers {
    const script = scriptOf(word);
    const byScript = this.#readers.get(judges) ?? new Map<Script | null, Readers>();
    const known = byScript.get(script);
    if (known !== undefined) return known;
    const languages = readersOf(word, judges);
    const readers = { languages, key: languages.join(' ') };
    this.#readers.set(judges, byScript.set(script, readers));
    return readers;
  }

  #run(key: string, languages: Judges, words: ReadonlySet<string>): Promise<boolean> {
    const all = this.#running.get(key) ?? [];
    this.#running.set(key, all);
    const done = this.#judgeAll(key, languages, [...words]);
    const running = { words, done };
    all.push(running);
    void done.then(() => all.splice(all.indexOf(running), 1));
    return done;
  }

  async #judgeAll(key: string, languages: Judges, words: readonly string[]): Promise<boolean> {
    let isWhole = true;
    for (let from = 0; from < words.length; from += BATCH) {
      const batch = words.slice(from, from + BATCH);
      const unknown = await this.#ask((id) => ({ id, kind: 'judge', words: batch, languages }));
      if (unknown === null) isWhole = false;
      else this.#keep(key, batch, new Set(unknown));
    }
    return isWhole;
  }

  #keep(key: string, words: readonly string[], unknown: ReadonlySet<string>): void {
    if (this.#kept > MOST_KEPT) {
      this.#verdicts = new Map();
      this.#kept = 0;
    }
    const verdicts = this.#verdicts.get(key) ?? new Map<string, boolean>();
    this.#verdicts.set(key, verdicts);
    for (const word of words) verdicts.set(word, !unknown.has(word));
    this.#kept += words.length;
  }

  async #ask(job: (id: number) => SpellingJob): Promise<readonly string[] | null> {
    const engine = await this.#ready();
    if (engine === null) return null;
    const id = (this.#next += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      engine.post(job(id));
    });
  }

  /** Null where none can be had: the host may be away. Asked again, another is started. */
  async #ready(): Promise<SpellingEngine | null> {
    const started = (this.#started ??= this.#start());
    try {
      return await started;
    } catch {
      if (this.#started === started) this.#started = null;
      return null;
    }
  }

  async #start(): Promise<SpellingEngine> {
    const engine = await this.#engine();
    engine.onFailure(() => {
      this.#started = null;
      for (const answer of this.#waiting.values()) answer(null);
      this.#waiting.clear();
    });
    engine.onAnswer(({ id, words }) => {
      this.#waiting.get(id)?.(words);
      this.#waiting.delete(id);
    });
    return engine;
  }
}

async function startEngine(): Promise<SpellingEngine> {
  const worker = await startWorker(() => import('./spelling-worker.ts?worker&url'));
  return {
    post: (job) => worker.postMessage(job, { transfer: [] }),
    onAnswer: (listener) => {
      worker.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => listener(data));
    },
    onFailure: (listener) => {
      worker.addEventListener('error', () => {
        worker.terminate();
        listener();
      });
    },
  };
}
