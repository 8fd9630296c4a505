import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeFolder, expandHome, MOST_COMPLETIONS } from '#electron/backend/completion.ts';
import { nodeDisk } from '#electron/backend/disk/node.ts';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'stet-completion-'));
  for (const folder of ['Documents', 'Downloads', 'desk 10', 'desk 9', '.config', 'many'])
    await mkdir(join(home, folder));
  for (let number = 0; number < 80; number += 1) await mkdir(join(home, 'many', `f${number}`));
  await writeFile(join(home, 'Document.txt'), 'secret');
  await symlink(join(home, 'Documents'), join(home, 'Dolink'));
  await symlink(join(home, 'Document.txt'), join(home, 'Dofile'));
  await symlink(join(home, 'nowhere'), join(home, 'Dobroken'));
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
});

async function complete(typed: string): Promise<string[]> {
  const folders = await completeFolder(nodeDisk(), typed, home);
  return folders.map((folder) => folder.replace(home, '…'));
}

describe('completeFolder', () => {
  it('offers folders and links to folders that begin as typed, in any case, and no file', async () => {
    expect(await complete(`${home}/do`)).toEqual(['…/Documents', '…/Dolink', '…/Downloads']);
    expect(await complete('~/Doc')).toEqual(['…/Documents']);
  });

  it('offers what is inside after a slash, numbers in order, hidden ones only after a dot', async () => {
    expect(await complete('~/')).toEqual(['…/desk 9', '…/desk 10', '…/Documents', '…/Dolink', '…/Downloads', '…/many']);
    expect(await complete('~/.')).toEqual(['…/.config']);
  });

  it('offers the home folder when nothing is typed', async () => {
    expect(await complete('  ')).toEqual(['…']);
    expect(await complete('~')).toContain('…/Documents');
  });

  it('is bounded', async () => {
    expect(await complete('~/many/')).toHaveLength(MOST_COMPLETIONS);
  });

  it('offers nothing, and never throws, for what is not there', async () => {
    for (const typed of [
      'relative',
      '/no/such/place',
      `${home}/Document.txt/`,
      '/\0',
      '..',
      '/proc/1/fd/x',
      'x'.repeat(4096),
    ]) {
      expect(await complete(typed)).toEqual([]);
    }
  });
});

describe('expandHome', () => {
  it('knows the person’s own folder and nobody else’s', () => {
    expect(expandHome('~/a', '/home/ana')).toBe('/home/ana/a');
    expect(expandHome('~bob/a', '/home/ana')).toBe('~bob/a');
    expect(expandHome('/a/~', '/home/ana')).toBe('/a/~');
  });
});
