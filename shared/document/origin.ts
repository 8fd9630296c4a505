/**
 * Marks the transactions of `setFields` and of the related list's edits, unless they run inside a transaction of
 * somebody else's: a person here made them, so the editor's undo takes them back.
 */
export const OWN_EDIT = { edit: 'own' } as const;
