import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { RelatedLink } from '#shared/article/related.ts';
import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import { atomView, emptyCard, fillLine } from './card.ts';
import type { TargetText, TargetTexts } from './target-texts.ts';

export interface RelatedContext {
  readonly words: EditorWords;
  readonly blocks: BlocksWords;
  readonly targets: TargetTexts;
  readonly related: () => readonly RelatedLink[];
  /** Calls the listener when the related list changed; returns the way to stop. */
  readonly onRelated: (listener: () => void) => () => void;
}

/** A related article inside the body, by what the related list and the article itself say of it. */
export function relatedCardView(context: RelatedContext) {
  return (node: Node, _view: EditorView): NodeView => {
    const card = emptyCard('card-related');
    card.kind.textContent = context.words.relatedCard;
    let shown = node;
    const show = (next: Node): void => {
      shown = next;
      const { related: id } = next.attrs as Readonly<Record<string, unknown>>;
      const link = context.related().find((entry) => entry.id === id);
      const { target } = link ?? {};
      const known = target?.kind === 'article' ? context.targets.of(target.article, again) : undefined;
      const { title, note, isGone } = saidOf(link, known, context);
      fillLine(card.title, title);
      fillLine(card.note, note);
      card.dom.toggleAttribute('data-gone', isGone);
      card.dom.setAttribute('aria-label', `${context.words.relatedCard}, ${title}`);
    };
    const again = (): void => show(shown);
    const stop = context.onRelated(again);
    return { ...atomView(card.dom, node, show), destroy: stop };
  };
}

interface Said {
  readonly title: string;
  readonly note: string;
  readonly isGone: boolean;
}

/** What a card says of an entry of the related list; `own` is what the article itself says, once that is known. */
function saidOf(link: RelatedLink | undefined, own: TargetText | undefined, context: RelatedContext): Said {
  if (link === undefined) return { title: context.words.relatedGone, note: '', isGone: true };
  const { target, headline, blurb } = link;
  const address = target.kind === 'url' ? target.url : '';
  const title = headline || own?.headline || address;
  if (own?.isMissing === true)
    return { title: title || context.blocks.untitled, note: context.blocks.relatedUnknown, isGone: true };
  const note = blurb || own?.blurb || (title === address ? '' : address);
  return {
    title: title || (own === undefined && target.kind === 'article' ? '…' : context.blocks.untitled),
    note,
    isGone: false,
  };
}
