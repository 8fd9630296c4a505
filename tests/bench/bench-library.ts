import { randomBytes } from 'node:crypto';
import { systemClock } from '#electron/backend/clock.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';
import { Library } from '#electron/backend/library.ts';
import type { Block } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import type { BenchBlock } from './bench-text.ts';

/** Makes a library at `place` that holds one article with that text, and answers the article's id. */
export async function libraryWith(place: string, blocks: readonly BenchBlock[]): Promise<ArticleId> {
  const opened = await Library.open({
    place,
    disk: nodeDisk(),
    clock: systemClock,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    access: 'write',
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const library = opened.value;
  const created = await library.create({
    headline: [run('An article of ten thousand words')],
    standfirst: [run('Typing is measured in it.')],
    body: blocks.map(blockOf),
    metadata: {},
    related: [],
  });
  await library.close();
  if (!created.ok) throw new Error(created.error.message);
  return created.value;
}

function blockOf({ kind, text }: BenchBlock): Block {
  return kind === 'heading' ? { kind, level: 2, content: [run(text)] } : { kind, content: [run(text)] };
}
