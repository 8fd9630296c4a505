import { Editor, type AnyExtension, type Extensions, type NodeViewRenderer } from '@tiptap/core';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import { Dropcursor, Gapcursor } from '@tiptap/extensions';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import { NODE, type TextField } from '#shared/document/layout.ts';
import { bindingExtension } from './binding/binding.ts';
import { Blank } from './blank.ts';
import { BlockKeys } from './block-keys.ts';
import { BoxBorders } from './box-borders.ts';
import { EmbedOffer } from './card/embed-offer.ts';
import { embedView, type EmbedContext } from './card/embed-view.ts';
import { relatedCardView, type RelatedContext } from './card/related-view.ts';
import { quoteView } from './quote/quote-view.ts';
import { Signs, type Suggestions } from './command/suggestions.ts';
import { ArrivingPictures } from './figure/arriving.ts';
import { FigureKeys } from './figure/figure-keys.ts';
import { figureView, type FigureContext } from './figure/figure-view.ts';
import { smartTyping } from './comfort/smart-typing.ts';
import { Folding } from './folding.ts';
import { Keys, type PageKeys } from './keys.ts';
import { LettersEndNoSign, LinkRule, MarkdownRules } from './markdown-rules.ts';
import { Paste } from './paste/paste.ts';
import type { PasteContext } from './paste/paster.ts';
import { QuietScrolling } from './quiet-scrolling.ts';
import { TableKeys } from './table/table-keys.ts';
import { TableMenuKey, type TableContext } from './table/table-tools.ts';
import { tableView } from './table/table-view.ts';
import { schemaExtensions } from './schema/schema.ts';
import type { ArticleSession } from './session.ts';
import { TrueCaret } from './true-caret.ts';
import { TypedLetter } from './typed-letter.ts';
import { UnreadBlocks } from './unread-blocks.ts';

export interface FieldContext extends FigureContext {
  readonly words: EditorWords;
  readonly blocks: TableContext & EmbedContext & Omit<RelatedContext, 'words' | 'blocks'>;
  readonly keys: PageKeys;
  readonly suggestions: Suggestions;
  readonly onPictures: (files: readonly File[], at?: number) => void;
  readonly clipboard: PasteContext;
}

/** Makes the editor of one field inside `element`, bound to the session's document. Destroy it when done. */
export function createFieldEditor(
  session: ArticleSession,
  field: TextField,
  element: HTMLElement,
  context: FieldContext,
): Editor {
  const editor = new Editor({
    element,
    // As data: parsing HTML, even none, is what the page's policy forbids.
    content: { type: 'doc', content: [{ type: NODE.textBlock }] },
    injectCSS: false,
    enablePasteRules: false,
    enableCoreExtensions: {
      keymap: false,
      delete: false,
      drop: false,
      paste: false,
      tabindex: false,
      textDirection: false,
    },
    editable: session.readOnly === undefined,
    extensions: [
      ...(field === 'body' ? withViews(schemaExtensions(field), context) : schemaExtensions(field)),
      bindingExtension({ fragment: session.doc.getXmlFragment(field), undoManager: session.undoManager }),
      LettersEndNoSign,
      LinkRule,
      Keys.configure({ field, page: context.keys }),
      smartTyping(session),
      QuietScrolling,
      TrueCaret,
      TypedLetter,
      Blank,
      UnreadBlocks,
      Paste.configure({ field, context: context.clipboard, onPictures: context.onPictures }),
      ...(field === 'body' ? bodyExtensions(context, session) : []),
    ],
  });
  name(editor.view.dom, session, field, context.words);
  return editor;
}

function bodyExtensions(context: FieldContext, session: ArticleSession): AnyExtension[] {
  return [
    MarkdownRules,
    Signs.configure({ suggestions: context.suggestions }),
    Gapcursor,
    Dropcursor.configure({ color: false, class: 'prose-drop' }),
    FigureKeys,
    ArrivingPictures.configure({ fragment: session.doc.getXmlFragment('body') }),
    Folding,
    BoxBorders,
    TableKeys,
    TableMenuKey.configure({ ask: context.blocks.ask }),
    BlockKeys.configure({ words: context.words }),
    EmbedOffer.configure({ words: context.blocks.words }),
  ];
}

/**
 * How the blocks that are more than text are shown. Said with the blocks themselves, for Tiptap makes the view before
 * it adds plugins: views that came with one would have everything drawn twice.
 */
function withViews(blocks: Extensions, context: FieldContext): Extensions {
  const views: Readonly<Record<string, NodeViewConstructor>> = {
    [NODE.figure]: figureView(context),
    [NODE.textBlock]: quoteView(context.blocks),
    [NODE.embed]: embedView(context.blocks),
    [NODE.relatedCard]: relatedCardView({ ...context.blocks, words: context.words, blocks: context.blocks.words }),
    [NODE.table]: tableView(context.blocks),
  };
  return blocks.map((block) => {
    const draw = views[block.name];
    if (draw === undefined) return block;
    const addNodeView =
      (): NodeViewRenderer =>
      ({ node, view, getPos, decorations, innerDecorations }) =>
        draw(node, view, getPos, decorations, innerDecorations);
    return block.extend({ addNodeView });
  });
}

/** What never changes of a field's element is set once: ProseMirror would compare what it sets itself with each key. */
function name(element: HTMLElement, session: ArticleSession, field: TextField, words: EditorWords): void {
  element.classList.add('prose', `prose-${field}`);
  const attributes = {
    ...namesOf(field, words),
    // Ours is off the main thread, knows the passage's language and fetches nothing; the browser's would be a second.
    spellcheck: 'false',
    ...(session.readOnly === undefined ? { tabindex: '0' } : {}),
    ...(field === 'body' ? { 'aria-multiline': 'true' } : {}),
  };
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
}

/** The field's name for listeners, and what stands in it while it is blank. */
function namesOf(field: TextField, words: EditorWords): Record<'aria-label' | 'data-placeholder', string> {
  switch (field) {
    case 'headline':
      return { 'aria-label': words.headline, 'data-placeholder': words.headlinePlaceholder };
    case 'standfirst':
      return { 'aria-label': words.standfirst, 'data-placeholder': words.standfirstPlaceholder };
    case 'body':
      return { 'aria-label': words.body, 'data-placeholder': words.bodyPlaceholder };
  }
}
