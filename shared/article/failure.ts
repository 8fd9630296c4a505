/**
 * What can go wrong, as data. The list is closed: hosts, screens and the command line switch over it exhaustively.
 * A failure carries one clear sentence for a person and never any text of an article.
 */
export const FAILURE_CODES = [
  'bad-input',
  'unknown-article',
  'ambiguous-article',
  'unknown-field',
  'unknown-format',
  'empty-file',
  'binary-file',
  'too-large',
  'unreadable-file',
  'file-missing',
  'not-writable',
  'disk-full',
  'disk-error',
  'library-busy',
  'library-damaged',
  'library-newer',
  'article-newer',
  'media-unsupported',
  'media-damaged',
  'export-blocked',
  'not-yet',
  'not-here',
  'disconnected',
  'too-many',
  'cancelled',
  'desk-none',
  'desk-missing',
  'desk-foreign',
  'desk-inside',
  'desk-newer',
  'desk-not-writable',
  'desk-paused',
  'internal',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

export interface Failure {
  readonly code: FailureCode;
  /** One sentence, in words a journalist uses, with what to do next where that helps. */
  readonly message: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: FailureCode, message: string): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message } };
}
