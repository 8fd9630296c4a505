import type { Limits } from './limits.ts';

/** Counts the pages that are there and says when the host is no longer needed. */
export interface Presence {
  /** A page arrived. Returns the way to say that it left (once; later calls do nothing). */
  arrive(): () => void;
  stop(): void;
}

/** Calls `alone` when no first page came in time, or none came back in time after the last one left. */
export function watchPresence(limits: Pick<Limits, 'untilFirstPage' | 'afterLastPage'>, alone: () => void): Presence {
  let pages = 0;
  let timer = setTimeout(alone, limits.untilFirstPage);
  let stopped = false;
  return {
    arrive() {
      pages += 1;
      clearTimeout(timer);
      let here = true;
      return () => {
        if (!here) return;
        here = false;
        pages -= 1;
        if (pages === 0 && !stopped) timer = setTimeout(alone, limits.afterLastPage);
      };
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
