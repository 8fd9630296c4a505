import type { Result } from '#shared/article/failure.ts';
import { mergeUpdates } from '#shared/document/part.ts';
import { onDisk } from '../disk/failure.ts';
import { DeskFolder } from './desk-folder.ts';
import { readDeskIndex } from './desk-index.ts';
import type { DeskOptions } from './options.ts';
import type { DeskGround } from './ground.ts';
import { Ledger } from './ledger.ts';
import { nodeCodec } from './node-codec.ts';
import { Outbox } from './outbox.ts';
import { Shelf } from './shelf.ts';
import { shareWhatIsShelved } from './shelved.ts';

const WRITER_BYTES = 10;

/** Reads what the library knows of its desk, under a writer of its own. With `look` it changes nothing. */
export async function layGround(o: DeskOptions, desk: string, look = false): Promise<Result<DeskGround>> {
  const { library, disk, clock, gate, who, application, codec = nodeCodec } = o;
  const writer = Buffer.from(o.random(WRITER_BYTES)).toString('hex');
  return onDisk(async () => {
    const ledger = look ? await Ledger.look(disk, library.place) : await Ledger.open(disk, library.place, writer);
    const shelf = look ? await Shelf.look(disk, library.place, codec) : await Shelf.open(disk, library.place, codec);
    const ground: DeskGround = {
      library,
      disk,
      folder: new DeskFolder({ disk: o.folder, place: o.place, mark: writer, codec }),
      clock,
      gate,
      codec,
      who,
      application,
      desk,
      writer,
      shelf,
      ledger,
      outbox: new Outbox(mergeUpdates),
      origin: {},
      contents: new Map(),
      visited: new Set(),
      waiting: new Map(),
      doubtful: new Set(),
      covered: new Set(),
      known: {
        devices: new Map([[writer, who.device.id]]),
        sizes: new Map(),
        fruitless: new Set(),
        scrubAt: 0,
        pictureAt: 0,
        absentPictures: new Set(),
      },
      said: { last: null },
      here: { now: null },
      unsent: new Map(),
      issues: { last: 0, madeAt: new Map() },
    };
    if (!look && (ledger.hasLost || ledger.shared.size === 0)) await shareWhatIsShelved(ground);
    await readDeskIndex(ground);
    return ground;
  });
}
