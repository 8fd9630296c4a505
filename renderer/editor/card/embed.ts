import type { Command } from '@tiptap/pm/state';
import { linkAddress } from '#shared/article/url.ts';
import { NODE } from '#shared/document/layout.ts';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import { insertAfterBlock } from '../insert-block.ts';
import { providedBy } from './provider.ts';

/** The attributes of an embed. */
export interface EmbedAttributes {
  readonly url: string;
  readonly title: string | null;
}

/** The embed an address would become; null where it is no full web address. Nothing is asked of anybody. */
export function embedFor(text: string): EmbedAttributes | null {
  const url = linkAddress(text);
  return url === null || providedBy(url) === null ? null : { url, title: null };
}

/** Puts the card of an address after the block with the caret. */
export function insertEmbed(attributes: EmbedAttributes): Command {
  return (state, dispatch, view) => {
    const type = state.schema.nodes[NODE.embed];
    return type !== undefined && insertAfterBlock(type.create({ ...attributes }))(state, dispatch, view);
  };
}

/** What an embed is, by its address: `Post by @name on X`. */
export function describeEmbed(address: string, words: BlocksWords): string {
  const provided = providedBy(address);
  if (provided === null) return words.embed;
  const { provider, kind, handle } = provided;
  switch (kind) {
    case 'video':
      return handle === undefined ? words.videoOn(provider) : words.videoBy(handle, provider);
    case 'post':
      return handle === undefined ? words.postOn(provider) : words.postBy(handle, provider);
    case 'audio':
      return words.audioOn(provider);
    case 'page':
      return words.pageOn(provider);
  }
}
