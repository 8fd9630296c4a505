import { expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { firstUpdate } from '#shared/document/first.ts';
import { readArticle } from '#shared/document/read.ts';
import { tryUpdate } from '#shared/document/trial.ts';
import { chanceOf } from './chance.ts';
import { edit, tokensOf } from './edit.ts';
import { tokenOf, tokensIn } from './token.ts';

const ID = '0123456789abcdefghjkmnpqrs' as ArticleId;

/** Two people who edit apart, meet, and go on; returns what was typed and is nowhere. */
function missing(seed: number): { typed: number; gone: number[]; rescued: number } {
  const chance = chanceOf(seed);
  const paragraph = (text: string) => ({ kind: 'paragraph', content: [run(text)] }) as const;
  const body = [paragraph('One.'), paragraph('Two.'), paragraph('Three.')];
  const first = firstUpdate(ID, { headline: [], standfirst: [], body, metadata: {}, related: [] }, chance.bytes);
  const docs = [1, 2].map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    Y.applyUpdate(doc, first);
    return doc;
  });
  const [typed, removed, rescued] = [new Set<number>(), new Set<number>(), new Set<number>()];
  let token = 0;
  for (let meeting = 0; meeting < 3; meeting += 1) {
    const before = docs.map((doc) => Y.encodeStateAsUpdate(doc));
    for (const doc of docs) {
      for (let times = 1 + chance.below(5); times > 0; times -= 1) {
        token += 1;
        const pen = { doc, chance, token: tokenOf(token), picture: null };
        const { effect } = edit(pen, tokensOf(doc), {});

        for (const added of effect.added) typed.add(added);
        for (const gone of effect.removed) removed.add(gone);
      }
    }
    const updates = docs.map((doc, at) =>
      Y.encodeStateAsUpdate(doc, Y.encodeStateVectorFromUpdate(before[at] ?? first)),
    );
    const states = docs.map((doc) => Y.encodeStateAsUpdate(doc));
    for (const [at, doc] of docs.entries()) {
      const came = updates[1 - at] ?? first;
      for (const kept of tokensIn(tryUpdate(states[at] ?? first, came)?.losses ?? []).keys()) rescued.add(kept);
      Y.applyUpdate(doc, came);
    }
  }
  const there = docs.map((doc) => tokensIn(readArticle(ID, doc)));
  expect(JSON.stringify(docs.map((doc) => readArticle(ID, doc))[0])).toBe(
    JSON.stringify(readArticle(ID, docs[1] ?? new Y.Doc())),
  );
  const gone = [...typed].filter(
    (one) => !removed.has(one) && there.every((tokens) => !tokens.has(one)) && !rescued.has(one),
  );
  return { typed: typed.size, gone, rescued: rescued.size };
}

it('edits that meet leave every insertion in the article, in what is reported as lost, or knowingly deleted', () => {
  let typed = 0;
  let rescued = 0;
  for (let seed = 1; seed <= 120; seed += 1) {
    const outcome = missing(seed);
    expect({ seed, gone: outcome.gone }).toEqual({ seed, gone: [] });
    typed += outcome.typed;
    rescued += outcome.rescued;
  }
  expect(typed).toBeGreaterThan(600);
  expect(rescued).toBeGreaterThan(20);
});
