import { describe, expect, it } from 'vitest';
import { draft, must } from '../articles.ts';
import { exchangeAll, newFolder, PLACE, shareNew, start } from './office.ts';

describe('where somebody is', () => {
  it('is seen by colleagues, and gone when it is over', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const article = await shareNew(ana, 'Harbour strike');
    ana.desk.setHere({ article, section: 'The vote' });
    await exchangeAll([ana, ben]);
    expect(ben.desk.status().devices).toMatchObject([{ memberName: 'ana', here: { article, section: 'The vote' } }]);
    ana.desk.setHere(null);
    await exchangeAll([ana, ben]);
    expect(ben.desk.status().devices).toMatchObject([{ memberName: 'ana', here: null }]);
  });

  it('is said of no story that is private', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const article = must(await ana.library.create(draft('Harbour strike')));
    ana.desk.setHere({ article, section: 'The vote' });
    must(await ana.desk.exchange());
    const [file] = await folder.list(`${PLACE}/presence`);
    const said = new TextDecoder().decode(await folder.read(`${PLACE}/presence/${file?.name ?? ''}`));
    expect(said).not.toContain(article);
    expect(said).not.toContain('The vote');
  });

  it('is nowhere when a device says nonsense', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const article = await shareNew(ana, 'Harbour strike');
    ana.desk.setHere({ article, section: 'x'.repeat(5_000) });
    await exchangeAll([ana, ben]);
    expect(ben.desk.status().devices).toMatchObject([{ memberName: 'ana', here: null }]);
  });
});
