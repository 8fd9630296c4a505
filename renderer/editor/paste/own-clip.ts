import type { Node, Schema } from '@tiptap/pm/model';
import type { Block } from '#shared/article/block.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import { linkAddress } from '#shared/article/url.ts';
import type { Clip } from '#shared/formats/clipboard-reader.ts';
import { blockOf } from './block-node.ts';

const VERSION = 1;

/** What a copied related card stands for: enough to find its entry in another article's list. */
interface CopiedCard {
  readonly id: string;
  readonly target: string;
  readonly headline: string;
}

/** Copied blocks in Stet's own form. `related` is the article's list. */
export function ownClip(nodes: readonly Node[], isPhrase: boolean, related: readonly RelatedLink[]): string {
  const cards: CopiedCard[] = related.map(({ id, target, headline }) => ({ id, headline, target: targetOf(target) }));
  return JSON.stringify({ stet: VERSION, isPhrase, nodes: nodes.map((node) => node.toJSON() as unknown), cards });
}

/**
 * The same read back; null for anything else. Whoever wrote it, only what the schema has comes in, its addresses by the
 * one policy. A card whose entry this article's list does not have becomes a link, or is left out and counted.
 */
export function readOwnClip(text: string, schema: Schema, related: readonly RelatedLink[]): Clip | null {
  const clip = parsed(text);
  if (clip === null) return null;
  let lost = 0;
  const blocks = clip.nodes.flatMap((json): Block[] => {
    const block = blockFrom(json, schema);
    if (block?.kind !== 'relatedCard') return block === null ? [] : [block];
    const found = cardFor(block.related, clip.cards, related);
    if (found === null) lost += 1;
    return found === null ? [] : [found];
  });
  const audit = lost === 0 ? {} : { cards: lost };
  return blocks.length === 0 ? null : { blocks, isPhrase: clip.isPhrase, pictures: [], audit };
}

function cardFor(id: string, cards: readonly CopiedCard[], related: readonly RelatedLink[]): Block | null {
  if (related.some((entry) => entry.id === id)) return { kind: 'relatedCard', related: id };
  const card = cards.find((copied) => copied.id === id);
  if (card === undefined) return null;
  const same = related.find((entry) => card.target !== '' && targetOf(entry.target) === card.target);
  if (same !== undefined) return { kind: 'relatedCard', related: same.id };
  const url = linkAddress(card.target);
  return url === null ? null : { kind: 'embed', url, title: card.headline };
}

function targetOf(target: RelatedLink['target']): string {
  switch (target.kind) {
    case 'article':
      return target.article;
    case 'url':
      return target.url;
    case 'none':
      return '';
  }
}

function blockFrom(json: unknown, schema: Schema): Block | null {
  try {
    const node = schema.nodeFromJSON(json);
    node.check();
    return blockOf(node);
  } catch {
    return null;
  }
}

interface ParsedClip {
  readonly isPhrase: boolean;
  readonly nodes: readonly unknown[];
  readonly cards: readonly CopiedCard[];
}

function parsed(text: string): ParsedClip | null {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value['stet'] !== VERSION || !Array.isArray(value['nodes'])) return null;
    const cards = Array.isArray(value['cards']) ? value['cards'].filter(isCard) : [];
    return { isPhrase: value['isPhrase'] === true, nodes: value['nodes'], cards };
  } catch {
    return null;
  }
}

function isCard(value: unknown): value is CopiedCard {
  return isRecord(value) && ['id', 'target', 'headline'].every((name) => typeof value[name] === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
