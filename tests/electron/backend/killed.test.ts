import { expect, it } from 'vitest';
import { chanceOf } from '../../simulate/chance.ts';
import { Life } from '../../simulate/life.ts';
import { must, draft, openLibrary, set } from './articles.ts';
import { FaultyDisk } from './disk/faulty-disk.ts';

const PLACE = '/home/library';

it('what a killed process left unsynced outlives a power cut once something was written on top of it', async () => {
  const disk = new FaultyDisk(1);
  disk.put('/home/.keep', new Uint8Array(0));
  const life = new Life(chanceOf(1));
  const first = await openLibrary({ disk: life.port(disk, false), place: PLACE, life: 1 });
  const id = must(await first.create(draft('Headline')));
  // The frame is written, and the process is killed before it can sync.
  life.callsLeft = 1;
  await expect(set(first, id, { edNote: 'typed last' })).rejects.toThrow('disk-error');

  const second = await openLibrary({ disk: new Life(chanceOf(2)).port(disk, false), place: PLACE, life: 2 });
  expect(must(await second.read(id)).article.metadata.edNote).toBe('typed last');
  // Written over the note, so that it can't stand without it.
  await set(second, id, { edNote: 'typed on top' });
  disk.powerCut();

  const third = await openLibrary({ disk: new Life(chanceOf(3)).port(disk, false), place: PLACE, life: 3 });
  expect(must(await third.read(id)).article.metadata.edNote).toBe('typed on top');
  await third.close();
});
