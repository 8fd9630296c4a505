/**
 * How an article lies in a Yjs document. Every name here is on disk for ever: add, never rename.
 *
 * Roots (only root-level shared types; nobody creates a nested shared type that another might create too):
 * - `headline`, `standfirst`, `body`: `Y.XmlFragment`, each a flat sequence of the nodes below;
 * - `metadata`: `Y.Map`, one plain JSON value per field of `Metadata`;
 * - `related`: `Y.Map`, one register per property of an entry: `<entry>.type`, `<entry>.target`, `<entry>.headline`,
 *   `<entry>.blurb`, `<entry>.order`; so one person may move an entry while another writes its blurb. `order` is a
 *   fractional index (order.ts), ties broken by the entry's id. An entry is there while it has a target or any words;
 * - `about`: `Y.Map`, `article` = the article's id, written by the first update only; `schema-<n>` = true: somebody
 *   wrote what only applications of schema version n and newer understand. One key per version, so that two writers
 *   of different versions can't overwrite each other; the highest counts.
 *
 * Nodes (`Y.XmlElement` names). Attribute values are strings, numbers or booleans; absent is the default.
 * - `textBlock`: inline content; attributes of `TEXT_BLOCK_ATTRIBUTES`. A heading is a textBlock with `kind: heading`.
 *   `kind` is always written.
 * - `figure`: inline content is the caption; attributes of `FIGURE_ATTRIBUTES`. Neighbours of the same `gallery` (a
 *   random name) are one gallery. Whoever writes one says `schema-2` with it.
 * - `table` > `tableRow` > `tableCell` (inline content; attribute `header`).
 * - `embed` {url, title}, `rule` {}, `relatedCard` {related}.
 * - `hardBreak`: the only inline element; takes no marks.
 * A field of text is never empty: the first update writes at least one textBlock in each.
 *
 * Inline content is `Y.XmlText`; what the first update makes has one in every textBlock, figure and tableCell even
 * where there is no text yet, so that two people who begin to type there type into the same one. Marks are formatting attributes named as in `Marks`: a plain mark's value is `{}`,
 * `link` is `{href}`, `language` is `{tag, direction}` (`direction` null where it is not forced).
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
  'gallery',
] as const;

/**
 * The newest version of the layout this application understands. Raise it whenever an older application would not
 * understand, and so delete, something new, and say in schema.ts which articles need it: only those are closed to older
 * applications.
 * 1: everything but what follows. 2: `gallery` of figures.
 */
export const SCHEMA_VERSION = 2;

/** What an attribute of a node may be. */
export type AttributeValue = string | number | boolean;
