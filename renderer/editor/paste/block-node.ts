import { Fragment, type Attrs, type Mark, type Node, type Schema } from '@tiptap/pm/model';
import { isMediaName, TEXT_KINDS, type Block, type Figure, type Table, type TextBlock } from '#shared/article/block.ts';
import { FIELDS } from '#shared/article/field.ts';
import { joinRuns, MARK_NAMES, run, type Direction, type Inline, type Marks } from '#shared/article/inline.ts';
import { linkAddress } from '#shared/article/url.ts';
import { NODE } from '#shared/document/layout.ts';
import { numberOf } from '../schema/attribute.ts';
import { shapeOf } from '../text-block.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** A block as a node of an editor; null where that editor's field takes no such block. */
export function nodeOf(block: Block, schema: Schema): Node | null {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'pullQuote':
    case 'correction':
      return make(schema, NODE.textBlock, textBlockAttributes(block), inlineNodes(block.content, schema));
    case 'figure':
      return make(schema, NODE.figure, figureAttributes(block), inlineNodes(block.caption, schema));
    case 'table':
      return tableNode(block, schema);
    case 'embed':
      return make(schema, NODE.embed, { url: block.url || null, title: block.title || null });
    case 'rule':
      return make(schema, NODE.rule, {});
    case 'relatedCard':
      return make(schema, NODE.relatedCard, { related: block.related });
  }
}

function make(schema: Schema, name: string, attributes: Attrs, content: Fragment | readonly Node[] = []): Node | null {
  return schema.nodes[name]?.create(attributes, content instanceof Fragment ? content : Fragment.from(content)) ?? null;
}

function textBlockAttributes(block: TextBlock): Attrs {
  return {
    kind: block.kind,
    level: block.kind === 'heading' ? block.level : null,
    list: block.list ?? null,
    indent: block.indent ?? null,
    box: block.box ?? null,
    language: block.language ?? null,
    direction: block.direction ?? null,
    attribution: (block.kind === 'blockQuote' || block.kind === 'pullQuote' ? block.attribution : null) ?? null,
  };
}

function figureAttributes(figure: Figure): Attrs {
  return {
    media: figure.media,
    credit: figure.credit || null,
    source: figure.source || null,
    alt: figure.alt || null,
    decorative: figure.decorative || null,
    focalX: figure.focalPoint?.x ?? null,
    focalY: figure.focalPoint?.y ?? null,
    width: figure.width ?? null,
    height: figure.height ?? null,
    gallery: figure.gallery ?? null,
  };
}

function tableNode(table: Table, schema: Schema): Node | null {
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((cell) =>
      make(schema, NODE.tableCell, { header: cell.header || null }, inlineNodes(cell.content, schema)),
    );
    return make(schema, NODE.tableRow, {}, cells.filter(isNode));
  });
  return make(schema, NODE.table, {}, rows.filter(isNode));
}

function isNode(node: Node | null): node is Node {
  return node !== null;
}

/** Inline content as nodes. */
function inlineNodes(content: readonly Inline[], schema: Schema): Fragment {
  const lineBreak = schema.nodes[NODE.hardBreak];
  const nodes = joinRuns(content).flatMap((inline): Node[] => {
    if (inline.type === 'text') return [schema.text(inline.text, marksOf(inline.marks, schema))];
    return lineBreak === undefined ? [schema.text(' ')] : [lineBreak.create()];
  });
  return Fragment.from(nodes);
}

function marksOf(marks: Marks, schema: Schema): Mark[] {
  return MARK_NAMES.flatMap((name): Mark[] => {
    const value = marks[name];
    const type = schema.marks[name];
    if (value === undefined || type === undefined) return [];
    if (name === 'link') return [type.create({ href: marks.link?.href })];
    if (name !== 'language') return [type.create()];
    return [type.create({ tag: marks.language?.tag, direction: marks.language?.direction ?? null })];
  });
}

/**
 * A node of an editor as a block; null for what stands inside blocks. Attributes that are malformed are at their
 * defaults, addresses are those of the policy: so it is also the door for nodes that somebody else wrote.
 */
export function blockOf(node: Node): Block | null {
  const attributes = node.attrs as Attributes;
  switch (node.type.name) {
    case NODE.textBlock:
      return textBlockOf(node);
    case NODE.figure:
      return figureOf(node);
    case NODE.table:
      return { kind: 'table', rows: children(node).map((row) => ({ cells: children(row).map(cellOf) })) };
    case NODE.embed:
      return { kind: 'embed', url: linkAddress(textOf(attributes['url'])) ?? '', title: textOf(attributes['title']) };
    case NODE.rule:
      return { kind: 'rule' };
    case NODE.relatedCard:
      return { kind: 'relatedCard', related: textOf(attributes['related']) };
    default:
      return null;
  }
}

function textBlockOf(node: Node): TextBlock {
  const attributes = node.attrs as Attributes;
  const { kind, level, list, indent, box } = shapeOf(node);
  const language = tagOf(attributes['language']);
  const direction = directionOf(attributes['direction']);
  const attribution = textOf(attributes['attribution']);
  const depth = Math.min(Math.max(Math.trunc(indent), 0), 8);
  const common = {
    content: inlineOf(node.content),
    ...(list === null ? {} : { list }),
    ...(depth === 0 ? {} : { indent: depth }),
    ...(box === null ? {} : { box }),
    ...(language === null ? {} : { language }),
    ...(direction === null ? {} : { direction }),
  };
  const known = TEXT_KINDS.find((candidate) => candidate === kind) ?? 'paragraph';
  switch (known) {
    case 'heading':
      return { kind: known, level: level ?? 2, ...common };
    case 'blockQuote':
    case 'pullQuote':
      return { kind: known, ...common, ...(attribution === '' ? {} : { attribution }) };
    case 'paragraph':
    case 'correction':
      return { kind: known, ...common };
  }
}

function figureOf(node: Node): Figure {
  const attributes = node.attrs as Attributes;
  const { media } = attributes;
  const [x, y] = [numberOf(attributes['focalX']), numberOf(attributes['focalY'])];
  const isFraction = (value: number | null): value is number => value !== null && value >= 0 && value <= 1;
  const width = pixelsOf(attributes['width']);
  const height = pixelsOf(attributes['height']);
  const gallery = textOf(attributes['gallery']);
  return {
    kind: 'figure',
    media: isMediaName(media) ? media : null,
    caption: inlineOf(node.content),
    credit: textOf(attributes['credit']),
    source: textOf(attributes['source']),
    alt: textOf(attributes['alt']),
    decorative: attributes['decorative'] === true,
    ...(isFraction(x) && isFraction(y) ? { focalPoint: { x, y } } : {}),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(gallery === '' ? {} : { gallery }),
  };
}

function cellOf(cell: Node) {
  return { content: inlineOf(cell.content), header: (cell.attrs as Attributes)['header'] === true };
}

/** Nodes inside a block as inline content; what is neither text nor a line break is left out. */
function inlineOf(content: Fragment): Inline[] {
  const inline: Inline[] = [];
  content.forEach((node) => {
    if (node.isText) inline.push(run(node.text ?? '', marksIn(node.marks)));
    else if (node.type.name === NODE.hardBreak) inline.push({ type: 'break' });
  });
  return joinRuns(inline);
}

function marksIn(marks: readonly Mark[]): Marks {
  const found: { -readonly [Name in keyof Marks]: Marks[Name] } = {};
  for (const name of MARK_NAMES) {
    const mark = marks.find(({ type }) => type.name === name);
    if (mark === undefined) continue;
    const attributes = mark.attrs as Attributes;
    if (name === 'link') {
      const href = linkAddress(textOf(attributes['href']));
      if (href !== null) found.link = { href };
    } else if (name === 'language') {
      const tag = tagOf(attributes['tag']);
      const direction = directionOf(attributes['direction']);
      if (tag !== null) found.language = { tag, ...(direction === null ? {} : { direction }) };
    } else {
      found[name] = true;
    }
  }
  return found;
}

function children(node: Node): readonly Node[] {
  return node.content.content;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function tagOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? FIELDS.language.parse(value) : null;
}

function directionOf(value: unknown): Direction | null {
  return value === 'ltr' || value === 'rtl' ? value : null;
}

function pixelsOf(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && Number.isInteger(number) && number > 0 && number <= 1_000_000 ? number : null;
}
