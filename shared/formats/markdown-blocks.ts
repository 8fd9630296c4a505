import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import type { Block, Figure, ListKind, TextBlock } from '#shared/article/block.ts';
import { joinRuns, plainText, run, type Inline } from '#shared/article/inline.ts';
import type { Directive } from './directive.ts';
import { readDirective, unescapeAttribute } from './directive.ts';
import { directedBlock, directedTextBlock } from './markdown-directed.ts';
import { tokensOf, type FileContext, type Picture, type Token } from './markdown-tokens.ts';
import { headingLevel, textBlock } from './text-block.ts';

/** Where blocks are being read: what the containers around them say. */
export interface Surroundings {
  readonly quote: boolean;
  readonly list?: ListKind;
  readonly indent: number;
}

/** Collects the blocks of one file. */
export interface BlockReader {
  readonly file: FileContext;
  readonly blocks: Block[];
  /** Addresses of pictures that are not in the library, by the figure that waits for them. */
  readonly missing: Map<Block, string>;
  /** Text of HTML blocks, read as blocks by the HTML reader. */
  readonly readHtml: (html: string) => readonly Block[];
  standfirst: readonly Inline[];
  box: string | undefined;
}

export function readBlocks(nodes: readonly RootContent[], around: Surroundings, reader: BlockReader): void {
  for (const node of nodes) readBlock(node, around, reader);
}

function readBlock(node: RootContent, around: Surroundings, reader: BlockReader): void {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, around, reader);
    case 'heading': {
      const tokens = tokensOf(node.children, reader.file);
      addText(tokens, { kind: 'heading', level: headingLevel(node.depth) }, around, reader);
      return addPictures(tokens, reader);
    }
    case 'blockquote':
      return readQuote(node.children, around, reader);
    case 'list':
      return readList(node, around, reader);
    case 'table':
      return readTable(node, reader);
    case 'thematicBreak':
      reader.blocks.push({ kind: 'rule' });
      return undefined;
    case 'code':
      reader.file.notes.say('code-flattened', 'Code was kept as plain paragraphs with their line breaks.');
      return addContent(lines(node.value), around, reader);
    case 'html':
      return readHtmlBlock(node.value, around, reader);
    default:
      return undefined;
  }
}

function lines(text: string): Inline[] {
  return text.split('\n').flatMap((line, at): Inline[] => (at === 0 ? [run(line)] : [{ type: 'break' }, run(line)]));
}

function addContent(content: readonly Inline[], around: Surroundings, reader: BlockReader): void {
  addText(
    content.map((inline): Token => ({ type: 'inline', inline, role: 'text' })),
    {},
    around,
    reader,
  );
}

interface Shape {
  readonly kind?: 'heading';
  readonly level?: 2 | 3 | 4;
}

/** Adds the text of the tokens as a block, unless there is none. */
function addText(tokens: readonly Token[], shape: Shape, around: Surroundings, reader: BlockReader): void {
  const content = contentOf(tokens);
  const directive = directiveOf(tokens);
  if (directive === null && plainText(content).trim() === '') return;
  const natural = {
    kind: shape.kind ?? (around.quote ? 'blockQuote' : 'paragraph'),
    level: shape.level,
    content,
    list: around.list,
    indent: around.indent,
    box: reader.box,
  } as const;
  reader.blocks.push(directive === null ? textBlock(natural) : directedTextBlock(natural, directive));
}

function readParagraph(node: Paragraph, around: Surroundings, reader: BlockReader): void {
  const tokens = tokensOf(node.children, reader.file);
  const directive = directiveOf(tokens);
  if (directive?.words.includes('standfirst') === true) {
    reader.standfirst = contentOf(tokens);
    return;
  }
  const block = directive === null ? null : directedBlock(tokens, directive);
  if (block !== null) {
    reader.blocks.push(block);
    return;
  }
  addText(tokens, {}, around, reader);
  addPictures(tokens, reader);
}

/** Pictures inside a text stand after it, as figures. */
function addPictures(tokens: readonly Token[], reader: BlockReader): void {
  for (const token of tokens) if (token.type === 'picture') addPicture(token.picture, reader);
}

function addPicture(picture: Picture, reader: BlockReader): void {
  const caption = picture.title === '' ? [] : [run(picture.title)];
  const figure: Figure = {
    kind: 'figure',
    media: null,
    caption,
    credit: '',
    source: '',
    alt: picture.alt,
    decorative: false,
  };
  reader.blocks.push(figure);
  reader.missing.set(figure, picture.href);
}

/** The text of the tokens; one space before the closing directive belongs to the directive. */
export function contentOf(tokens: readonly Token[]): Inline[] {
  const content: Inline[] = [];
  for (const token of tokens) {
    if (token.type === 'inline' && token.role === 'text') content.push(token.inline);
    if (token.type === 'directive') trimOneSpace(content);
  }
  return joinRuns(content);
}

function trimOneSpace(content: Inline[]): void {
  const last = content.at(-1);
  if (last?.type === 'text' && last.text.endsWith(' '))
    content[content.length - 1] = run(last.text.slice(0, -1), last.marks);
}

function directiveOf(tokens: readonly Token[]): Directive | null {
  const last = tokens.at(-1);
  return last?.type === 'directive' ? last.directive : null;
}

function readQuote(
  nodes: readonly (BlockContent | DefinitionContent)[],
  around: Surroundings,
  reader: BlockReader,
): void {
  let from = reader.blocks.length;
  nodes.forEach((node) => {
    const attribution = reader.blocks.length > from ? attributionOf(node, reader) : null;
    if (attribution === null) return readBlock(node, { ...around, quote: true }, reader);
    const last = reader.blocks.at(-1);
    if (last?.kind === 'blockQuote' || last?.kind === 'pullQuote') {
      reader.blocks[reader.blocks.length - 1] = { ...last, attribution };
    }
    from = reader.blocks.length;
    return undefined;
  });
}

/** Who is quoted, from a short paragraph that begins with a dash; null for any other. */
function attributionOf(node: RootContent, reader: BlockReader): string | null {
  const last = reader.blocks.at(-1);
  if (node.type !== 'paragraph' || (last?.kind !== 'blockQuote' && last?.kind !== 'pullQuote')) return null;
  const tokens = tokensOf(node.children, reader.file);
  if (tokens.some((token) => token.type !== 'inline')) return null;
  const text = plainText(contentOf(tokens));
  return text.length > 250 ? null : (/^(?:[—–―]|--?)[ \u00a0]*(\S[^\n]*)$/u.exec(text)?.[1] ?? null);
}

function readList(list: List, around: Surroundings, reader: BlockReader): void {
  const kind: ListKind = list.ordered === true ? 'numbered' : 'bulleted';
  const indent = around.list === undefined ? 0 : around.indent + 1;
  for (const item of list.children) readItem(item, { ...around, list: kind, indent }, reader);
}

/** One item is one block: its further paragraphs follow in it after a line break. */
function readItem(item: ListItem, around: Surroundings, reader: BlockReader): void {
  let own: number | null = null;
  for (const node of item.children) {
    const at = reader.blocks.length;
    readBlock(node, around, reader);
    const added = reader.blocks[at];
    if (node.type !== 'paragraph' || added === undefined || !('content' in added)) continue;
    const first = own === null ? undefined : reader.blocks[own];
    if (own === null) own = at;
    else if (own === at - 1 && first !== undefined && 'content' in first) joinLast(first, added, own, reader);
  }
  const first = own === null ? undefined : reader.blocks[own];
  if (own !== null && typeof item.checked === 'boolean' && first !== undefined && 'content' in first) {
    reader.blocks[own] = { ...first, content: joinRuns([run(item.checked ? '☑ ' : '☐ '), ...first.content]) };
  }
}

function joinLast(first: TextBlock, added: TextBlock, place: number, reader: BlockReader): void {
  reader.blocks.splice(place + 1, 1);
  reader.blocks[place] = { ...first, content: joinRuns([...first.content, { type: 'break' }, ...added.content]) };
}

function readTable(table: Table, reader: BlockReader): void {
  const pictures: Token[] = [];
  const rows = table.children.map((row, at) => {
    const cells = row.children.flatMap((cell) => {
      const tokens = tokensOf(cell.children, reader.file);
      pictures.push(...tokens.filter((token) => token.type === 'picture'));
      const words = directiveOf(tokens)?.words ?? [];
      if (words.includes('none')) return [];
      const header = words.includes('header') || (at === 0 && !words.includes('data'));
      return [{ content: contentOf(tokens), header }];
    });
    return { cells };
  });
  reader.blocks.push({ kind: 'table', rows });
  addPictures(pictures, reader);
}

function readHtmlBlock(html: string, around: Surroundings, reader: BlockReader): void {
  const directive = readDirective(html);
  if (directive !== null) {
    const block = directedBlock([], directive);
    if (block === null) addText([{ type: 'directive', directive }], {}, around, reader);
    else reader.blocks.push(block);
    return;
  }
  const box = /^<aside aria-label="([^"<>]*)">$/u.exec(html.trim())?.[1];
  if (box !== undefined) reader.box = unescapeAttribute(box);
  else if (html.trim() === '</aside>') reader.box = undefined;
  else reader.blocks.push(...reader.readHtml(html));
}
