import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ArticleId } from '#shared/article/identity.ts';
import { benchText } from './bench-text.ts';
import { createArticle, startMachine, type Machine } from './desk-machine.ts';
import { measureParcels } from './desk-parcels.ts';
import { measureRoom } from './desk-room.ts';
import { addSentence } from './desk-writing.ts';
import { commitAndPush, git } from './git.ts';
import { measureTable, median, type Measure } from './measure.ts';

const ARTICLES = 1_000;
const WORDS = 800;
const EDITED = 50;
/** How often each thing is done, on a fresh desk and a fresh repository. */
const ROUNDS = 3;
const IDLE = 10;
const TOGETHER = 250;

/** Milliseconds of one round, ours beside git's. */
interface Times {
  readonly push: number;
  readonly gitPush: number;
  readonly pull: number;
  readonly gitPull: number;
  readonly both: number;
  readonly gitBoth: number;
  readonly idle: number;
}

/**
 * A desk folder against git with a bare repository on the same disk, one file an article; both do the same things in
 * turn in one process, because a machine is never the same from one minute to the next.
 */
export async function measureDesk(): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-desk-'));
  try {
    const stories = Array.from({ length: ARTICLES }, (_, at) => benchText(WORDS, at + 1));
    const start = await makeLibrary(join(folder, 'start'), stories);
    const rounds: Times[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const place = join(folder, `round-${round}`);
      await mkdir(place);
      rounds.push(await measureRound(place, { start: join(folder, 'start'), ids: start, stories }));
      await rm(place, { recursive: true });
    }
    const parcels = await measureParcels(join(folder, 'parcels'));
    const room = await measureRoom(join(folder, 'room'));
    return [...measuresOf(rounds), ...parcels, room];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function measuresOf(rounds: readonly Times[]): Measure[] {
  const middle = (name: keyof Times): number => median(rounds.map((times) => times[name]));
  const beside = (ours: keyof Times, theirs: keyof Times): Pick<Measure, 'measured' | 'unit' | 'detail'> => ({
    measured: middle(ours) / middle(theirs),
    unit: 'x',
    detail: `${middle(ours).toFixed(0)} ms against ${middle(theirs).toFixed(0)} ms`,
  });
  return [
    { name: 'desk: first push of 1,000 articles against git', budget: 2, ...beside('push', 'gitPush') },
    { name: 'desk: first pull of 1,000 articles against git', budget: 25, ...beside('pull', 'gitPull') },
    { name: 'desk: first pull until it can be searched', measured: middle('pull') / 1000, budget: 3, unit: 's' },
    { name: 'desk: 50 edited articles each way against git', budget: 3, ...beside('both', 'gitBoth') },
    { name: 'desk: an exchange with nothing to do', measured: middle('idle'), budget: 100, unit: 'ms' },
  ];
}

type Story = ReturnType<typeof benchText>;

async function makeLibrary(folder: string, stories: readonly Story[]): Promise<ArticleId[]> {
  const desk = `${folder}-desk`;
  const { library, close } = await startMachine('create', { name: 'start', folder, place: desk });
  const ids: ArticleId[] = [];
  for (let at = 0; at < stories.length; at += TOGETHER) {
    const some = stories.slice(at, at + TOGETHER);
    ids.push(...(await Promise.all(some.map((story, more) => createArticle(library, `Story ${at + more}`, story)))));
  }
  await library.settled();
  await close();
  await rm(desk, { recursive: true });
  await rm(join(folder, 'desk'), { recursive: true });
  return ids;
}

async function measureRound(
  place: string,
  { start, ids, stories }: { start: string; ids: readonly ArticleId[]; stories: readonly Story[] },
): Promise<Times> {
  await cp(start, join(place, 'ana'), { recursive: true });
  const desk = join(place, 'desk');
  const ana = await startMachine('create', { name: 'ana', folder: join(place, 'ana'), place: desk });
  await makeWorkingCopy(place, stories);

  const gitPush = await timed(() => commitAndPush(join(place, 'git-ana'), '-u', 'origin', 'main'));
  const push = await timed(async () => {
    await ana.desk.share(ids);
    await ana.exchange();
  });
  const gitPull = await timed(() => git(place, 'clone', '--quiet', join(place, 'git-desk'), 'git-ben'));
  const begun = performance.now();
  const ben = await startMachine('join', { name: 'ben', folder: join(place, 'ben'), place: desk });
  await ben.exchange();
  await searchable(ben);
  const pull = performance.now() - begun;
  await ben.library.settled();
  const idle: number[] = [];
  for (let at = 0; at < IDLE; at += 1) {
    idle.push(await timed(() => ana.exchange()), await timed(() => ben.exchange()));
  }
  const there = { ids: ids.slice(0, EDITED), at: 0 };
  const back = { ids: ids.slice(EDITED, 2 * EDITED), at: EDITED };
  await edit(place, ana, 'ana', there, stories);
  const gitThere = await timed(() => commitAndPush(join(place, 'git-ana')));
  const gitTaken = await timed(() => git(join(place, 'git-ben'), 'pull', '--quiet'));
  const sent = await timed(() => ana.exchange());
  const taken = await timed(() => ben.exchange());
  await edit(place, ben, 'ben', back, stories);
  const gitBack = await timed(() => commitAndPush(join(place, 'git-ben')));
  const gitTakenBack = await timed(() => git(join(place, 'git-ana'), 'pull', '--quiet'));
  const sentBack = await timed(() => ben.exchange());
  const takenBack = await timed(() => ana.exchange());
  await ana.close();
  await ben.close();
  return {
    push,
    gitPush,
    pull,
    gitPull,
    both: sent + taken + sentBack + takenBack,
    gitBoth: gitThere + gitTaken + gitBack + gitTakenBack,
    idle: median(idle),
  };
}

async function makeWorkingCopy(place: string, stories: readonly Story[]): Promise<void> {
  await git(place, 'init', '--quiet', '--bare', '-b', 'main', 'git-desk');
  await git(place, 'init', '--quiet', '-b', 'main', 'git-ana');
  await git(join(place, 'git-ana'), 'remote', 'add', 'origin', join(place, 'git-desk'));
  for (const [at, story] of stories.entries()) await writeFile(fileOf(place, 'ana', at), textOf(at, story));
}

function fileOf(place: string, name: string, at: number): string {
  return join(place, `git-${name}`, `story-${at}.md`);
}

function textOf(at: number, story: Story, more = ''): string {
  const lines = story.map(
    ({ kind, text }, line) => `${kind === 'heading' ? '## ' : ''}${text}${line === 2 ? more : ''}`,
  );
  return `# Story ${at}\n\n${lines.join('\n\n')}\n`;
}

/** The same sentence into the same paragraph of the article and of the file. */
async function edit(
  place: string,
  { library }: Machine,
  name: string,
  some: { ids: readonly ArticleId[]; at: number },
  stories: readonly Story[],
): Promise<void> {
  for (const [more, id] of some.ids.entries()) {
    const at = some.at + more;
    const sentence = ` ${name} adds a sentence to story ${at}.`;
    await addSentence(library, id, 2, sentence);
    await writeFile(fileOf(place, name, at), textOf(at, stories[at] ?? [], sentence));
  }
}

/** Resolves when every article is found by a search. */
async function searchable({ library }: Machine): Promise<void> {
  while (library.status().indexing) await setTimeout(5);
  const { total } = library.list({ search: 'story', limit: 1 });
  if (total !== ARTICLES) throw new Error(`a search finds ${total} articles`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

if (import.meta.main) process.stdout.write(`${measureTable(await measureDesk())}\n`);
