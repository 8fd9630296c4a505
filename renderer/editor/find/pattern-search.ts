import type { Hit, SearchQuery } from '#shared/article/search.ts';
import type { PatternAnswer, PatternQuestion } from './pattern-question.ts';
import { startWorker } from '#renderer/ui/trusted.ts';

/** How long a pattern may search at a time, in milliseconds. */
const PATIENCE = 1_500;

type Found = readonly (readonly Hit[])[] | 'slow' | 'given-up';

/**
 * Searches for patterns beside the page: a pattern of a few signs can keep a machine busy for years. One that takes too
 * long is stopped. Asking again gives up the question before.
 */
export class PatternSearch {
  #worker: Promise<Worker> | null = null;
  #round = 0;
  #giveUp: (() => void) | null = null;

  /**
   * What the query finds in each text, or that it takes too long. Given up once it is asked again or closed, and where
   * no worker can be started because the host is away: asked again, it tries again.
   */
  async find(query: SearchQuery, texts: readonly string[]): Promise<Found> {
    // One that is at work on an older question may never end.
    if (this.#giveUp !== null) this.close();
    this.#round += 1;
    const round = this.#round;
    this.#worker ??= startPatterns();
    const worker = this.#worker;
    const port = await worker.catch(() => null);
    return new Promise((resolve) => {
      if (port === null && this.#worker === worker) this.#worker = null;
      if (port === null || round !== this.#round || this.#worker !== worker) {
        resolve('given-up');
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        port.removeEventListener('message', onAnswer);
        this.#giveUp = null;
      };
      const onAnswer = ({ data }: MessageEvent<PatternAnswer>): void => {
        if (!('round' in data) || data.round !== round) return;
        done();
        resolve(data.found);
      };
      const timer = setTimeout(() => {
        resolve('slow');
        this.close();
      }, PATIENCE);
      this.#giveUp = () => {
        done();
        resolve('given-up');
      };
      port.addEventListener('message', onAnswer);
      port.postMessage({ round, query, texts } satisfies PatternQuestion);
    });
  }

  /** Ends the worker; the next question starts another. */
  close(): void {
    this.#giveUp?.();
    void this.#worker?.then(
      (port) => port.terminate(),
      () => undefined,
    );
    this.#worker = null;
  }
}

async function startPatterns(): Promise<Worker> {
  const worker = await startWorker(() => import('./pattern-worker.ts?worker&url'));
  await new Promise((resolve, reject) => {
    worker.addEventListener('message', resolve, { once: true });
    worker.addEventListener('error', reject, { once: true });
  });
  return worker;
}
