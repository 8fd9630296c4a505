import type { Article } from '#shared/article/article.ts';
import type { Result } from '#shared/article/failure.ts';
import type { ResolvedRelated } from '#shared/article/related.ts';
import { Library, type LibraryOptions } from './library.ts';
import type { MirrorWriter } from './mirror.ts';

/** Opens a library whose readable mirror is Markdown, with related articles as the library knows them. */
export async function openLibrary(options: Omit<LibraryOptions, 'mirror'>): Promise<Result<Library>> {
  let library: Library | null = null;
  // The first mirrors may be wanted before the library is all there; then a link's own words must do.
  const resolve = (article: Article): readonly ResolvedRelated[] =>
    library === null ? article.related : library.resolveRelated(article);
  const opened = await Library.open({ ...options, mirror: markdownMirror(resolve) });
  if (opened.ok) library = opened.value;
  return opened;
}

function markdownMirror(resolve: (article: Article) => readonly ResolvedRelated[]): MirrorWriter {
  return async (article, modified) => {
    // Loaded when the first mirror is due, seconds after the start.
    const { writerFor } = await import('#shared/formats/catalogue.ts');
    const written = writerFor('markdown')?.write(article, {
      related: resolve(article),
      modified,
      mediaHref: (name) => `../media/${name}`,
    });
    if (written === undefined) throw new Error('there is no Markdown among the formats');
    return written.bytes;
  };
}
