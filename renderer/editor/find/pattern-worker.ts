import { matcherOf } from '#shared/article/search.ts';
import type { PatternAnswer, PatternQuestion } from './pattern-question.ts';

/** Finds a pattern in texts, away from the page; whoever asked ends the worker when it takes too long. */
function answer({ data }: MessageEvent<PatternQuestion>): void {
  const matcher = matcherOf(data.query);
  const found = data.texts.map((text) => (matcher.ok ? matcher.value.hits(text) : []));
  postMessage({ round: data.round, found } satisfies PatternAnswer);
}

addEventListener('message', answer);
postMessage({ ready: true } satisfies PatternAnswer);
