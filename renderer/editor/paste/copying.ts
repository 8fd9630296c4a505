import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Block, MediaName } from '#shared/article/block.ts';
import type { RelatedLink } from '#shared/article/related.ts';
import { textFromBlocks } from '#shared/formats/clipboard-text.ts';
import { NODE } from '#shared/document/layout.ts';
import type { PageSelection } from '../page-selection.ts';
import { blockOf } from './block-node.ts';
import { OWN_TYPE } from './clipping.ts';
import { ownClip } from './own-clip.ts';
import { isPlain } from './placing.ts';
import { clipWriter } from './reading.ts';

/** What the surroundings of the text know that goes along. */
export interface CopyContext {
  readonly related: () => readonly RelatedLink[];
  /** All three fields selected together: then all of them are copied. */
  readonly whole?: Pick<PageSelection, 'isSelected' | 'nodes' | 'clear'>;
  /** Says that so many pictures could not be copied along. */
  readonly onPicturesLeft: (count: number) => void;
}

/**
 * Puts the selection on the clipboard: as HTML with real lists, quotations, tables and pictures for other programs, as
 * plain text, and whole in Stet's own form. False where that can't be done yet, and the editor does what it can.
 */
export function copySelection(view: EditorView, data: DataTransfer, context: CopyContext): boolean {
  const writer = clipWriter();
  const all = context.whole?.nodes() ?? null;
  const selected = all === null ? selectionOf(view.state) : { nodes: all, isPhrase: false };
  if (selected === null || (writer === null && all === null)) return false;
  const { nodes, isPhrase } = selected;
  const blocks = nodes.map(blockOf).filter((block): block is Block => block !== null);
  const related = context.related();
  const pictures = new Pictures(view.dom.closest<HTMLElement>('.article-page') ?? view.dom);
  const [first] = blocks;
  const html =
    writer === null
      ? ''
      : isPhrase && first !== undefined && 'content' in first
        ? writer.phraseHtml(first.content)
        : writer.clipHtml(blocks, { related: related.map(withUrl), picture: (name) => pictures.dataUrl(name) });
  data.clearData();
  if (html !== '') data.setData('text/html', html);
  data.setData('text/plain', textFromBlocks(blocks));
  data.setData(OWN_TYPE, ownClip(nodes, isPhrase, related));
  if (pictures.left > 0) context.onPicturesLeft(pictures.left);
  return true;
}

function withUrl(link: RelatedLink) {
  return link.target.kind === 'url' ? { ...link, url: link.target.url } : link;
}

/** The selection as whole blocks, or as one that holds a few words; null for none. */
function selectionOf({
  selection,
  schema,
}: EditorState): { readonly nodes: readonly Node[]; readonly isPhrase: boolean } | null {
  if (selection.empty) return null;
  const { $from, $to, ranges } = selection;
  // Several cells are several ranges, of which the first alone is between these two.
  const inOne = ranges.length === 1 && $from.sameParent($to) && $from.parent.isTextblock;
  const isWhole =
    inOne && $from.depth === 1 && $from.parentOffset === 0 && $to.parentOffset === $to.parent.content.size;
  if (inOne && !(isWhole && !isPlain($from.parent))) {
    const words = $from.parent.slice($from.parentOffset, $to.parentOffset).content;
    const block = schema.nodes[NODE.textBlock]?.create(null, words);
    return block === undefined ? null : { nodes: [block], isPhrase: true };
  }
  const nodes = selection.content().content.content;
  // The end of the line before and the start of the line after are no lines of their own.
  const kept = nodes.filter(
    (node, at) => !((at === 0 || at === nodes.length - 1) && isPlain(node) && node.content.size === 0),
  );
  return kept.length === 0 ? null : { nodes: kept, isPhrase: false };
}

/** All pictures of one copy together, as characters of their URLs. */
const MOST_PICTURE_TEXT = 12_000_000;
/** The longer side of a copied picture, in pixels: what a mail or a document shows. */
const LONGEST_SIDE = 1_600;

/** Pictures as they are on the page, drawn into URLs. */
class Pictures {
  readonly #dom: HTMLElement;
  readonly #made = new Map<MediaName, string | null>();
  #room = MOST_PICTURE_TEXT;

  constructor(dom: HTMLElement) {
    this.#dom = dom;
  }

  /** How many could not come along: too many, too large, or not loaded. */
  get left(): number {
    return Array.from(this.#made.values()).filter((url) => url === null).length;
  }

  dataUrl(name: MediaName): string | null {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const image = Array.from(this.#dom.querySelectorAll('img')).find((each) => each.src.includes(name));
    const drawn = image === undefined ? null : drawnUrl(image, /\.(?:png|gif)$/u.test(name));
    const url = drawn !== null && drawn.length <= this.#room ? drawn : null;
    this.#room -= url?.length ?? 0;
    this.#made.set(name, url);
    return url;
  }
}

function drawnUrl(image: HTMLImageElement, isFlat: boolean): string | null {
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!image.complete || width === 0 || height === 0) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  try {
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL(isFlat ? 'image/png' : 'image/jpeg', 0.88);
  } catch {
    return null;
  }
}
