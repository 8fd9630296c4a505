import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { AuditTaker } from './clipboard-audit.ts';
import { attribute, elementsIn, hasClass, isElement } from './html-element.ts';
import { styleValue } from './html-marks.ts';
import { wordListOf } from './word-list.ts';
import { wordSet } from './word-set.ts';

/** What the program that made a clipping is known by. */
export interface ClipSource {
  /** A word processor: its tracked changes are changes, its languages are on every word. */
  readonly isOffice: boolean;
  /** What the classes of its own style sheet mean, as inline styles: `s1` → `font-weight: bold`. */
  readonly classes: ReadonlyMap<string, string>;
}

/** Elements that a page has around its text, and a clipping only when somebody selected what is in them. */
const OPENED = wordSet('aside nav form dialog fieldset');
const INLINE = wordSet('label button');

/**
 * The tree with everything told apart that is not the text itself: comments and deleted text of the source are left out
 * and counted, what was inserted stays, styles by class become inline, merged cells are taken apart.
 */
export function tidyTree(root: Root, source: ClipSource, audit: AuditTaker): ElementContent[] {
  return tidyNodes(root.children, { source, audit, room: { cells: MOST_CELLS } });
}

interface Tidying {
  readonly source: ClipSource;
  readonly audit: AuditTaker;
  /** How many empty cells may still be made in the whole clipping. */
  readonly room: { cells: number };
}

function tidyNodes(nodes: readonly (RootContent | ElementContent)[], tidying: Tidying): ElementContent[] {
  const kept = nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node];
    return node.type === 'element' ? tidyElement(node, tidying) : [];
  });
  return joinContinuations(kept);
}

function tidyElement(element: Element, tidying: Tidying): ElementContent[] {
  const { audit, source } = tidying;
  const style = attribute(element, 'style');
  if (isComment(element, style, audit)) return [];
  if (/mso-hide:\s*all/iu.test(style) && !/mso-list:\s*ignore/iu.test(style)) return [];
  const change = trackedChange(element, source);
  if (change === 'deleted') {
    audit.count('deletions');
    return [];
  }
  const { tagName } = element;
  const children = tidyNodes(element.children, tidying);
  if (change === 'inserted') {
    audit.count('insertions');
    return children;
  }
  const same: Element = { ...element, properties: propertiesOf(element, style, source), children };
  if (OPENED.has(tagName) && !hasClass(element, 'fact-box') && !hasClass(element, 'pull-quote')) {
    return [{ ...same, tagName: 'div' }];
  }
  if (INLINE.has(tagName)) return [{ ...same, tagName: 'span' }];
  if (tagName === 'menu') return [{ ...same, tagName: 'ul' }];
  return [tagName === 'table' ? unmerged(same, tidying) : same];
}

function propertiesOf(element: Element, style: string, source: ClipSource): Element['properties'] {
  const classes = attribute(element, 'className').split(' ');
  const styles = classes.flatMap((name) => source.classes.get(name) ?? []);
  const properties: Element['properties'] = {
    ...element.properties,
    ...(styles.length === 0 ? {} : { style: [style, ...styles].join(';') }),
  };
  // Word processors name the language of every word; the article has one already.
  if (source.isOffice) delete properties['lang'];
  return properties;
}

/** Comments of Word: the marks in the text are left out, and so is the list of comments, which is counted. */
function isComment(element: Element, style: string, audit: AuditTaker): boolean {
  if (/mso-element:\s*comment-list/iu.test(style)) {
    const each = elementsIn(element, (part) => /mso-element:\s*comment\b(?!-)/iu.test(attribute(part, 'style')));
    audit.count('comments', Math.max(1, each.length));
    return true;
  }
  return (
    hasClass(element, 'MsoCommentReference') || hasClass(element, 'msocomanchor') || hasClass(element, 'msocomoff')
  );
}

/** What a word processor's tracked change says; null for what a page shows as struck or underlined. */
function trackedChange(element: Element, source: ClipSource): 'deleted' | 'inserted' | null {
  const tracked = source.isOffice || attribute(element, 'dateTime') !== '' || attribute(element, 'cite') !== '';
  if (element.tagName === 'del' && tracked) return 'deleted';
  if (hasClass(element, 'msoDel')) return 'deleted';
  return element.tagName === 'ins' && tracked ? 'inserted' : null;
}

/**
 * Further paragraphs of a Word list item look like any other paragraph but for their class: one that stands exactly as
 * far in as the item before joins it.
 */
function joinContinuations(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  let item: { readonly at: number; readonly margin: string } | null = null;
  for (const node of nodes) {
    if (node.type !== 'element') {
      joined.push(node);
      continue;
    }
    const margin = styleValue(attribute(node, 'style'), 'margin-left');
    const owner: ElementContent | undefined = item === null ? undefined : joined[item.at];
    if (wordListOf(node) !== null) {
      item = { at: joined.length, margin };
      joined.push(node);
    } else if (item !== null && owner?.type === 'element' && item.margin === margin && isContinuation(node)) {
      const lineBreak: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };
      joined[item.at] = { ...owner, children: [...owner.children, lineBreak, ...node.children] };
    } else {
      item = null;
      joined.push(node);
    }
  }
  return joined;
}

function isContinuation(element: Element): boolean {
  return element.tagName === 'p' && /(?:^| )MsoListParagraph/u.test(attribute(element, 'className'));
}

const MOST_SPAN = 100;
const MOST_CELLS = 50_000;

/** The table with an empty cell for every place that a merged cell covered; as it is where that would be too many. */
function unmerged(table: Element, { audit, room }: Tidying): Element {
  const rows = elementsIn(table, (part) => part.tagName === 'tr');
  const spans = (cell: Element, name: 'colSpan' | 'rowSpan'): number =>
    Math.min(Math.max(Math.trunc(Number(attribute(cell, name))) || 1, 1), MOST_SPAN);
  const merged = rows.some((row) =>
    row.children.some((cell) => isCell(cell) && (spans(cell, 'colSpan') > 1 || spans(cell, 'rowSpan') > 1)),
  );
  if (!merged) return table;
  /** For each column, how many rows below are still covered from above. */
  const covered: number[] = [];
  const grown = new Map<Element, Element>();
  let found = 0;
  let left = room.cells;
  for (const row of rows) {
    const cells: ElementContent[] = [];
    const fill = (): void => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length] = (covered[cells.length] ?? 0) - 1;
        cells.push(emptyCell());
        left -= 1;
      }
    };
    for (const cell of row.children.filter(isCell)) {
      fill();
      const across = spans(cell, 'colSpan');
      const down = spans(cell, 'rowSpan');
      if (across > 1 || down > 1) found += 1;
      for (let column = 0; column < across; column += 1) {
        covered[cells.length] = down - 1;
        cells.push(column === 0 ? cell : emptyCell());
      }
      left -= across - 1;
      if (left < 0) return table;
    }
    fill();
    if (left < 0) return table;
    grown.set(row, { ...row, children: cells });
  }
  room.cells = left;
  audit.count('mergedCells', found);
  return withRows(table, grown);
}

function withRows(element: Element, rows: ReadonlyMap<Element, Element>): Element {
  const children = element.children.map((child): ElementContent => {
    if (child.type !== 'element') return child;
    return rows.get(child) ?? withRows(child, rows);
  });
  return { ...element, children };
}

function isCell(node: ElementContent): node is Element {
  return isElement(node, 'td', 'th');
}

function emptyCell(): Element {
  return { type: 'element', tagName: 'td', properties: {}, children: [] };
}
