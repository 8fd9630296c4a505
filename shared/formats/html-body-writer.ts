import type { Element } from 'hast';
import type { Article } from '#shared/article/article.ts';
import type { Block, Figure, Table, TextBlock } from '#shared/article/block.ts';
import type { WriteContext } from './format.ts';
import { groupBlocks, type InnerPiece, type ListGroup, type Piece, type QuoteGroup } from './grouping.ts';
import { encodedHref, inlineNodes } from './html-inline-writer.ts';
import { element, onLines, type Child } from './html-node.ts';
import type { NoteTaker } from './note-taker.ts';
import { isWebUrl } from '#shared/article/url.ts';

/** The body as elements that can stand in any page: sections are headings, nothing needs a style or a script. */
export function bodyElements(article: Pick<Article, 'body'>, context: WriteContext, notes: NoteTaker): Element[] {
  const press: Press = { context, notes };
  return groupBlocks(article.body).flatMap((piece) => pieceElements(piece, press));
}

interface Press {
  readonly context: WriteContext;
  readonly notes: NoteTaker;
}

function pieceElements(piece: Piece, press: Press): Element[] {
  if (piece.type === 'gallery') {
    const figures = piece.figures.flatMap((figure) => figureElements(figure, press));
    return [element('figure', { className: ['gallery'], dataGallery: piece.name }, onLines(figures))];
  }
  if (piece.type !== 'box') return innerElements(piece, press);
  const title = piece.name === '' ? null : element('p', { className: ['fact-box-title'] }, [piece.name]);
  const inside = piece.pieces.flatMap((inner) => innerElements(inner, press));
  return [
    element('aside', { className: ['fact-box'], ariaLabel: piece.name || undefined }, onLines([title, ...inside])),
  ];
}

function innerElements(piece: InnerPiece, press: Press): Element[] {
  switch (piece.type) {
    case 'quote':
      return [quoteElement(piece.quote, press)];
    case 'list':
      return [listElement(piece.group)];
    case 'block':
      return blockElements(piece.block, press);
  }
}

function quoteElement(quote: QuoteGroup, press: Press): Element {
  const inside = quote.pieces.flatMap((piece) => innerElements(piece, press));
  return element('blockquote', {}, onLines([...inside, attributionElement(quote.attribution)]));
}

function attributionElement(attribution: string): Element | null {
  return attribution === '' ? null : element('footer', {}, ['— ', element('cite', {}, [attribution])]);
}

function listElement(group: ListGroup): Element {
  const items = group.items.map((item) => {
    const { block } = item;
    const own = block.kind === 'heading' ? [textElement(block)] : inlineNodes(block.content);
    const nested = item.children.flatMap((child): Child[] => ['\n', listElement(child)]);
    return element('li', textProperties(block), [...own, ...nested, nested.length > 0 ? '\n' : null]);
  });
  return element(group.list === 'numbered' ? 'ol' : 'ul', {}, onLines(items));
}

function blockElements(block: Block, press: Press): Element[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'blockQuote':
    case 'correction':
      return [textElement(block)];
    case 'pullQuote': {
      const inside = element('p', textProperties(block), inlineNodes(block.content));
      const attribution = block.attribution ?? '';
      const caption = attribution === '' ? null : element('figcaption', {}, [attribution]);
      return [
        element('figure', { className: ['pull-quote'] }, onLines([element('blockquote', {}, [inside]), caption])),
      ];
    }
    case 'figure':
      return figureElements(block, press);
    case 'table':
      return tableElements(block);
    case 'embed': {
      const link = element('a', { href: encodedHref(block.url) }, [block.title.trim() || block.url]);
      return [element('figure', { className: ['embed'] }, [element('p', {}, [link])])];
    }
    case 'rule':
      return [element('hr', {})];
    case 'relatedCard':
      return cardElements(block.related, press);
  }
}

function textProperties(block: TextBlock): { readonly lang: string | undefined; readonly dir: string | undefined } {
  return { lang: block.language, dir: block.direction };
}

function textElement(block: TextBlock): Element {
  const name = block.kind === 'heading' ? `h${block.level}` : 'p';
  const className = block.kind === 'correction' ? ['correction'] : undefined;
  return element(name, { ...textProperties(block), className }, inlineNodes(block.content));
}

function figureElements(figure: Figure, press: Press): Element[] {
  const { media, credit, source, focalPoint } = figure;
  if (media === null) {
    press.notes.say('picture-missing', 'A picture has no file; only its caption and credit were written.');
  }
  const image =
    media === null
      ? null
      : element('img', {
          src: encodedHref(press.context.mediaHref(media)),
          alt: figure.decorative ? '' : figure.alt,
          width: figure.width,
          height: figure.height,
          className: figure.decorative ? ['decorative'] : undefined,
          dataFocal: focalPoint === undefined ? undefined : `${focalPoint.x},${focalPoint.y}`,
        });
  const parts = [
    ...(figure.caption.length === 0 ? [] : [element('span', { className: ['caption'] }, inlineNodes(figure.caption))]),
    ...(credit === '' ? [] : [element('span', { className: ['credit'] }, [credit])]),
    ...(source === '' ? [] : [element('span', { className: ['source'] }, [source])]),
  ];
  const caption = parts.length === 0 ? null : element('figcaption', {}, onLines(parts));
  return image === null && caption === null ? [] : [element('figure', {}, onLines([image, caption]))];
}

/** Rows are padded to one width. A first row of header cells is the table's head. */
function tableElements(table: Table): Element[] {
  const width = table.rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  if (width === 0) return [];
  const rows = table.rows.map((row, at) => {
    const headRow = at === 0 && isHeaderRow(table);
    const cells = Array.from({ length: width }, (_unused, place) => {
      const cell = row.cells[place];
      if (cell === undefined) return element('td', {});
      const scope = headRow ? 'col' : 'row';
      return element(cell.header ? 'th' : 'td', cell.header ? { scope } : {}, inlineNodes(cell.content));
    });
    return element('tr', {}, cells);
  });
  const head = isHeaderRow(table) ? rows.slice(0, 1) : [];
  const body = rows.slice(head.length);
  return [
    element(
      'table',
      {},
      onLines([
        head.length === 0 ? null : element('thead', {}, onLines(head)),
        body.length === 0 ? null : element('tbody', {}, onLines(body)),
      ]),
    ),
  ];
}

function isHeaderRow(table: Table): boolean {
  const first = table.rows[0]?.cells ?? [];
  return first.length > 0 && first.every((cell) => cell.header);
}

function cardElements(id: string, press: Press): Element[] {
  const entry = press.context.related.find((resolved) => resolved.id === id);
  const words = (entry?.headline || entry?.blurb || '').trim();
  if (entry === undefined || words === '') return [];
  const text = isWebUrl(entry.url ?? '') ? element('a', { href: encodedHref(entry.url ?? '') }, [words]) : words;
  return [element('p', { className: ['related-card'] }, [text])];
}
