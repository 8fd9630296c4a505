import { headlineText, type Article } from '#shared/article/article.ts';
import type { Disk } from './disk/disk.ts';
import { removeIfThere, replaceFile } from './disk/replace.ts';

/** Writes an article as text anyone can read: bytes of a Markdown file. `modified` is ISO 8601. */
export type MirrorWriter = (article: Article, modified: string) => Uint8Array | Promise<Uint8Array>;

const LONGEST_SLUG = 60;
/** Names Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/u;

/**
 * The mirror's file name, `<slug>--<id>.md`, from the slug or else the headline: lower-case letters and digits of any
 * script, joined by hyphens, short, and a name every file system takes.
 */
export function mirrorName(article: Pick<Article, 'id' | 'headline' | 'metadata'>): string {
  const words = (article.metadata.slug || headlineText(article))
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const slug = shortened(words.join('-'));
  const safe = slug === '' || RESERVED.test(slug) ? `article${slug === '' ? '' : `-${slug}`}` : slug;
  return `${safe}--${article.id}.md`;
}

/** At most `LONGEST_SLUG` characters and three times as many bytes, cut between characters. */
function shortened(slug: string): string {
  let short = '';
  for (const character of slug) {
    if (short.length + character.length > LONGEST_SLUG) break;
    short += character;
  }
  return short.replace(/-+$/u, '');
}

/**
 * Writes the mirror of an article and removes the one of its earlier name. Returns the file's name.
 * The mirror is for people and other programs; Stet never reads it back.
 */
export async function writeMirror(
  disk: Disk,
  place: string,
  o: { article: Article; modified: string; before: string | null; write: MirrorWriter },
): Promise<string> {
  const folder = `${place}/readable`;
  const name = mirrorName(o.article);
  await disk.makeFolder(folder);
  await replaceFile(disk, `${folder}/${name}`, await o.write(o.article, o.modified));
  if (o.before !== null && o.before !== name) await removeIfThere(disk, `${folder}/${o.before}`);
  return name;
}
