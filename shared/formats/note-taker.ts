import type { Note, NoteCode } from '#shared/article/note.ts';

/** Collects notes during one reading or writing. One code is said once, however often it happens. */
export interface NoteTaker {
  readonly say: (code: NoteCode, message: string, detail?: string) => void;
  readonly all: () => readonly Note[];
}

export function takeNotes(): NoteTaker {
  const notes = new Map<string, Note>();
  return {
    say: (code, message, detail) => {
      if (!notes.has(code)) notes.set(code, { code, message, ...(detail === undefined ? {} : { detail }) });
    },
    all: () => [...notes.values()],
  };
}
