import { hasDirection } from '#shared/article/direction.ts';
import { plainText, type Inline } from '#shared/article/inline.ts';

/** Which way a text runs: as its first letter says, or as the page does where it has no letter. */
export function runsOf(content: readonly Inline[]): { readonly dir?: 'auto' } {
  return hasDirection(plainText(content)) ? { dir: 'auto' } : {};
}
