import { describe, expect, it } from 'vitest';
import { Desk } from '#electron/backend/desk/desk.ts';
import { directGate } from '#electron/backend/desk/direct-gate.ts';
import { must, set } from '../articles.ts';
import { seededRandom, steppingClock } from '../seeded.ts';
import { articleAt, exchangeAll, newFolder, PLACE, shareNew, start } from './office.ts';

describe('a desk that is opened while somebody writes', () => {
  it('sends what was written meanwhile, although the article was clean when it was looked at', async () => {
    const folder = await newFolder();
    const ana = await start('ana', 'create', { folder });
    const ben = await start('ben', 'join', { folder });
    const id = await shareNew(ana, 'Harbour strike');
    await exchangeAll([ana, ben]);
    await ana.desk.close();

    const { library, disk } = ana;
    const fingerprint = library.fingerprint.bind(library);
    library.fingerprint = async (asked) => {
      const found = await fingerprint(asked);
      await set(library, id, { slug: 'written-meanwhile' });
      return found;
    };
    const opened = await Desk.reopen({
      library,
      disk,
      folder,
      place: PLACE,
      clock: steppingClock(),
      random: seededRandom(99),
      gate: directGate(),
      who: { member: { id: 'member-ana', name: 'ana' }, device: { id: 'device-ana', name: 'ana' } },
      application: '0.1.0',
    });
    library.fingerprint = fingerprint;
    await exchangeAll([{ ...ana, desk: must(opened) }, ben]);
    expect((await articleAt(ben, id)).metadata.slug).toBe('written-meanwhile');
  });
});
