import type { SpellingLanguage } from '#shared/contract/spelling.ts';
import { readDictionary, type Dictionary } from './dictionary.ts';
import { readersOf } from './language.ts';
import type { SpellingAnswer, SpellingJob } from './spelling-job.ts';
import { suggestionsFor } from './suggestion.ts';

/** The dictionaries, off the main thread: each is fetched from Stet's own files when it is first asked. */

const dictionaries = new Map<SpellingLanguage, Promise<Dictionary>>();

function dictionaryOf(language: SpellingLanguage): Promise<Dictionary> {
  const known = dictionaries.get(language);
  if (known !== undefined) return known;
  const reading = Promise.all([fetchText(`${language}.aff.gz`), fetchText(`${language}.dic.gz`)]).then(
    ([affixes, words]) => readDictionary(affixes, words),
  );
  dictionaries.set(language, reading);
  // Asked again, it is fetched again: the host may have been away.
  reading.catch(() => dictionaries.delete(language));
  return reading;
}

async function fetchText(name: string): Promise<string> {
  const response = await fetch(`/dictionaries/${name}`);
  if (!response.ok || response.body === null) throw new Error(`no dictionary ${name}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}

/** Of the words the ones that none of the languages has. One language after the other, so that later ones may rest. */
async function judge(words: readonly string[], languages: readonly SpellingLanguage[]): Promise<readonly string[]> {
  let unknown = words;
  for (const language of languages) {
    const isIts = (word: string): boolean => readersOf(word, [language]).length > 0;
    if (!unknown.some(isIts)) continue;
    const dictionary = await dictionaryOf(language);
    unknown = unknown.filter((word) => !isIts(word) || !dictionary.knows(word));
  }
  return unknown;
}

async function suggest(word: string, languages: readonly SpellingLanguage[], most: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const language of readersOf(word, languages)) {
    for (const one of suggestionsFor(await dictionaryOf(language), word, most))
      if (!found.includes(one)) found.push(one);
  }
  return found.slice(0, most);
}

async function answer(job: SpellingJob): Promise<SpellingAnswer> {
  try {
    const words =
      job.kind === 'judge' ? await judge(job.words, job.languages) : await suggest(job.word, job.languages, job.most);
    return { id: job.id, words };
  } catch {
    return { id: job.id, words: null };
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<SpellingJob>) => {
  void reply(data);
});

async function reply(job: SpellingJob): Promise<void> {
  globalThis.postMessage(await answer(job), { transfer: [] });
}
