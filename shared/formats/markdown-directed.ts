import { isMediaName, type Block, type FocalPoint } from '#shared/article/block.ts';
import { joinRuns, plainText, run, type Inline } from '#shared/article/inline.ts';
import { isWebUrl } from '#shared/article/url.ts';
import type { Directive } from './directive.ts';
import type { Role, Token } from './markdown-tokens.ts';
import { isTextKind, textBlock, type TextBlockParts } from './text-block.ts';

/** A text block as it stands, changed by what its directive says. */
export function directedTextBlock(natural: TextBlockParts, directive: Directive): Block {
  const { attributes } = directive;
  const list = attributes.get('list');
  const level = Number(attributes.get('level'));
  const direction = attributes.get('direction');
  return textBlock({
    ...natural,
    kind: directive.words.find(isTextKind) ?? natural.kind,
    level: level === 3 || level === 4 ? level : natural.level,
    list: list === 'bulleted' || list === 'numbered' ? list : list === 'none' ? undefined : natural.list,
    indent: attributes.has('indent') ? Number(attributes.get('indent')) || 0 : natural.indent,
    language: attributes.get('language'),
    direction: direction === 'ltr' || direction === 'rtl' ? direction : undefined,
    attribution: attributes.get('attribution'),
  });
}

/** The figure, embed, related card or table without rows that a directive speaks of; null where it is running text. */
export function directedBlock(tokens: readonly Token[], directive: Directive): Block | null {
  for (const word of directive.words) {
    if (word === 'figure') return figureOf(tokens, directive);
    if (word === 'embed') return embedOf(tokens, directive);
    if (word === 'table') return { kind: 'table', rows: [] };
    if (word === 'relatedCard') {
      const entry = directive.attributes.get('entry') ?? '';
      return /^\d{1,4}$/u.test(entry) ? { kind: 'relatedCard', related: entry } : null;
    }
  }
  return null;
}

/** `![alt](picture)`, a line break, then caption, `<small>` credit, `<cite>` source and the directive. */
function figureOf(tokens: readonly Token[], directive: Directive): Block {
  const { attributes } = directive;
  const picture = tokens.find((token) => token.type === 'picture')?.picture;
  const media = attributes.get('media') ?? picture?.href.split('/').at(-1);
  const focalPoint = focalPointOf(attributes.get('focal'));
  const width = pixelsOf(attributes.get('width'));
  const height = pixelsOf(attributes.get('height'));
  const gallery = attributes.get('gallery') ?? '';
  return {
    kind: 'figure',
    media: isMediaName(media) ? media : null,
    caption: captionOf(tokens),
    credit: attributes.get('credit') ?? roleText(tokens, 'credit'),
    source: attributes.get('source') ?? roleText(tokens, 'source'),
    alt: attributes.get('alt') ?? picture?.alt ?? '',
    decorative: directive.words.includes('decorative'),
    ...(focalPoint === null ? {} : { focalPoint }),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(gallery === '' ? {} : { gallery }),
  };
}

/** The text between the picture's line and whatever follows the caption, without the space that parts them. */
function captionOf(tokens: readonly Token[]): readonly Inline[] {
  const afterPicture = tokens.slice(tokens.findIndex((token) => token.type === 'picture') + 1);
  const end = afterPicture.findIndex(
    (token) => token.type === 'directive' || (token.type === 'inline' && token.role !== 'text'),
  );
  const content = joinRuns(
    afterPicture
      .slice(0, end < 0 ? undefined : end)
      .flatMap((token) => (token.type === 'inline' ? [token.inline] : [])),
  );
  if (content[0]?.type !== 'break') return [];
  const last = content.at(-1);
  if (last?.type !== 'text' || !last.text.endsWith(' ')) return content.slice(1);
  return joinRuns([...content.slice(1, -1), run(last.text.slice(0, -1), last.marks)]);
}

function roleText(tokens: readonly Token[], role: Role): string {
  return plainText(tokens.flatMap((token) => (token.type === 'inline' && token.role === role ? [token.inline] : [])));
}

function embedOf(tokens: readonly Token[], directive: Directive): Block | null {
  const runs = tokens.flatMap((token) =>
    token.type === 'inline' && token.inline.type === 'text' ? [token.inline] : [],
  );
  const url = runs.find((inline) => inline.marks.link !== undefined)?.marks.link?.href ?? '';
  const shown = plainText(runs.filter((inline) => inline.marks.link !== undefined));
  if (!isWebUrl(url)) return null;
  return { kind: 'embed', url, title: directive.attributes.get('title') ?? (shown === url ? '' : shown) };
}

function focalPointOf(text: string | undefined): FocalPoint | null {
  const [x = Number.NaN, y = Number.NaN] = (text ?? '').split(',').map(Number);
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : null;
}

function pixelsOf(text: string | undefined): number | null {
  const pixels = Number(text);
  return Number.isInteger(pixels) && pixels > 0 ? pixels : null;
}
