import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ArticleId } from '#shared/article/identity.ts';
import { editState } from '#shared/document/edit.ts';
import { addRelated } from '#shared/document/related.ts';
import { systemClock } from '#electron/backend/clock.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { Library } from '#electron/backend/library.ts';
import { draft, must } from './articles.ts';

/**
 * A process that waits for `go` on its input, opens the library of its first argument for writing, and writes until it
 * is killed. Each line on its output, `<article> <mark>`, says that a related link with that headline is saved.
 * A refusal to open is the line `refused <sentence>`.
 */
async function write(place: string): Promise<void> {
  await once(process.stdin, 'data');
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const opened = await Library.open({ place, disk: nodeDisk(), clock: systemClock, random, access: 'write' });
  if (!opened.ok) {
    process.stdout.write(`refused ${opened.error.message}\n`);
    return;
  }
  const library = opened.value;
  const old = library.list({ limit: 1 }).items[0]?.id;
  const fresh = must(await library.create(draft(`Written by ${process.pid}`)));
  process.stdout.write(`${fresh} made\n`);
  for (let round = 0; ; round += 1) {
    const marks = Array.from({ length: 1 + (round % 5) }, (_, at) => `${process.pid}-${round}-${at}`);
    await Promise.all(marks.map((mark) => save(library, fresh, mark, random)));
    if (old !== undefined && round % 16 === 0) await save(library, old, `${process.pid}-${round}-old`, random);
    if (round % 16 === 11) await library.settled();
  }
}

async function save(
  library: Library,
  id: ArticleId,
  mark: string,
  random: (bytes: number) => Uint8Array,
): Promise<void> {
  const { state } = must(await library.load(id));
  const link = { type: 'related', target: { kind: 'none' }, headline: mark, blurb: '' } as const;
  const { update } = editState(state, (doc) => addRelated(doc, link, random));
  if (update === null) throw new Error('nothing to save');
  must(await library.append(id, update));
  process.stdout.write(`${id} ${mark}\n`);
}

await write(process.argv[2] ?? '');
