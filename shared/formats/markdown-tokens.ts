import type { Definition, PhrasingContent, RootContent } from 'mdast';
import type { Inline, Marks } from '#shared/article/inline.ts';
import { run } from '#shared/article/inline.ts';
import { linkAddress } from '#shared/article/url.ts';
import { readDirective, unescapeAttribute, type Directive } from './directive.ts';
import type { NoteTaker } from './note-taker.ts';
import { TAG_MARKS } from './tag-marks.ts';

/** A piece of a paragraph: text, a picture inside it, or the directive that speaks of the whole. */
export type Token =
  | { readonly type: 'inline'; readonly inline: Inline; readonly role: Role }
  | { readonly type: 'picture'; readonly picture: Picture }
  | { readonly type: 'directive'; readonly directive: Directive };

/** Where a text belongs in a figure. */
export type Role = 'text' | 'credit' | 'source';

export interface Picture {
  readonly alt: string;
  readonly href: string;
  readonly title: string;
}

/** What a whole file knows: link definitions, and the footnotes in the order in which they are first referred to. */
export interface FileContext {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: Map<string, number>;
  readonly notes: NoteTaker;
}

interface OpenTag {
  readonly tag: string;
  readonly marks: Marks;
  readonly role: Role;
}

interface State {
  readonly file: FileContext;
  readonly tokens: Token[];
  open: OpenTag[];
}

/** The tokens of a paragraph, heading or cell. HTML tags of our convention become marks; others go, their text stays. */
export function tokensOf(nodes: readonly PhrasingContent[], file: FileContext): Token[] {
  const state: State = { file, tokens: [], open: [] };
  readNodes(nodes, {}, state);
  return state.tokens;
}

function readNodes(nodes: readonly PhrasingContent[], marks: Marks, state: State): void {
  for (const node of nodes) readNode(node, marks, state);
}

function readNode(node: PhrasingContent, marks: Marks, state: State): void {
  switch (node.type) {
    case 'text':
      return addText(joinSoftBreaks(node.value), marks, state);
    case 'inlineCode':
      return addText(node.value, marks, state);
    case 'strong':
      return readNodes(node.children, { ...marks, bold: true }, state);
    case 'emphasis':
      return readNodes(node.children, { ...marks, italic: true }, state);
    case 'delete':
      return readNodes(node.children, { ...marks, strike: true }, state);
    case 'link':
      return readNodes(node.children, linked(node.url, marks, state), state);
    case 'linkReference':
      return readNodes(node.children, linked(definedUrl(node.identifier, state), marks, state), state);
    case 'break':
      return addInline({ type: 'break' }, state);
    case 'image':
      return addPicture(node.alt ?? '', node.url, node.title ?? '', state);
    case 'imageReference':
      return addPicture(node.alt ?? '', definedUrl(node.identifier, state), '', state);
    case 'footnoteReference':
      return addText(String(footnoteNumber(node.identifier, state)), { ...marks, superscript: true }, state);
    case 'html':
      return readTag(node.value, state);
    default:
      return undefined;
  }
}

function addText(text: string, marks: Marks, state: State): void {
  const all = state.open.reduce<Marks>((sum, tag) => ({ ...sum, ...tag.marks }), marks);
  addInline(run(text, all), state);
}

function addInline(inline: Inline, state: State): void {
  const role = state.open.findLast((tag) => tag.role !== 'text')?.role ?? 'text';
  state.tokens.push({ type: 'inline', inline, role });
}

function addPicture(alt: string, href: string, title: string, state: State): void {
  state.tokens.push({ type: 'picture', picture: { alt, href, title } });
}

function linked(url: string, marks: Marks, state: State): Marks {
  const href = linkAddress(url);
  if (href !== null) return { ...marks, link: { href } };
  state.file.notes.say('link-dropped', 'Links to addresses outside the web, mail and telephone were left out.');
  return marks;
}

function definedUrl(identifier: string, state: State): string {
  return state.file.definitions.get(identifier)?.url ?? '';
}

function footnoteNumber(identifier: string, state: State): number {
  const { footnotes } = state.file;
  const number = footnotes.get(identifier) ?? footnotes.size + 1;
  footnotes.set(identifier, number);
  return number;
}

const IDEOGRAPH_BREAK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

function joinSoftBreaks(text: string): string {
  return text.includes('\n') ? text.replaceAll(IDEOGRAPH_BREAK, '').replaceAll('\n', ' ') : text;
}

const TAG = /^<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)\/?>$/iu;

const TAG_ROLES: Readonly<Record<string, Role>> = { small: 'credit', cite: 'source' };

function readTag(html: string, state: State): void {
  const directive = readDirective(html);
  if (directive !== null) {
    state.tokens.push({ type: 'directive', directive });
    return;
  }
  const [, closing = '', name = '', attributes = ''] = TAG.exec(html) ?? [];
  const tag = name.toLowerCase();
  if (tag === 'br') return addInline({ type: 'break' }, state);
  const known = tag === 'span' || Object.hasOwn(TAG_MARKS, tag) || Object.hasOwn(TAG_ROLES, tag);
  if (!known)
    return state.file.notes.say('html-dropped', 'HTML tags inside the text were left out; their text was kept.');
  if (closing !== '') {
    const at = state.open.findLastIndex((open) => open.tag === tag);
    if (at >= 0) state.open = state.open.filter((_open, place) => place !== at);
    return;
  }
  const marks = tag === 'span' ? spanMarks(attributes) : (TAG_MARKS[tag] ?? {});
  state.open.push({ tag, marks, role: TAG_ROLES[tag] ?? 'text' });
}

function spanMarks(attributes: string): Marks {
  if (/\sclass="cq"/u.test(attributes)) return { cq: true };
  const lang = /\slang="([^"<>]{0,200})"/u.exec(attributes)?.[1];
  const dir = /\sdir="(ltr|rtl)"/u.exec(attributes)?.[1];
  if (lang === undefined) return {};
  const direction = dir === 'ltr' || dir === 'rtl' ? ({ direction: dir } as const) : {};
  return { language: { tag: unescapeAttribute(lang), ...direction } };
}

/** All definitions of a file, wherever they stand. The first of a name counts, as in CommonMark. */
export function definitionsIn(nodes: readonly RootContent[]): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const waiting: RootContent[] = [...nodes].toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of (node.children as RootContent[]).toReversed()) waiting.push(child);
  }
  return found;
}
