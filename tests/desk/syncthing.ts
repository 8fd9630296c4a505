import type { ChildProcess } from 'node:child_process';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ArticleId } from '#shared/article/identity.ts';
import { createArticle, must, startMachine, type Machine } from '#tests/bench/desk-machine.ts';
import { addSentence } from '#tests/bench/desk-writing.ts';
import { bodiesIn, filesBelow } from './newsroom.ts';
import { endNode, makeNode, startNode, syncthingVersion } from './syncthing-node.ts';

/** `npm run desk:syncthing`: two libraries on one desk, carried by two real Syncthing instances of this machine. */
const ARTICLES = 20;
const ROUNDS = 5;
const FIRST = 'The council met on Monday night.';
/** Milliseconds. */
const PATIENCE = 90_000;
const PAUSE = 300;

async function main(): Promise<boolean> {
  const version = await syncthingVersion();
  if (version === null) {
    say('SKIPPED: the desk over two real Syncthing instances, because `syncthing` is not installed.');
    say('SKIPPED: on Debian, `apt-get install syncthing` brings it.');
    return true;
  }
  say(`two instances of ${version} on 127.0.0.1`);
  const scratch = await mkdtemp(join(tmpdir(), 'stet-syncthing-'));
  const running: ChildProcess[] = [];
  process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));
  try {
    return await work(scratch, running);
  } finally {
    for (const child of running) await endNode(child);
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function work(scratch: string, running: ChildProcess[]): Promise<boolean> {
  const at = (name: string) => {
    return { name, folder: join(scratch, name, 'library'), place: join(scratch, name, 'desk') };
  };
  const ana = await startMachine('create', at('ana'));
  const ids: ArticleId[] = [];
  for (let story = 1; story <= ARTICLES; story += 1) {
    ids.push(await createArticle(ana.library, `Story ${story}`, [{ kind: 'paragraph', text: FIRST }]));
  }
  must(await ana.desk.share(ids));
  await ana.exchange();

  const [one, other] = [
    await makeNode(join(scratch, 'st-ana'), at('ana').place),
    await makeNode(join(scratch, 'st-ben'), at('ben').place),
  ];
  const connect = async (): Promise<void> =>
    void running.push(await startNode(one, other), await startNode(other, one));
  const disconnect = async (): Promise<void> => {
    for (const child of running.splice(0)) await endNode(child);
  };
  await connect();
  await until('the desk has come to the second folder', async () => {
    return access(join(at('ben').place, 'stet-desk.json')).then(
      () => true,
      () => false,
    );
  });
  const ben = await startMachine('join', at('ben'));
  const machines = [ana, ben];
  await until(`${ARTICLES} articles are in both libraries`, async () => {
    await exchange(machines);
    return ben.library.list({ limit: 1 }).total === ARTICLES;
  });

  const written = new Map(ids.map((id) => [id, [FIRST]]));
  const write = async (machine: Machine, name: string, turn: number): Promise<void> => {
    for (const id of ids) {
      const sentence = ` ${name} wrote this, turn ${turn}.`;
      await addSentence(machine.library, id, 0, sentence);
      written.get(id)?.push(sentence);
    }
  };
  await disconnect();
  await write(ana, 'Ana', 0);
  await write(ben, 'Ben', 0);
  await exchange(machines);
  await connect();
  const whole = async (): Promise<boolean> => {
    await exchange(machines);
    const [mine, theirs] = [await bodiesIn(at('ana').folder), await bodiesIn(at('ben').folder)];
    return ids.every((id) => {
      const text = mine.get(id) ?? '';
      const parts = written.get(id) ?? [];
      return (
        text === theirs.get(id) && text.length === parts.join('').length && parts.every((part) => text.includes(part))
      );
    });
  };
  await until(`${ARTICLES} articles edited by both while apart are whole and the same in both`, whole);
  for (let turn = 1; turn <= ROUNDS; turn += 1) {
    await Promise.all([write(ana, 'Ana', turn), write(ben, 'Ben', turn)]);
    await exchange(machines);
    await setTimeout(PAUSE);
  }
  await until(`${ROUNDS} more rounds of both at once are whole and the same in both`, whole);

  const folders = await Promise.all([filesBelow(at('ana').place), filesBelow(at('ben').place)]);
  const conflicts = folders.flat().filter((file) => file.includes('sync-conflict'));
  const count = ana.library.list({ limit: 1 }).total;
  const refused = machines.flatMap(({ desk }) => desk.status().quarantined);
  say(`conflict copies: ${conflicts.length}; articles: ${count} of ${ARTICLES}; files refused: ${refused.length}`);
  await ana.close();
  await ben.close();
  return conflicts.length === 0 && count === ARTICLES && refused.length === 0;
}

async function exchange(machines: readonly Machine[]): Promise<void> {
  for (const machine of machines) await machine.exchange();
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const begun = performance.now();
  while (!(await isSo())) {
    if (performance.now() - begun > PATIENCE) throw new Error(`not within ${PATIENCE / 1000} s: ${what}`);
    await setTimeout(PAUSE);
  }
  say(`${what}: after ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (import.meta.main) process.exitCode = (await main()) ? 0 : 1;
