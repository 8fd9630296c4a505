import * as Y from 'yjs';
import { DEEPEST_INDENT, type Block, type Figure, type Table, type TextBlock } from '#shared/article/block.ts';
import { joinRuns, type Inline, type Marks } from '#shared/article/inline.ts';
import { NODE, type AttributeValue } from './layout.ts';

type Element = Y.XmlElement<Record<string, AttributeValue>>;
type Attributes = Readonly<Record<string, AttributeValue | undefined>>;

/** A block as the element that holds it, not yet in a document. */
export function elementOf(block: Block): Y.XmlElement {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'pullQuote':
    case 'correction':
      return element(NODE.textBlock, textBlockAttributes(block), inlineTypes(block.content));
    case 'figure':
      return element(NODE.figure, figureAttributes(block), inlineTypes(block.caption));
    case 'table':
      return tableElement(block);
    case 'embed':
      return element(NODE.embed, { url: block.url || undefined, title: block.title || undefined });
    case 'rule':
      return element(NODE.rule, {});
    case 'relatedCard':
      return element(NODE.relatedCard, { related: block.related });
  }
}

function tableElement(table: Table): Y.XmlElement {
  const rows = table.rows.map((row) => {
    const cells = row.cells.map((cell) =>
      element(NODE.tableCell, { header: cell.header || undefined }, inlineTypes(cell.content)),
    );
    return element(NODE.tableRow, {}, cells);
  });
  return element(NODE.table, {}, rows);
}

function textBlockAttributes(block: TextBlock): Attributes {
  const { kind, list, box, language, direction } = block;
  const indent = Math.min(block.indent ?? 0, DEEPEST_INDENT) || undefined;
  const common = { kind, list, indent, box, language, direction };
  switch (block.kind) {
    case 'heading':
      return { ...common, level: block.level };
    case 'blockQuote':
    case 'pullQuote':
      return { ...common, attribution: block.attribution };
    case 'paragraph':
    case 'correction':
      return common;
  }
}

function figureAttributes(figure: Figure): Attributes {
  return {
    media: figure.media ?? undefined,
    credit: figure.credit || undefined,
    source: figure.source || undefined,
    alt: figure.alt || undefined,
    decorative: figure.decorative || undefined,
    focalX: figure.focalPoint?.x,
    focalY: figure.focalPoint?.y,
    width: figure.width,
    height: figure.height,
    gallery: figure.gallery || undefined,
  };
}

/** Inline content: runs gathered in one text between line breaks, and a text even where there is nothing yet. */
function inlineTypes(content: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const types: (Y.XmlElement | Y.XmlText)[] = [];
  let delta: { insert: string; attributes: Record<string, unknown> }[] = [];
  const closeText = (): void => {
    const text = new Y.XmlText();
    if (delta.length > 0) text.applyDelta(delta);
    types.push(text);
    delta = [];
  };
  for (const inline of joinRuns(content)) {
    if (inline.type === 'text') {
      delta.push({ insert: inline.text, attributes: formatting(inline.marks) });
      continue;
    }
    if (delta.length > 0) closeText();
    types.push(element(NODE.hardBreak, {}));
  }
  if (delta.length > 0 || types.length === 0) closeText();
  return types;
}

/** Marks as formatting attributes, exactly as the editor's binding writes them, so that nothing is rewritten later. */
function formatting(marks: Marks): Record<string, unknown> {
  const { link, language, ...plain } = marks;
  const attributes: Record<string, unknown> = {};
  for (const [name, on] of Object.entries(plain)) if (on) attributes[name] = {};
  if (link !== undefined) attributes['link'] = { href: link.href };
  if (language !== undefined) attributes['language'] = { tag: language.tag, direction: language.direction ?? null };
  return attributes;
}

function element(name: string, attributes: Attributes, children: (Y.XmlElement | Y.XmlText)[] = []): Y.XmlElement {
  const made: Element = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  if (children.length > 0) made.insert(0, children);
  return made as unknown as Y.XmlElement;
}
