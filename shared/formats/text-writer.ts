import type { Article } from '#shared/article/article.ts';
import { isTextBlock, type Block, type Figure } from '#shared/article/block.ts';
import { plainText, type Inline } from '#shared/article/inline.ts';
import { sayFieldsLeftOut } from './fields-left-out.ts';
import type { WriteContext, Writer } from './format.ts';
import { groupBlocks, type ListGroup, type Piece } from './grouping.ts';
import { labelFor } from './label.ts';
import { takeNotes, type NoteTaker } from './note-taker.ts';
import { printable } from './printable.ts';

/** Plain text, UTF-8, blank lines between blocks. Links keep their addresses in brackets; other marks go. */
export const textWriter: Writer = {
  id: 'text',
  name: 'Plain text',
  extension: 'txt',
  mediaType: 'text/plain',
  write: (article, context) => {
    const notes = takeNotes();
    const text = textOf(printable(article, notes), context, notes);
    return { bytes: new TextEncoder().encode(text), losses: notes.all() };
  },
};

const KEPT = ['kicker', 'bylines', 'dateline', 'editorsNote', 'copyright'] as const;

function textOf(article: Article, context: WriteContext, notes: NoteTaker): string {
  const { kicker, bylines, dateline, editorsNote, copyright } = article.metadata;
  sayFieldsLeftOut(article, KEPT, notes);
  sayFlattened(article, notes);
  const people = bylines.map((byline) => [byline.name, byline.role].filter((part) => part !== '').join(', '));
  const paragraphs = [
    kicker,
    inlineText(article.headline, notes),
    inlineText(article.standfirst, notes),
    people.filter((person) => person !== '').join('; '),
    dateline,
    ...bodyTexts(article, notes),
    editorsNote,
    copyright,
    ...relatedTexts(context, article.metadata.language),
  ];
  return `${paragraphs.filter((paragraph) => paragraph.trim() !== '').join('\n\n')}\n`;
}

/** The body as plain paragraphs, lists with their markers: also the plain body of other formats. */
export function bodyTexts(article: Article, notes: NoteTaker): string[] {
  return groupBlocks(article.body).flatMap((piece) => pieceTexts(piece, article.metadata.language, notes));
}

function pieceTexts(piece: Piece, language: string, notes: NoteTaker): string[] {
  switch (piece.type) {
    case 'box':
      return [piece.name, ...piece.pieces.flatMap((inner) => pieceTexts(inner, language, notes))];
    case 'gallery':
      return piece.figures.map((figure) => figureText(figure, language, notes));
    case 'quote':
      return [
        ...piece.quote.pieces.flatMap((inner) => pieceTexts(inner, language, notes)),
        piece.quote.attribution === '' ? '' : `— ${piece.quote.attribution}`,
      ];
    case 'list':
      return [listText(piece.group, 0, notes)];
    case 'block':
      return [blockText(piece.block, language, notes)];
  }
}

function listText(group: ListGroup, depth: number, notes: NoteTaker): string {
  const lines = group.items.flatMap((item, at) => {
    const marker = group.list === 'numbered' ? `${at + 1}.` : '•';
    const own = inlineText(item.block.content, notes).replaceAll('\n', ' ');
    return [
      `${'  '.repeat(depth)}${marker} ${own}`,
      ...item.children.map((child) => listText(child, depth + 1, notes)),
    ];
  });
  return lines.join('\n');
}

function blockText(block: Block, language: string, notes: NoteTaker): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'correction':
      return inlineText(block.content, notes);
    case 'pullQuote': {
      const attribution = block.attribution ?? '';
      return `${inlineText(block.content, notes)}${attribution === '' ? '' : `\n— ${attribution}`}`;
    }
    case 'figure':
      return figureText(block, language, notes);
    case 'table':
      return block.rows.map((row) => row.cells.map((cell) => cellText(cell.content, notes)).join('\t')).join('\n');
    case 'embed':
      return [block.title, block.url].filter((part) => part !== '').join('\n');
    case 'rule':
      return '* * *';
    case 'relatedCard':
      return '';
  }
}

function figureText(figure: Figure, language: string, notes: NoteTaker): string {
  notes.say('pictures-left-out', 'Pictures were left out; their captions and credits were kept.');
  const words = [inlineText(figure.caption, notes) || figure.alt, figure.credit, figure.source];
  const filled = words.filter((part) => part.trim() !== '');
  return filled.length === 0 ? '' : `[${labelFor('picture', language)}: ${filled.join(' / ')}]`;
}

function cellText(content: readonly Inline[], notes: NoteTaker): string {
  return inlineText(content, notes).replaceAll(/[\t\n]/gu, ' ');
}

/** Text with the address of each link in brackets after it, unless the text is the address. */
function inlineText(content: readonly Inline[], notes: NoteTaker): string {
  let text = '';
  content.forEach((inline, at) => {
    if (inline.type === 'break') {
      text += '\n';
      return;
    }
    text += inline.text;
    const { link, ...others } = inline.marks;
    if (Object.keys(others).length > 0) {
      notes.say('marks-dropped', 'Bold, italic and other marks were left out; plain text has none.');
    }
    const next = content[at + 1];
    const goesOn = next?.type === 'text' && next.marks.link?.href === link?.href;
    if (link !== undefined && !goesOn && !text.endsWith(link.href)) text += ` (${link.href})`;
  });
  return text;
}

function relatedTexts(context: WriteContext, language: string): string[] {
  const entries = context.related.flatMap((link) => {
    const lines = [link.headline, link.blurb, link.url ?? ''].filter((line) => line.trim() !== '');
    return lines.length === 0 ? [] : [lines.join('\n')];
  });
  return entries.length === 0 ? [] : [labelFor('related', language), ...entries];
}

function sayFlattened(article: Article, notes: NoteTaker): void {
  const flattened = article.body.some(
    (block) =>
      block.kind === 'table' ||
      block.kind === 'relatedCard' ||
      (isTextBlock(block) && (block.box !== undefined || (block.kind !== 'paragraph' && block.kind !== 'heading'))),
  );
  if (flattened) {
    notes.say(
      'structure-flattened',
      'Quotes, pull quotes, fact boxes, corrections and tables were written as plain paragraphs.',
    );
  }
  if (plainText(article.headline).trim() === '') notes.say('headline-missing', 'The article has no headline.');
}
