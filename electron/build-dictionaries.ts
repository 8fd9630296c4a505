import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SpellingLanguage } from '#shared/contract/spelling.ts';

/** Where a dictionary comes from and the licence it is under. */
interface Source {
  /** A package, or a folder of the sources. */
  readonly from: string;
  /** The file of `electron/dictionaries/licences` with the whole licence, where what comes with it only names it. */
  readonly licence: string | null;
}

const OWN = 'electron/dictionaries';

/**
 * The dictionaries, which are data with licences of their own (docs/decisions/0011-dictionaries.md): taking a line out
 * of this table takes that dictionary out of the product.
 */
const SOURCES: Readonly<Record<SpellingLanguage, Source>> = {
  'en-US': { from: 'node_modules/dictionary-en', licence: null },
  'en-GB': { from: 'node_modules/dictionary-en-gb', licence: null },
  he: { from: 'node_modules/dictionary-he', licence: 'AGPL-3.0' },
  ar: { from: `${OWN}/ar`, licence: 'MPL-1.1' },
  fa: { from: 'node_modules/dictionary-fa', licence: 'Apache-2.0' },
  fr: { from: 'node_modules/dictionary-fr', licence: 'MPL-2.0' },
  de: { from: 'node_modules/dictionary-de', licence: 'GPL-2.0' },
  es: { from: 'node_modules/dictionary-es', licence: 'MPL-1.1' },
};

const pack = promisify(gzip);

/**
 * Puts every dictionary into `folder` as its makers publish it, only packed, with its licence beside it: a tenth of the
 * room, and whoever opens the page unpacks only the language of the article.
 */
export async function buildDictionaries(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(SOURCES).map(([language, source]) => buildOne(root, folder, language, source)));
}

async function buildOne(root: string, folder: string, language: string, { from, licence }: Source): Promise<void> {
  const files = ['aff', 'dic'].map(async (kind) => {
    const text = await readFile(path.join(root, from, `index.${kind}`));
    await writeFile(path.join(folder, `${language}.${kind}.gz`), await pack(text));
  });
  const said = await readFile(path.join(root, from, 'license'), 'utf8');
  const whole = licence === null ? '' : await readFile(path.join(root, OWN, 'licences', `${licence}.txt`), 'utf8');
  await Promise.all([...files, writeFile(path.join(folder, `${language}.licence.txt`), [said, whole].join('\n\n'))]);
}
