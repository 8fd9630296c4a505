/** Something worth saying about an import or an export that went through: what was not kept, or was guessed. */
export interface Note {
  /** Stable, lower-case, for programs: `page-furniture-dropped`, `table-flattened`. */
  readonly code: string;
  /** One sentence for a person. */
  readonly message: string;
}
