import { describe, expect, it } from 'vitest';
import { must, set } from '../articles.ts';
import { articleAt, exchangeAll, headlineAt, newFolder, shareNew, start } from './office.ts';

describe('two machines on one desk', () => {
  it('bring each other what is shared, and only that', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    expect(await headlineAt(ben, id)).toBe('Harbour strike');
    await set(ben.library, id, { slug: 'strike' });
    await exchangeAll([ben, ana]);
    expect((await articleAt(ana, id)).metadata.slug).toBe('strike');
    expect(ana.desk.status().pending).toEqual([]);
    expect(must(await ana.desk.exchange())).toMatchObject({ published: 0, received: 0, putBack: 0 });
  });
});
