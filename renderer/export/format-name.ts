import type { Words } from '#renderer/ui/words/words.tsx';

/** What a format is called in the interface's language; `known` where it has one name everywhere. */
export function formatName(words: Words, id: string, known: string): string {
  const names: Readonly<Record<string, string>> = words.app.export.names;
  return names[id] ?? known;
}
