import type { Article } from '#shared/article/article.ts';
import type { Block, Figure, Table, TableCell, TextBlock, TextKind } from '#shared/article/block.ts';
import { plainText } from '#shared/article/inline.ts';
import { isWebUrl } from '#shared/article/url.ts';
import { escapeAttribute, writeDirective } from './directive.ts';
import type { WriteContext, Writer } from './format.ts';
import { frontMatter } from './front-matter-writer.ts';
import { groupBlocks, type ListGroup, type Piece, type QuoteGroup } from './grouping.ts';
import { destination, inlineMarkdown, plainMarkdown } from './markdown-inline.ts';
import { takeNotes, type NoteTaker } from './note-taker.ts';
import { printable } from './printable.ts';

/**
 * Markdown (CommonMark and GFM) with YAML front matter. Reading it back gives the same article: what Markdown has no
 * sign for is a hidden comment (directive.ts) or an HTML tag that other programs show as it is meant.
 */
export const markdownWriter: Writer = {
  id: 'markdown',
  name: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown',
  write: (article, context) => {
    const notes = takeNotes();
    const text = markdownOf(printable(article, notes), context, notes);
    return { bytes: new TextEncoder().encode(text), losses: notes.all() };
  },
};

interface Pen {
  readonly article: Article;
  readonly context: WriteContext;
  readonly notes: NoteTaker;
}

function markdownOf(article: Article, context: WriteContext, notes: NoteTaker): string {
  const pen: Pen = { article, context, notes };
  const blocks: string[][] = [];
  if (article.headline.length > 0) blocks.push([`# ${inlineMarkdown(article.headline, 'heading')}`]);
  if (article.standfirst.length > 0) {
    const standfirst = inlineMarkdown(article.standfirst, 'lines');
    blocks.push(withDirective(standfirst, writeDirective(['standfirst'], {})).split('\n'));
  }
  blocks.push(...piecesMarkdown(groupBlocks(article.body), pen));
  return `${frontMatter(article, context.related)}\n${joinBlocks(blocks).join('\n')}\n`;
}

function piecesMarkdown(pieces: readonly Piece[], pen: Pen): string[][] {
  return pieces.flatMap((piece): string[][] => {
    switch (piece.type) {
      case 'box':
        return [
          [`<aside aria-label="${escapeAttribute(piece.name)}">`],
          ...piecesMarkdown(piece.pieces, pen),
          ['</aside>'],
        ];
      case 'gallery':
        return piece.figures.map((figure) => blockLines(figure, pen));
      case 'quote':
        return [quoteLines(piece.quote, pen)];
      case 'list':
        return [listLines(piece.group, 0, 'paragraph')];
      case 'block':
        return [blockLines(piece.block, pen)];
    }
  });
}

function joinBlocks(blocks: readonly (readonly string[])[]): string[] {
  const filled = blocks.filter((block) => block.length > 0);
  return filled.flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

function quoteLines(quote: QuoteGroup, pen: Pen): string[] {
  const blocks = quote.pieces.map((piece) =>
    piece.type === 'list' ? listLines(piece.group, 0, 'blockQuote') : blockLines(piece.block, pen),
  );
  return quoted([...blocks, ...attributionBlocks(quote.attribution)]);
}

function quoted(blocks: readonly (readonly string[])[]): string[] {
  return joinBlocks(blocks).map((line) => (line === '' ? '>' : `> ${line}`));
}

/** The attribution as a paragraph of its own, or nothing where only a directive can hold it. */
function attributionBlocks(attribution: string): string[][] {
  return isPlainLine(attribution) ? [[plainMarkdown(`— ${attribution}`)]] : [];
}

/** Lists nest by as many spaces as their marker is wide. */
function listLines(group: ListGroup, depth: number, kind: TextKind): string[] {
  return group.items.flatMap((item, at) => {
    const marker = group.list === 'bulleted' ? '- ' : `${at + 1}. `;
    const indent = ' '.repeat(marker.length);
    const own = textBlockLines(item.block, { kind, list: group.list, indent: depth });
    const nested = item.children.flatMap((child) => listLines(child, depth + 1, kind));
    return [...own, ...nested].map((line, place) => (place === 0 ? marker : indent) + line);
  });
}

function blockLines(block: Block, pen: Pen): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'correction':
      return textBlockLines(block, { kind: 'paragraph' });
    case 'blockQuote':
      return textBlockLines(block, { kind: 'blockQuote' });
    case 'pullQuote':
      return quoted([textBlockLines(block, { kind: 'blockQuote' }), ...attributionBlocks(block.attribution ?? '')]);
    case 'figure':
      return figureMarkdown(block, pen.context).split('\n');
    case 'table':
      return tableLines(block);
    case 'embed':
      return [embedMarkdown(block.url, block.title)];
    case 'rule':
      return ['---'];
    case 'relatedCard':
      return relatedLines(block.related, pen);
  }
}

/** What reading takes for granted where a block stands. Whatever differs is said in a directive. */
interface Expected {
  readonly kind: TextKind;
  readonly list?: string;
  readonly indent?: number;
}

function textBlockLines(block: TextBlock, expected: Expected): string[] {
  const content = inlineMarkdown(block.content, block.kind === 'heading' ? 'heading' : 'lines');
  const isHeading = block.kind === 'heading' && content !== '';
  const attribution = 'attribution' in block ? (block.attribution ?? '') : '';
  const attributes = {
    level: block.kind === 'heading' && content === '' ? block.level : undefined,
    list: block.list === expected.list ? undefined : (block.list ?? 'none'),
    indent: (block.indent ?? 0) === (expected.indent ?? 0) ? undefined : block.indent,
    language: block.language,
    direction: block.direction,
    attribution: attribution === '' || isPlainLine(attribution) ? undefined : attribution,
  };
  const named = content === '' || needsName(block) || (block.kind !== expected.kind && !isHeading);
  const text = withDirective(content, writeDirective(named ? [block.kind] : [], attributes));
  return (isHeading ? `${'#'.repeat(block.level)} ${text}` : text).split('\n');
}

/** Text that would be read as something else if its kind were not said: dashes that sign a quote, nothing but breaks. */
function needsName(block: TextBlock): boolean {
  const text = plainText(block.content);
  return text.trim() === '' || (block.kind === 'blockQuote' && /^[\s\p{Pd}]/u.test(text));
}

function withDirective(content: string, directive: string): string {
  return content === '' || directive === '' ? content + directive : `${content} ${directive}`;
}

/** True for a text that stands on a line of its own and is read back exactly. */
function isPlainLine(text: string): boolean {
  return text !== '' && text.length <= 200 && text.trim() === text && !text.includes('\n');
}

/** Picture, then caption, credit and source on the next line. */
function figureMarkdown(figure: Figure, context: WriteContext): string {
  const { media, alt, credit, source, focalPoint } = figure;
  const href = media === null ? '' : context.mediaHref(media);
  const parts = [
    inlineMarkdown(figure.caption, 'lines'),
    isPlainLine(credit) ? `<small>${plainMarkdown(credit)}</small>` : '',
    isPlainLine(source) ? `<cite>${plainMarkdown(source)}</cite>` : '',
  ].filter((part) => part !== '');
  const directive = writeDirective(['figure', ...(figure.decorative ? ['decorative'] : [])], {
    media: media === null || href.endsWith(media) ? undefined : media,
    alt: alt === '' || isPlainLine(alt) ? undefined : alt,
    credit: credit === '' || isPlainLine(credit) ? undefined : credit,
    source: source === '' || isPlainLine(source) ? undefined : source,
    focal: focalPoint === undefined ? undefined : `${focalPoint.x},${focalPoint.y}`,
    width: figure.width,
    height: figure.height,
    gallery: figure.gallery,
  });
  const image = `![${isPlainLine(alt) ? plainMarkdown(alt) : ''}](${destination(href)})`;
  return parts.length === 0 ? `${image} ${directive}` : `${image}\\\n${[...parts, directive].join(' ')}`;
}

/** The first row is the header row, as GFM has it; cells that differ and places that have no cell say so. */
function tableLines(table: Table): string[] {
  if (table.rows.length === 0) return [writeDirective(['table'], {})];
  const width = table.rows.reduce((most, row) => Math.max(most, row.cells.length), 1);
  const rows = table.rows.map((row, at) => {
    const cells = Array.from({ length: width }, (_unused, place) => cellMarkdown(row.cells[place], at === 0));
    return `| ${cells.join(' | ')} |`;
  });
  return [rows[0] ?? '', `|${' --- |'.repeat(width)}`, ...rows.slice(1)];
}

function cellMarkdown(cell: TableCell | undefined, expectHeader: boolean): string {
  if (cell === undefined) return writeDirective(['none'], {});
  const differs = cell.header === expectHeader ? '' : writeDirective([cell.header ? 'header' : 'data'], {});
  return withDirective(inlineMarkdown(cell.content, 'cell'), differs);
}

function embedMarkdown(url: string, title: string): string {
  const shown = isPlainLine(title) && title !== url;
  const attributes = { title: title === '' || shown ? undefined : title };
  return `[${plainMarkdown(shown ? title : url)}](${destination(url)}) ${writeDirective(['embed'], attributes)}`;
}

/** A line that names the related article for readers, and its place in the related list for reading back. */
function relatedLines(id: string, pen: Pen): string[] {
  const place = pen.article.related.findIndex((entry) => entry.id === id);
  if (place < 0) {
    pen.notes.say('related-card-dropped', 'A card for a related article that is no longer in the list was left out.');
    return [];
  }
  const resolved = pen.context.related.find((entry) => entry.id === id);
  const entry = resolved ?? pen.article.related[place];
  const words = (entry?.headline || entry?.blurb || '…').replaceAll(/\s+/gu, ' ').trim();
  const url = resolved?.url;
  const shown = plainMarkdown(words);
  return [
    `→ ${url === undefined || !isWebUrl(url) ? shown : `[${shown}](${destination(url)})`} ${writeDirective(['relatedCard'], { entry: place })}`,
  ];
}
