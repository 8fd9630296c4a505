import type { Note } from '#shared/article/note.ts';

/** Collects notes during one reading or writing. One code is said once, however often it happens. */
export interface NoteTaker {
  readonly say: (code: string, message: string) => void;
  readonly all: () => readonly Note[];
}

export function takeNotes(): NoteTaker {
  const notes = new Map<string, Note>();
  return {
    say: (code, message) => {
      if (!notes.has(code)) notes.set(code, { code, message });
    },
    all: () => [...notes.values()],
  };
}
