import type { Element, ElementContent, RootContent } from 'hast';
import type { Block, HeadingLevel, ListKind } from '#shared/article/block.ts';
import { joinRuns, plainText, run, type Inline, type Marks } from '#shared/article/inline.ts';
import { isWebUrl } from '#shared/article/url.ts';
import { attribute, elementsIn, hasClass, isElement, parseHtml, textOf, tidyText } from './html-element.ts';
import { figureOf, pictureOf } from './html-figure.ts';
import { directionOf, marksInside, styleValue } from './html-marks.ts';
import { cleanSource } from './html-source.ts';
import { isLayoutTable, tableOf } from './html-table.ts';
import { tidyInline } from './inline-space.ts';
import type { NoteTaker } from './note-taker.ts';
import { headingLevel, textBlock, type TextBlockParts } from './text-block.ts';
import { wordListOf } from './word-list.ts';
import { wordSet } from './word-set.ts';

/** Blocks read from HTML, and where pictures were that did not come along. */
export interface HtmlBlocks {
  readonly blocks: readonly Block[];
  readonly missing: ReadonlyMap<Block, string>;
}

/** The blocks of a passage of HTML inside another format. */
export function htmlBlocks(html: string, notes: NoteTaker): HtmlBlocks {
  return blocksOf(parseHtml(cleanSource(html).html).children, notes);
}

/** The blocks of these nodes: only structure and text pass, whatever else the page has. */
export function blocksOf(nodes: readonly (RootContent | ElementContent)[], notes: NoteTaker): HtmlBlocks {
  const walk: Walk = { blocks: [], missing: new Map(), line: [], pictures: [], notes };
  walkAll(nodes, TOP, walk);
  flush(TOP, walk);
  return walk;
}

interface Walk {
  readonly blocks: Block[];
  readonly missing: Map<Block, string>;
  /** The text block that is being collected. */
  line: Inline[];
  /** Pictures met inside it; they stand after it. */
  pictures: Element[];
  readonly notes: NoteTaker;
}

/** What the elements around say of the text inside. */
interface Around {
  readonly kind: TextBlockParts['kind'];
  readonly marks: Marks;
  readonly level?: HeadingLevel;
  readonly list?: ListKind;
  readonly indent: number;
  /** The list item that text belongs to: its further paragraphs join the first. */
  item?: { place: number | null };
  readonly box?: string;
  readonly gallery?: string;
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly preformatted?: boolean;
}

const TOP: Around = { kind: 'paragraph', marks: {}, indent: 0 };

const DROPPED = wordSet('head nav form button input label dialog menu script style template title meta link');
const CONTAINERS = wordSet(`
  html body div p section article main header footer center address details summary dl dt dd
  figcaption caption tbody thead tfoot tr td th hgroup search fieldset
`);

function walkAll(nodes: readonly (RootContent | ElementContent)[], around: Around, walk: Walk): void {
  for (const node of nodes) {
    if (node.type === 'text') walk.line.push(...textRuns(node.value, around));
    else if (node.type === 'element') walkElement(node, around, walk);
  }
}

function textRuns(text: string, around: Around): Inline[] {
  if (around.preformatted !== true) return [run(text, around.marks)];
  return text
    .split('\n')
    .flatMap((line, at): Inline[] =>
      at === 0 ? [run(line, around.marks)] : [{ type: 'break' }, run(line, around.marks)],
    );
}

function walkElement(element: Element, around: Around, walk: Walk): void {
  const name = element.tagName;
  if (DROPPED.has(name) || isHidden(element)) return;
  const heading = /^h([1-6])$/u.exec(name)?.[1];
  if (heading !== undefined) return walkHeading(element, Number(heading), around, walk);
  switch (name) {
    case 'br':
      walk.line.push({ type: 'break' });
      return;
    case 'hr':
      return addBlock({ kind: 'rule' }, around, walk);
    case 'ul':
    case 'ol':
      return walkList(element, around, walk);
    case 'li':
      return walkBlock(element, { ...around, list: around.list ?? 'bulleted', item: { place: null } }, around, walk);
    case 'blockquote':
      return walkQuote(element, 'blockQuote', around, walk);
    case 'aside':
      return walkAside(element, around, walk);
    case 'figure':
      return walkFigure(element, around, walk);
    case 'picture':
    case 'img':
      walk.pictures.push(element);
      return;
    case 'table':
      return walkTable(element, around, walk);
    case 'pre':
      return walkBlock(element, { ...around, preformatted: true }, around, walk);
    case 'iframe':
    case 'video':
    case 'audio':
    case 'embed':
      return walkEmbed(element, around, walk);
    default:
      return CONTAINERS.has(name) ? walkContainer(element, around, walk) : walkInline(element, around, walk);
  }
}

function isHidden(element: Element): boolean {
  return (
    element.properties['hidden'] !== undefined ||
    attribute(element, 'ariaHidden') === 'true' ||
    styleValue(attribute(element, 'style'), 'display') === 'none' ||
    /mso-list:\s*ignore/iu.test(attribute(element, 'style'))
  );
}

function walkInline(element: Element, around: Around, walk: Walk): void {
  const marks = marksInside(element, around.marks, walk.notes);
  const quotes = element.tagName === 'q';
  if (quotes) walk.line.push(run('“', marks));
  walkAll(element.children, { ...around, marks }, walk);
  if (quotes) walk.line.push(run('”', marks));
}

/** An element that stands by itself: what came before it ends, what is in it is read in its own surroundings. */
function walkBlock(element: Element, inside: Around, outside: Around, walk: Walk): void {
  flush(outside, walk);
  walkAll(element.children, inside, walk);
  flush(inside, walk);
}

function walkContainer(element: Element, around: Around, walk: Walk): void {
  const direction = directionOf(element) ?? around.direction;
  const language = attribute(element, 'lang') || around.language;
  const inside: Around = {
    ...around,
    ...(element.tagName === 'p' && direction !== undefined ? { direction } : {}),
    ...(element.tagName === 'p' && language !== undefined ? { language } : {}),
    ...(hasClass(element, 'correction') ? { kind: 'correction' } : {}),
    ...wordItem(element),
    marks: marksInside(element, around.marks, walk.notes),
  };
  walkBlock(element, inside, around, walk);
}

/** A paragraph that Word means as a list item is an item of its own. */
function wordItem(element: Element): Partial<Around> {
  const found = wordListOf(element);
  return found === null ? {} : { ...found, item: { place: null } };
}

function walkHeading(element: Element, level: number, around: Around, walk: Walk): void {
  const inside: Around = { ...around, kind: 'heading', level: headingLevel(level), marks: {}, ...wordItem(element) };
  walkBlock(element, inside, around, walk);
}

/** Lists may lie directly in lists (Google Docs) or in their items. */
function walkList(element: Element, around: Around, walk: Walk): void {
  const list: ListKind = element.tagName === 'ol' ? 'numbered' : 'bulleted';
  const indent = around.list === undefined ? 0 : around.indent + 1;
  walkBlock(element, { ...withoutItem(around), list, indent }, around, walk);
}

function withoutItem(around: Around): Around {
  const outer = { ...around };
  delete outer.item;
  return outer;
}

/** A quotation; `footer` or `cite` at its end says who is quoted. */
function walkQuote(element: Element, kind: 'blockQuote' | 'pullQuote', around: Around, walk: Walk): void {
  const from = walk.blocks.length;
  const signers = element.children.filter((child): child is Element =>
    isElement(child, 'footer', 'cite', 'figcaption'),
  );
  flush(around, walk);
  const inside: Around = { ...around, kind: hasClass(element, 'pull-quote') ? 'pullQuote' : kind };
  walkAll(
    element.children.filter((child) => !isElement(child, 'footer', 'cite', 'figcaption')),
    inside,
    walk,
  );
  flush(inside, walk);
  const attribution = tidyText(signers.map(textOf).join(' ')).replace(/^(?:[—–―]|--?)\s*/u, '');
  const last = walk.blocks.at(-1);
  if (walk.blocks.length > from && attribution !== '' && (last?.kind === 'blockQuote' || last?.kind === 'pullQuote')) {
    walk.blocks[walk.blocks.length - 1] = { ...last, attribution };
  }
}

/** Asides of other pages are furniture; ours are pull quotes and fact boxes. */
function walkAside(element: Element, around: Around, walk: Walk): void {
  if (hasClass(element, 'pull-quote')) return walkQuote(element, 'pullQuote', around, walk);
  if (hasClass(element, 'fact-box')) {
    const children = element.children.filter(
      (child) => !(child.type === 'element' && hasClass(child, 'fact-box-title')),
    );
    return walkBlock({ ...element, children }, { ...around, box: attribute(element, 'ariaLabel') }, around, walk);
  }
  walk.notes.say('page-furniture-dropped', 'Parts of the page beside the story (menus, asides, forms) were left out.');
  return undefined;
}

function walkFigure(element: Element, around: Around, walk: Walk): void {
  const gallery = galleryIn(element, walk);
  if (gallery !== null) return walkBlock(element, { ...around, gallery }, around, walk);
  const has = (name: string) => elementsIn(element, (part) => part.tagName === name).length;
  if (has('blockquote') > 0 && has('img') === 0) return walkSignedQuote(element, around, walk);
  const described = elementsIn(element, (part) => ['caption', 'credit', 'source'].some((name) => hasClass(part, name)));
  const lone = has('img') === 0 && has('table') === 0 && described.length > 0;
  if (hasClass(element, 'embed') || (has('img') !== 1 && !lone)) return walkFigureContent(element, around, walk);
  return addFigure(element, around, walk);
}

/** The name of the gallery that a figure of figures is, ours or anybody's; null for any other figure. */
function galleryIn(element: Element, walk: Walk): string | null {
  const name = attribute(element, 'dataGallery');
  const inner = elementsIn(element, (part) => part.tagName === 'figure');
  if (inner.length < (name === '' ? 2 : 1)) return null;
  return name === '' ? `gallery-${walk.blocks.length + 1}` : name.slice(0, LONGEST_NAME);
}

const LONGEST_NAME = 40;

/** A quotation in a figure: the caption says who is quoted. */
function walkSignedQuote(element: Element, around: Around, walk: Walk): void {
  const kind = hasClass(element, 'pull-quote') ? 'pullQuote' : 'blockQuote';
  const signers = elementsIn(element, (part) => part.tagName === 'figcaption');
  const quotes = elementsIn(element, (part) => part.tagName === 'blockquote');
  const [first] = quotes;
  if (first === undefined) return;
  walkQuote({ ...first, children: [...quotes.flatMap((quote) => quote.children), ...signers] }, kind, around, walk);
}

/** A figure without a picture of its own is whatever it holds: a table, a quotation, a card for something elsewhere. */
function walkFigureContent(element: Element, around: Around, walk: Walk): void {
  const link = hasClass(element, 'embed') ? elementsIn(element, (part) => part.tagName === 'a')[0] : undefined;
  const url = link === undefined ? '' : attribute(link, 'href');
  if (link === undefined || !isWebUrl(url)) return walkBlock(element, around, around, walk);
  const title = tidyText(textOf(link));
  return addBlock({ kind: 'embed', url, title: title === url ? '' : title }, around, walk);
}

function addFigure(element: Element, around: Around, walk: Walk): void {
  const captionBlocks = (nodes: readonly ElementContent[]): Inline[] => {
    const { blocks } = blocksOf(nodes, walk.notes);
    return blocks.flatMap((block, at): Inline[] =>
      'content' in block ? [...(at === 0 ? [] : [{ type: 'break' } as const]), ...block.content] : [],
    );
  };
  const { figure: found, href } = figureOf(element, captionBlocks);
  const figure = around.gallery === undefined ? found : { ...found, gallery: around.gallery };
  addBlock(figure, around, walk);
  if (figure.media === null && href !== '') walk.missing.set(figure, href);
}

function walkEmbed(element: Element, around: Around, walk: Walk): void {
  const source = elementsIn(element, (part) => attribute(part, 'src') !== '')[0];
  const url = (source === undefined ? '' : attribute(source, 'src')).replace(/^\/\//u, 'https://');
  if (isWebUrl(url)) addBlock({ kind: 'embed', url, title: tidyText(attribute(element, 'title')) }, around, walk);
  else walk.notes.say('embed-dropped', 'Embedded players and frames without a web address were left out.');
}

/** A table; one that only lays out the page is whatever it holds. */
function walkTable(element: Element, around: Around, walk: Walk): void {
  if (isLayoutTable(element)) return walkBlock(element, around, around, walk);
  const caption = element.children.filter((child) => isElement(child, 'caption'));
  walkBlock({ ...element, children: caption }, around, around, walk);
  const pictures: [Block, string][] = [];
  const table = tableOf(element, (cell) => {
    const { blocks, missing } = blocksOf(cell.children, walk.notes);
    pictures.push(...missing);
    return blocks;
  });
  addBlock(table, around, walk);
  for (const [figure, href] of pictures) {
    walk.blocks.push(figure);
    walk.missing.set(figure, href);
  }
}

function addBlock(block: Block, around: Around, walk: Walk): void {
  flush(around, walk);
  walk.blocks.push(block);
}

/** Ends the text that is being collected: it becomes a block, or joins the list item that it belongs to. */
function flush(around: Around, walk: Walk): void {
  const content = tidyInline(walk.line, around.preformatted === true);
  const { pictures } = walk;
  walk.line = [];
  walk.pictures = [];
  if (plainText(content).trim() !== '') addText(content, around, walk);
  for (const picture of pictures) addLonePicture(picture, walk);
}

function addText(content: readonly Inline[], around: Around, walk: Walk): void {
  const { item } = around;
  const own = item === undefined || item.place === null ? undefined : walk.blocks[item.place];
  if (item !== undefined && own !== undefined && item.place === walk.blocks.length - 1 && 'content' in own) {
    walk.blocks[walk.blocks.length - 1] = {
      ...own,
      content: joinRuns([...own.content, { type: 'break' }, ...content]),
    };
    return;
  }
  if (item !== undefined) item.place = walk.blocks.length;
  walk.blocks.push(textBlock({ ...around, content }));
}

function addLonePicture(element: Element, walk: Walk): void {
  const found = pictureOf(element);
  if (found === null) return;
  walk.blocks.push(found.figure);
  if (found.figure.media === null && found.href !== '') walk.missing.set(found.figure, found.href);
}
