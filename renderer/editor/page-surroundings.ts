import type { BlocksWords } from '#renderer/ui/words/en/blocks.ts';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import type { Words } from '#renderer/ui/words/words.tsx';
import { askingOf } from './asking.ts';
import { TargetTexts } from './card/target-texts.ts';
import type { Suggestions } from './command/suggestions.ts';
import type { FieldContext } from './field-editor.ts';
import type { PagePictures, PictureSurroundings } from './figure/page-pictures.ts';
import type { PageKeys } from './keys.ts';
import { pasteLine } from './paste/paste-line.ts';
import { pasteSentences } from './paste/paste-words.ts';
import type { PasteContext } from './paste/paster.ts';
import type { ArticleSession } from './session.ts';

/** What the page's surroundings do for it. */
export interface PageSurroundings {
  readonly words: EditorWords;
  readonly blocks: BlocksWords;
  /** All words of the interface, for sentences with numbers in them. */
  readonly speech: Words;
  /** The element in which the page is scrolled. */
  readonly scroller: HTMLElement;
  /** Says something in passing. */
  readonly say: (sentence: string, isTrouble: boolean) => void;
  /** Says something that one thing can be done about. */
  readonly offer: (
    title: string,
    details: string,
    action: { readonly name: string; readonly onPress: () => void },
  ) => void;
  readonly openLink: () => void;
  readonly goToToolbar: () => void;
  /** Does what a chord of the table of commands means; false where it means nothing. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly pictures: PictureSurroundings;
}

/** What a page itself does for its fields. */
interface PageOfField {
  readonly session: ArticleSession;
  readonly pictures: PagePictures;
  readonly suggestions: Suggestions;
  readonly keys: Omit<PageKeys, 'press'>;
  readonly onPause: (listener: () => void) => () => void;
}

/** All that the fields of a page need, from the page and from what is around it. */
export function contextOf(page: PageOfField, surroundings: PageSurroundings): FieldContext {
  const { session, pictures, suggestions, onPause } = page;
  return {
    words: surroundings.words,
    blocks: {
      words: surroundings.blocks,
      ask: askingOf(session).ask,
      openOutside: (url) => void session.client.call('host.openOutside', { url }),
      targets: new TargetTexts(session.client),
      related: () => session.related(),
      onRelated: (listener) => session.subscribe('related', listener),
    },
    suggestions,
    pictures: surroundings.pictures.pictures,
    ...pictures.context,
    onPause,
    onPictures: (files, at) => pictures.add(files, at),
    clipboard: clipboardOf(page, surroundings),
    keys: { ...page.keys, press: surroundings.press },
  };
}

function clipboardOf({ session, keys, pictures }: PageOfField, { speech, say, offer }: PageSurroundings): PasteContext {
  const { pasting } = speech;
  return {
    history: session.undoManager,
    whole: keys.whole,
    related: () => session.related(),
    storePicture: (file) => pictures.store(file),
    waitFor: (work) => session.waitFor(work),
    line: () => pasteLine(speech),
    report: (report) =>
      offer(pasting.withChanges, pasteSentences(report, speech), { name: pasting.undo, onPress: report.undo }),
    onPicturesLeft: (count) => say(speech.count(pasting.picturesNotCopied, count), false),
  };
}
