import * as Y from 'yjs';
import type { Block, MediaName } from '#shared/article/block.ts';
import { run } from '#shared/article/inline.ts';
import { NODE } from '#shared/document/layout.ts';
import { readRelated } from '#shared/document/related.ts';
import { elementOf } from '#shared/document/write.ts';
import type { Chance } from './chance.ts';
import type { Pen } from './pen.ts';
import { plainOf, textsIn } from './text-edit.ts';
import { seamsOf } from './token.ts';

type Attributes = Record<string, string | number | boolean>;
type Element = Y.XmlElement<Attributes>;

/** Puts in a block that holds the token. */
export function insertBlock({ doc, chance, token, picture }: Pen): string {
  const body = doc.getXmlFragment('body');
  body.insert(chance.below(body.length + 1), [
    elementOf(picture === null ? blockWith(doc, chance, token) : figureWith(picture, token)),
  ]);
  return '';
}

function blockWith(doc: Y.Doc, chance: Chance, token: string): Block {
  const content = [run(token)];
  switch (chance.below(6)) {
    case 0:
      return { kind: 'heading', level: 2, content };
    case 1: {
      const words = { caption: [run('Caption')], credit: '', source: '', alt: '' };
      const place = chance.pick(['caption', 'credit', 'source', 'alt'] as const);
      const filled = place === 'caption' ? { caption: content } : { [place]: token };
      return { kind: 'figure', media: null, decorative: false, ...words, ...filled };
    }
    case 2: {
      const cell = (words: string) => ({ header: false, content: [run(words)] });
      return { kind: 'table', rows: [{ cells: [cell('One'), cell(token)] }, { cells: [cell('Two')] }] };
    }
    case 3:
      return { kind: 'embed', url: 'https://example.org/', title: token };
    case 4: {
      const [entry] = readRelated(doc);
      if (entry !== undefined && chance.odds(0.5)) return { kind: 'relatedCard', related: entry.id };
      return { kind: 'blockQuote', content, attribution: 'Somebody' };
    }
    default:
      return { kind: 'paragraph', content, list: 'bulleted' };
  }
}

function figureWith(media: MediaName, token: string): Block {
  return { kind: 'figure', media, decorative: false, caption: [run(token)], credit: '', source: '', alt: '' };
}

/** Deletes one to three neighbouring blocks, leaving one. */
export function removeBlocks({ doc, chance }: Pen): string {
  const body = doc.getXmlFragment('body');
  const count = Math.min(1 + chance.below(3), body.length - 1);
  if (count > 0) body.delete(chance.below(body.length - count + 1), count);
  return '';
}

/** Changes a paragraph into a heading, a list item, a quotation. */
export function arrangeBlocks({ doc, chance }: Pen): string {
  const blocks = textBlocks(doc);
  if (blocks.length === 0) return '';
  const block = chance.pick(blocks);
  const [name, value] = chance.pick([
    ['kind', 'heading'],
    ['kind', 'paragraph'],
    ['kind', 'pullQuote'],
    ['list', 'numbered'],
    ['indent', 2],
    ['box', 'Facts'],
    ['direction', 'rtl'],
  ] as const);
  block.setAttribute(name, value);
  return '';
}

/** Joins a block to the one before it: what it held is written there, and it goes. */
export function joinBlocks({ doc, chance }: Pen): string {
  const body = doc.getXmlFragment('body');
  const places = textBlocks(doc).map((block) => indexOf(body, block));
  const seconds = places.filter((place) => places.includes(place - 1));
  if (seconds.length === 0) return '';
  const at = chance.pick(seconds);
  const [first, second] = [body.get(at - 1), body.get(at)] as [Element, Element];
  const delta = textsIn(second).flatMap((text) => text.toDelta() as { insert: string }[]);
  const into = textsIn(first).at(-1);
  if (into === undefined) return '';
  into.applyDelta([{ retain: into.length }, ...delta], { sanitize: false });
  body.delete(at, 1);
  return wordsOf(delta);
}

/** Splits a block in two: the second half is taken out of it and written in a new one. */
export function splitBlock({ doc, chance }: Pen): string {
  const body = doc.getXmlFragment('body');
  const blocks = textBlocks(doc).filter((block) => textsIn(block).length > 0);
  if (blocks.length === 0) return '';
  const block = chance.pick(blocks);
  const text = chance.pick(textsIn(block));
  const at = chance.pick(seamsOf(plainOf(text)));
  const delta = tailOf(text.toDelta() as { insert: string; attributes?: object }[], at);
  const made = new Y.XmlElement<Attributes>(NODE.textBlock);
  const tail = new Y.XmlText();
  made.setAttribute('kind', 'paragraph');
  body.insert(indexOf(body, block) + 1, [made as unknown as Y.XmlElement]);
  made.insert(0, [tail]);
  tail.applyDelta(delta, { sanitize: false });
  if (text.length > at) text.delete(at, text.length - at);
  return wordsOf(delta);
}

/** Takes some neighbouring blocks out and puts their like in elsewhere. */
export function moveSection({ doc, chance }: Pen): string {
  const body = doc.getXmlFragment('body');
  const count = Math.min(1 + chance.below(3), body.length - 1);
  if (count <= 0) return '';
  const at = chance.below(body.length - count + 1);
  const section = body.toArray().slice(at, at + count);
  if (!section.every((block) => block instanceof Y.XmlElement)) return '';
  const copies = section.map((block) => (block as Y.XmlElement).clone());
  const words = section.map((block) => spoken(block as Element)).join(' ');
  body.delete(at, count);
  body.insert(chance.below(body.length + 1), copies);
  return words;
}

/** All words of a block: its texts and its attributes. */
function spoken(block: Element): string {
  const values = Object.values(block.getAttributes() as Attributes).map(String);
  return [...textsIn(block as unknown as Y.XmlElement).map(plainOf), ...values].join(' ');
}

function textBlocks(doc: Y.Doc): Element[] {
  const children: readonly unknown[] = doc.getXmlFragment('body').toArray();
  return children.filter(
    (child): child is Element => child instanceof Y.XmlElement && child.nodeName === NODE.textBlock,
  );
}

function indexOf(body: Y.XmlFragment, block: Element): number {
  return body.toArray().findIndex((child: unknown) => child === block);
}

function tailOf<T extends { insert: string }>(delta: readonly T[], from: number): T[] {
  const tail: T[] = [];
  let at = 0;
  for (const piece of delta) {
    const left = piece.insert.slice(Math.max(0, from - at));
    if (left !== '' && at + piece.insert.length > from) tail.push({ ...piece, insert: left });
    at += piece.insert.length;
  }
  return tail;
}

function wordsOf(delta: readonly { insert: string }[]): string {
  return delta.map(({ insert }) => insert).join('');
}
