import { contentOf, type DocumentContent } from '#shared/document/content.ts';
import { inspectUpdate } from '#shared/document/inspect.ts';
import { SCHEMA_VERSION } from '#shared/document/layout.ts';
import { compareState, coversUpdate, mergeUpdates, partOfState } from '#shared/document/part.ts';
import { lossesIn } from '#shared/document/rescue.ts';
import { tryUpdate } from '#shared/document/trial.ts';
import { sha256Hex } from '../digest.ts';
import type { Content, Gate, Trial, Verdict } from './gate.ts';

/** What the gate does, by name: plain values in and out, so that it can be done in another thread. May throw. */
export const GATE_WORK = {
  judge,
  compare: compareState,
  merge: (updates: readonly Uint8Array[], state: Uint8Array | null): Uint8Array =>
    state === null ? mergeUpdates(updates) : partOfState(state, updates),
  covers: coversUpdate,
  lossesIn,
  content: (state: Uint8Array): Content => summed(contentOf(state)),
} as const satisfies Record<Exclude<keyof Gate, 'close'>, unknown>;

/** The verdict on an update over which the work throws, or takes too long or too much. */
export const UNFIT: Verdict = { is: 'refused', reason: 'It could not be applied to a copy of the article.' };

function judge({ id, before, update, schema }: Trial): Verdict {
  const inspected = inspectUpdate(update);
  const later = schema > SCHEMA_VERSION && !inspected.ok && inspected.error.code === 'article-newer';
  if (!inspected.ok && !later) return { is: 'refused', reason: inspected.error.message };
  const tried = tryUpdate(before, update);
  if (tried === null) return { is: 'refused', reason: 'Its parts are nested deeper than any article’s.' };
  const { content, losses, news } = tried;
  if (content.article !== null && content.article !== id) {
    return { is: 'refused', reason: 'It belongs to another article than it says.' };
  }
  return { is: 'sound', losses, news, content: summed(content) };
}

function summed({ text, media }: DocumentContent): Content {
  return { digest: sha256Hex(new TextEncoder().encode(text)), media };
}
