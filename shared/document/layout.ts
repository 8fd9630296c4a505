/**
 * How an article lies in a Yjs document. Every name here is on disk for ever: add, never rename.
 *
 * Roots (only root-level shared types; nobody creates a nested shared type that another might create too):
 * - `headline`, `standfirst`, `body`: `Y.XmlFragment`, each a flat sequence of the nodes below;
 * - `metadata`: `Y.Map`, one plain JSON value per field of `Metadata`;
 * - `related`: `Y.Map`, id of the entry → plain JSON `{type, target, headline, blurb, order}`; `order` is a
 *   fractional index, ties broken by id;
 * - `about`: `Y.Map`, `article` = the article's id, written by the first update only.
 *
 * Nodes (`Y.XmlElement` names). Attribute values are strings, numbers or booleans; absent is the default.
 * - `textBlock`: inline content; attributes of `TEXT_BLOCK_ATTRIBUTES`. A heading is a textBlock with `kind: heading`.
 * - `figure`: inline content is the caption; attributes of `FIGURE_ATTRIBUTES`.
 * - `table` > `tableRow` > `tableCell` (inline content; attribute `header`).
 * - `embed` {url, title}, `rule` {}, `relatedCard` {related}.
 * - `hardBreak`: the only inline element; takes no marks.
 * Inline content is `Y.XmlText`; marks are formatting attributes named as in `Marks`: a plain mark's value is `{}`,
 * `link` is `{href}`, `language` is `{tag, direction}`.
 */
export const FIELDS_OF_TEXT = ['headline', 'standfirst', 'body'] as const;
export type TextField = (typeof FIELDS_OF_TEXT)[number];

export const METADATA_ROOT = 'metadata';
export const RELATED_ROOT = 'related';
export const ABOUT_ROOT = 'about';

export const NODE = {
  textBlock: 'textBlock',
  figure: 'figure',
  table: 'table',
  tableRow: 'tableRow',
  tableCell: 'tableCell',
  embed: 'embed',
  rule: 'rule',
  relatedCard: 'relatedCard',
  hardBreak: 'hardBreak',
} as const;

export const TEXT_BLOCK_ATTRIBUTES = [
  'kind',
  'level',
  'list',
  'indent',
  'box',
  'language',
  'direction',
  'attribution',
] as const;

export const FIGURE_ATTRIBUTES = [
  'media',
  'credit',
  'source',
  'alt',
  'decorative',
  'focalX',
  'focalY',
  'width',
  'height',
] as const;

/** The layout's version. Raise it whenever an older application would not understand, and so delete, something new. */
export const SCHEMA_VERSION = 1;
