import { Document, visit } from 'yaml';
import type { Article } from '#shared/article/article.ts';
import { FIELD_NAMES } from '#shared/article/field.ts';
import { DEFAULT_METADATA, type Metadata } from '#shared/article/metadata.ts';
import type { RelatedLink, ResolvedRelated } from '#shared/article/related.ts';

/** Raised when an older application would misread what a newer one writes. */
const FRONT_MATTER_VERSION = 1;

/**
 * The article's metadata and related list as YAML front matter, fences included: the version of this convention under
 * `stet`, then every field that differs from its default under its own name, then `related`. What an entry takes from
 * its target stands apart under `target`, for whoever has not got that article; it is not read back.
 */
export function frontMatter(article: Article, resolved: readonly ResolvedRelated[]): string {
  const entries: [string, unknown][] = [['stet', FRONT_MATTER_VERSION]];
  for (const name of FIELD_NAMES) {
    const value = article.metadata[name];
    if (!sameValue(value, DEFAULT_METADATA[name])) entries.push([name, fieldValue(name, article.metadata)]);
  }
  if (article.related.length > 0)
    entries.push(['related', article.related.map((link) => relatedEntry(link, resolved))]);
  const document = new Document(Object.fromEntries(entries));
  visit(document, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && !isPlainBlock(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return `---\n${document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })}---\n`;
}

/** True for text that is certain to be kept in YAML's readable forms; any other is quoted. */
function isPlainBlock(text: string): boolean {
  if (/[\t\u2028\u2029]|\n\s*$/u.test(text)) return false;
  return text
    .split('\n')
    .every((line, at) => (line === '' ? at > 0 : /^[\p{L}\p{N}]/u.test(line) && line.trim() === line));
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldValue(name: keyof Metadata, metadata: Metadata): unknown {
  if (name !== 'bylines') return metadata[name];
  return metadata.bylines.map((byline) =>
    byline.role === '' ? byline.name : { name: byline.name, role: byline.role },
  );
}

type RelatedEntry = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

function relatedEntry(link: RelatedLink, resolved: readonly ResolvedRelated[]): RelatedEntry {
  const target = targetWords(
    link,
    resolved.find(({ id }) => id === link.id),
  );
  return {
    type: link.type,
    ...(link.target.kind === 'url' ? { url: link.target.url } : {}),
    ...(link.target.kind === 'article' ? { article: link.target.article } : {}),
    ...given({ headline: link.headline, blurb: link.blurb }),
    ...(Object.keys(target).length === 0 ? {} : { target }),
  };
}

/** What readers see of an article of the library that the entry itself does not say. */
function targetWords(link: RelatedLink, seen: ResolvedRelated | undefined): Readonly<Record<string, string>> {
  if (link.target.kind !== 'article' || seen === undefined) return {};
  return given({
    headline: link.headline === '' ? seen.headline : '',
    blurb: link.blurb === '' ? seen.blurb : '',
    url: seen.url ?? '',
  });
}

function given(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}
