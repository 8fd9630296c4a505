/** Whatever an import or an export may have to say. */
export const NOTE_CODES = [
  'code-flattened',
  'control-characters-dropped',
  'embargo-without-time',
  'embed-dropped',
  'embed-refused',
  'encoding-guessed',
  'fields-left-out',
  'footnotes-at-end',
  'front-matter-damaged',
  'front-matter-dropped',
  'front-matter-unreadable',
  'galleries-apart',
  'headings-by-shape',
  'headline-missing',
  'html-dropped',
  'html-flattened',
  'link-dropped',
  'link-refused',
  'markdown-too-heavy',
  'marks-dropped',
  'page-furniture-dropped',
  'picture-beside-file',
  'picture-missing',
  'pictures-left-out',
  'related-card-dropped',
  'related-heading-kept',
  'related-without-links',
  'share-picture-without-address',
  'structure-flattened',
  'text-after-page-end',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** Something worth saying about an import or an export that went through: what was not kept, or was guessed. */
export interface Note {
  /** Stable, lower-case, for programs: `page-furniture-dropped`, `table-flattened`. */
  readonly code: string;
  /** One sentence for a person. */
  readonly message: string;
  /** What the sentence names, for the same in another language: a number, names out of the file. */
  readonly detail?: string;
}
