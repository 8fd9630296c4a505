import type { Article } from '#shared/article/article.ts';
import type { MediaName } from '#shared/article/block.ts';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import type { ArticleId } from '#shared/article/identity.ts';
import type { FormatInfo, RenderedExport } from '#shared/contract/calls.ts';
import type { Writer } from '#shared/formats/format.ts';
import { exportName } from './export-name.ts';
import type { Library } from './library.ts';

/** Folder beside the exported files in which their pictures lie. */
export const MEDIA_FOLDER = 'media';

/** An article in one format, in memory, and the pictures its file refers to as `media/<name>`. */
export interface Rendered extends RenderedExport {
  readonly pictures: readonly MediaName[];
}

/** Loaded when it is first asked for: the formats are most of the back end's code, and no start needs them. */
const catalogue = () => import('#shared/formats/catalogue.ts');

/** The formats that articles can be exported in. */
export async function exportFormats(): Promise<readonly FormatInfo[]> {
  const { WRITERS } = await catalogue();
  return WRITERS.map(({ id, name, extension, mediaType }) => ({ id, name, extension, mediaType }));
}

/** The writers of these formats, each once, in the order asked for. */
export async function writersOf(formats: readonly string[]): Promise<Result<readonly Writer[]>> {
  const { WRITERS, writerFor } = await catalogue();
  const writers: Writer[] = [];
  for (const format of new Set(formats)) {
    const writer = writerFor(format);
    if (writer === undefined) {
      const known = WRITERS.map(({ id }) => id).join(', ');
      return fail('unknown-format', `There is no format "${format}". Formats: ${known}.`);
    }
    writers.push(writer);
  }
  return succeed(writers);
}

/** Renders an article as it is now. Looks at no check: the gate stands before. */
export async function renderArticle(library: Library, id: ArticleId, format: string): Promise<Result<Rendered>> {
  const writers = await writersOf([format]);
  if (!writers.ok) return writers;
  const read = await library.read(id);
  if (!read.ok) return read;
  const [writer] = writers.value;
  if (writer === undefined) throw new Error('one format has one writer');
  return succeed(render(library, read.value.article, read.value.modified, writer));
}

/** Renders an article that was read from `library`, modified at `modified` (ISO 8601). */
export function render(library: Library, article: Article, modified: string, writer: Writer): Rendered {
  const pictures = new Set<MediaName>();
  const { bytes, losses } = writer.write(article, {
    related: library.resolveRelated(article),
    modified,
    mediaHref: (name) => {
      pictures.add(name);
      return `${MEDIA_FOLDER}/${name}`;
    },
  });
  const fileName = exportName(article, writer.extension);
  return { fileName, mediaType: writer.mediaType, bytes, losses, pictures: Array.from(pictures) };
}
