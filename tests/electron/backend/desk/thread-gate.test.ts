import { afterAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { articleIdFrom } from '#shared/article/identity.ts';
import { firstUpdate } from '#shared/document/first.ts';
import { directGate } from '#electron/backend/desk/direct-gate.ts';
import { threadGate } from '#electron/backend/desk/thread-gate.ts';
import { draft } from '../articles.ts';
import { seededRandom } from '../seeded.ts';

const id = articleIdFrom(seededRandom(1)(26));
const first = firstUpdate(id, draft('Harbour strike'), seededRandom(2));
const other = firstUpdate(id, draft('Another beginning'), seededRandom(3));

describe('the gate in a thread', () => {
  const gate = threadGate();
  afterAll(() => gate.close());

  it('answers as the one in place does', async () => {
    const direct = directGate();
    const trial = { id, before: first, update: other, schema: 1 };
    expect(await gate.judge(trial)).toEqual(await direct.judge(trial));
    expect(await gate.compare(first, [other])).toEqual(await direct.compare(first, [other]));
    expect(await gate.merge([first, other], null)).toEqual(await direct.merge([first, other], null));
    expect(await gate.covers(first, other)).toBe(false);
    expect(await gate.content(first)).toEqual(await direct.content(first));
    expect(await gate.lossesIn(first, other)).toEqual(await direct.lossesIn(first, other));
  });

  it('refuses bytes that are no update', async () => {
    const bytes = Uint8Array.from({ length: 40 }, (_, at) => at * 37);
    expect((await gate.judge({ id, before: null, update: bytes, schema: 1 })).is).toBe('refused');
    expect(await gate.content(bytes)).toBeNull();
  });

  it('ends what takes too long, says so, and goes on with the next', async () => {
    const hasty = threadGate(150);
    const updates = updatesWithoutTheFirst(12_000);
    expect(await hasty.compare(first, updates)).toBeNull();
    const patient = await hasty.merge([first], null);
    expect(patient).toEqual(first);
    await hasty.close();
  }, 60_000);
});

describe('a gate whose thread cannot begin', () => {
  it('condemns nothing', async () => {
    const gate = threadGate(1000, '/nowhere/gate-worker.js');
    expect(await gate.judge({ id, before: null, update: first, schema: 1 })).toEqual({ is: 'untried' });
    expect(await gate.compare(first, [first])).toBeNull();
    await gate.close();
  });
});

/** What makes Yjs slow: it keeps all of them waiting, and looks through them again at each. */
function updatesWithoutTheFirst(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = new Y.XmlText();
  doc.getXmlFragment('body').insert(0, [text]);
  for (let at = 0; at < count; at += 1) text.insert(0, 'x');
  return updates.slice(1);
}
