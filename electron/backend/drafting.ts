import type { ArticleDraft } from '#shared/article/article.ts';
import { run } from '#shared/article/inline.ts';
import type { Settings } from '#shared/contract/settings.ts';

/** A new article with a headline and a place to begin. The settings give byline and language. */
export function newDraft(headline: string, settings: Settings): ArticleDraft {
  const line = headline.replaceAll(/\s+/gu, ' ').trim();
  return {
    headline: line === '' ? [] : [run(line)],
    standfirst: [],
    body: [{ kind: 'paragraph', content: [] }],
    metadata: {
      language: languageOf(line, settings.language),
      ...(settings.name.trim() === '' ? {} : { bylines: [{ name: settings.name.trim(), role: '' }] }),
    },
    related: [],
  };
}

/** The interface's language, unless the headline is in a script that language is not written in. */
function languageOf(headline: string, interfaceLanguage: Settings['language']): string {
  const letter = /\p{L}/u.exec(headline)?.[0];
  if (letter === undefined) return interfaceLanguage;
  if (/\p{Script=Hebrew}/u.test(letter)) return 'he';
  if (/\p{Script=Arabic}/u.test(letter)) return interfaceLanguage === 'fa' ? 'fa' : 'ar';
  return interfaceLanguage.startsWith('en') || !/\p{Script=Latin}/u.test(letter) ? interfaceLanguage : 'en';
}
