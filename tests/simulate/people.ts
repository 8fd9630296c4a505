import type { ArticleDraft } from '#shared/article/article.ts';
import { isMediaName, type MediaName } from '#shared/article/block.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import { run } from '#shared/article/inline.ts';
import { sha256Hex } from '#electron/backend/digest.ts';
import type { Chance } from './chance.ts';
import type { Device } from './device.ts';
import { tokenOf } from './token.ts';
import type { World } from './world.ts';

/** More articles than this make a world slow and no more telling. */
const MOST_ARTICLES = 6;

/** Somebody opens an article, where it is not open, and makes one to three edits in it. */
export async function write(world: World, device: Device, chance: Chance): Promise<void> {
  const { oracle, counts } = world;
  const ids = here(world, device);
  if (ids.length === 0) return;
  const id = chance.pick(ids);
  const session = await device.session(id, chance);
  if (session === null) return;
  for (let times = 1 + chance.below(3); times > 0 && device.life?.isOver === false; times -= 1) {
    const token = tokenOf(oracle.token());
    const picture = chance.odds(0.1) ? await addPicture(world, device, chance) : null;
    const saved = await session.edit({ chance, token, picture }, (effect) => oracle.did(device.number, id, effect));
    for (const effect of saved) counts.acknowledged += oracle.acknowledged(effect);
  }
}

/** The articles the device has, of those that were acknowledged. */
function here({ oracle }: World, { library }: Device): ArticleId[] {
  return [...oracle.articles.keys()].filter((id) => library?.find(id).ok === true);
}

/** Puts a picture in the library; null where the disk refuses. */
async function addPicture({ oracle }: World, { library, number }: Device, chance: Chance): Promise<MediaName | null> {
  const bytes = chance.bytes(60);
  const name = `${sha256Hex(bytes)}.png`;
  if (library === null || !isMediaName(name) || !(await library.writeMedia(name, bytes)).ok) return null;
  oracle.pictures.set(name, number);
  return name;
}

/** Somebody begins an article, and shares one where `share` says so. */
export async function begin(world: World, device: Device, o: { chance: Chance; share: boolean }): Promise<void> {
  const { oracle, counts } = world;
  if (oracle.articles.size >= MOST_ARTICLES) return;
  const tokens = [oracle.token(), oracle.token()];
  const made = await device.library?.create(draftWith(tokens.map(tokenOf)));
  if (made?.ok !== true) return;
  const effect = { name: 'type', added: tokens, removed: [], moved: [] } as const;
  oracle.articles.set(made.value, device.number);
  oracle.did(device.number, made.value, effect);
  counts.acknowledged += oracle.acknowledged(effect);
  if (o.share) await share(world, device, o.chance);
}

/** Somebody puts an article on the desk that is not on it yet. */
export async function share(world: World, device: Device, chance: Chance): Promise<void> {
  const { desk, number } = device;
  const ids = here(world, device).filter((id) => desk?.isShared(id) === false);
  if (desk === null || ids.length === 0) return;
  const id = chance.pick(ids);
  world.oracle.maybeShared.add(id);
  if ((await desk.share([id])).ok) world.oracle.shared.set(id, number);
}

function draftWith([one = '', two = '']: readonly string[]): ArticleDraft {
  const paragraph = (text: string) => ({ kind: 'paragraph', content: [run(text)] }) as const;
  return {
    headline: [run(`Headline ${one}`)],
    standfirst: [],
    body: [paragraph(`First ${two} words of it`), paragraph('Second.'), paragraph('Third one.')],
    metadata: {},
    related: [],
  };
}
