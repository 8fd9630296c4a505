import { enableCompileCache } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * Lets Node keep what it has compiled of the built program in a folder beside it, so that later starts need not compile
 * it again. It lies with the program because it is code: whoever may write there may change the program anyway. Where
 * nothing can be written, and for the sources, nothing is kept. To be called before what is to be kept is imported.
 */
export function keepCompiled(): void {
  const here = import.meta.dirname;
  if (basename(dirname(here)) === 'dist') enableCompileCache(join(here, 'compiled'));
}
