import * as Y from 'yjs';
import {
  DEEPEST_INDENT,
  isMediaName,
  TEXT_KINDS,
  type Block,
  type Figure,
  type ListKind,
  type Table,
  type TableRow,
  type TextBlock,
  type TextKind,
} from '#shared/article/block.ts';
import { linkAddress } from '#shared/article/url.ts';
import { NODE } from './layout.ts';
import { directionFrom, inlineFrom, languageFrom } from './read-inline.ts';

/** Unknown containers inside unknown containers are looked into this deep; what lies deeper is read as plain text. */
const DEEPEST_NESTING = 12;

type Attributes = Readonly<Record<string, unknown>>;

/**
 * The blocks of a stored field. Known nodes are read with everything malformed at its default; unknown ones are looked
 * into for blocks, else their text becomes a paragraph; loose text becomes a paragraph. Text is never dropped.
 */
export function blocksFrom(types: readonly unknown[], depth = 0): Block[] {
  const blocks: Block[] = [];
  let loose: unknown[] = [];
  const closeLoose = (): void => {
    const content = inlineFrom(loose);
    if (content.length > 0) blocks.push({ kind: 'paragraph', content });
    loose = [];
  };
  for (const type of types) {
    if (!(type instanceof Y.XmlElement) || type.nodeName === NODE.hardBreak) {
      loose.push(type);
      continue;
    }
    closeLoose();
    const block = blockFrom(type);
    if (block !== null) blocks.push(block);
    else if (depth < DEEPEST_NESTING) blocks.push(...blocksFrom(type.toArray(), depth + 1));
    else {
      loose.push(type);
      closeLoose();
    }
  }
  closeLoose();
  return blocks;
}

/** The block an element holds, or null when it is none we know. */
function blockFrom(element: Y.XmlElement): Block | null {
  const attributes: Attributes = element.getAttributes();
  const children = element.toArray();
  switch (element.nodeName) {
    case NODE.textBlock:
      return textBlockFrom(attributes, children);
    case NODE.figure:
      return figureFrom(attributes, children);
    case NODE.table:
      return tableFrom(children);
    case NODE.embed:
      return {
        kind: 'embed',
        url: linkAddress(textFrom(attributes['url'])) ?? '',
        title: embedTitle(attributes, children),
      };
    case NODE.rule:
      return element.length === 0 ? { kind: 'rule' } : null;
    case NODE.relatedCard:
      return element.length === 0 ? { kind: 'relatedCard', related: textFrom(attributes['related']) } : null;
    default:
      return null;
  }
}

function textBlockFrom(attributes: Attributes, children: readonly unknown[]): TextBlock {
  const list = listFrom(attributes['list']);
  const indent = wholeFrom(attributes['indent'], 1, DEEPEST_INDENT);
  const box = textFrom(attributes['box']);
  const language = languageFrom(attributes['language']);
  const direction = directionFrom(attributes['direction']);
  const common = {
    content: inlineFrom(children),
    ...(list === undefined ? {} : { list }),
    ...(indent === undefined ? {} : { indent }),
    ...(box === '' ? {} : { box }),
    ...(language === undefined ? {} : { language }),
    ...(direction === undefined ? {} : { direction }),
  };
  const kind = kindFrom(attributes['kind']);
  const attribution = textFrom(attributes['attribution']);
  switch (kind) {
    case 'heading': {
      const level = attributes['level'];
      return { kind, level: level === 3 || level === 4 ? level : 2, ...common };
    }
    case 'blockQuote':
      return { kind, ...common, ...(attribution === '' ? {} : { attribution }) };
    case 'pullQuote':
      return { kind, ...common, ...(attribution === '' ? {} : { attribution }) };
    case 'paragraph':
      return { kind, ...common };
    case 'correction':
      return { kind, ...common };
  }
}

function figureFrom(attributes: Attributes, children: readonly unknown[]): Figure {
  const media = attributes['media'];
  const x = fractionFrom(attributes['focalX']);
  const y = fractionFrom(attributes['focalY']);
  const width = wholeFrom(attributes['width'], 1, 1_000_000);
  const height = wholeFrom(attributes['height'], 1, 1_000_000);
  const gallery = textFrom(attributes['gallery']);
  return {
    kind: 'figure',
    media: isMediaName(media) ? media : null,
    caption: inlineFrom(children),
    credit: textFrom(attributes['credit']),
    source: textFrom(attributes['source']),
    alt: textFrom(attributes['alt']),
    decorative: attributes['decorative'] === true,
    ...(x === undefined || y === undefined ? {} : { focalPoint: { x, y } }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(gallery === '' ? {} : { gallery }),
  };
}

/** Rows of cells; what lies in a table outside rows, or in a row outside cells, becomes a cell of its own. */
function tableFrom(children: readonly unknown[]): Table {
  const rows = children.flatMap((child): TableRow[] => {
    const inRow = child instanceof Y.XmlElement && child.nodeName === NODE.tableRow ? child.toArray() : [child];
    const cells = inRow.flatMap((cell) => {
      if (cell instanceof Y.XmlElement && cell.nodeName === NODE.tableCell) {
        const attributes: Attributes = cell.getAttributes();
        return [{ content: inlineFrom(cell.toArray()), header: attributes['header'] === true }];
      }
      const content = inlineFrom([cell]);
      return content.length > 0 ? [{ content, header: false }] : [];
    });
    return cells.length > 0 || child instanceof Y.XmlElement ? [{ cells }] : [];
  });
  return { kind: 'table', rows };
}

function embedTitle(attributes: Attributes, children: readonly unknown[]): string {
  const inside = inlineFrom(children).map((inline) => (inline.type === 'text' ? inline.text : ' '));
  return [textFrom(attributes['title']), ...inside].join('');
}

function listFrom(value: unknown): ListKind | undefined {
  return value === 'bulleted' || value === 'numbered' ? value : undefined;
}

function kindFrom(value: unknown): TextKind {
  return TEXT_KINDS.find((kind) => kind === value) ?? 'paragraph';
}

function textFrom(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function wholeFrom(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

function fractionFrom(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}
