import type { Words } from './words.tsx';

interface Reader {
  readonly memberName: string;
  readonly here: { readonly section: string } | null;
}

/** Who is in a story, and in which section of it, in one line. */
export function readersLine({ desk }: Words, readers: readonly Reader[]): string {
  const sentences = readers.map(({ memberName, here }) => {
    const name = memberName === '' ? desk.people.nameless : memberName;
    return here === null || here.section === '' ? desk.here(name) : desk.hereIn(name, here.section);
  });
  return sentences.join(' · ');
}
