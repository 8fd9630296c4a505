import { Extension } from '@tiptap/core';
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isTextBlockNode } from '../text-block.ts';

/** What a sign typed in the text asks for: `/` a command, `@` a related article. */
export type SuggestionKind = 'command' | 'related';

const SIGNS: ReadonlyMap<string, SuggestionKind> = new Map([
  ['/', 'command'],
  ['@', 'related'],
]);
const SIGN_OF: Readonly<Record<SuggestionKind, string>> = { command: '/', related: '@' };

/** Longer than this nobody's question is; then the sign was only a sign. */
const LONGEST = 40;

/** What has been typed after the sign, and where the sign stands in the document. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly typed: string;
  readonly from: number;
  readonly view: EditorView;
}

/**
 * The list that is open at the caret, if any. It begins when a sign is typed at the start of a block or after a space,
 * follows what is typed after it, and ends when the caret leaves, nothing answers, or Escape is pressed: the text is
 * never changed by it until something is chosen. The list on the screen takes its keys through `answerKeys`.
 */
export class Suggestions {
  #open: Suggestion | null = null;
  readonly #listeners = new Set<() => void>();
  #onPress: ((event: KeyboardEvent) => boolean) | null = null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Suggestion | null => this.#open;

  begin(kind: SuggestionKind, view: EditorView): void {
    this.#set(suggestionIn(view, kind));
  }

  follow(view: EditorView): void {
    if (this.#open === null || this.#open.view !== view) return;
    const next = suggestionIn(view, this.#open.kind);
    if (next?.typed !== this.#open.typed || next.from !== this.#open.from) this.#set(next);
  }

  readonly close = (): void => this.#set(null);

  /** What the list does with keys: true when one was for it. Returns the way to stop. */
  answerKeys(press: (event: KeyboardEvent) => boolean): () => void {
    this.#onPress = press;
    return () => {
      if (this.#onPress === press) this.#onPress = null;
    };
  }

  press(event: KeyboardEvent): boolean {
    if (this.#open === null || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key !== 'Escape') return this.#onPress?.(event) ?? false;
    this.close();
    return true;
  }

  #set(next: Suggestion | null): void {
    if (next === this.#open) return;
    this.#open = next;
    for (const listener of this.#listeners) listener();
  }
}

/** The suggestion whose sign stands before the caret; null where none can be meant. */
function suggestionIn(view: EditorView, kind: SuggestionKind): Suggestion | null {
  const { selection } = view.state;
  const { $from } = selection;
  if (!(selection instanceof TextSelection) || !selection.empty || !isTextBlockNode($from.parent)) return null;
  const begin = Math.max(0, $from.parentOffset - LONGEST - 2);
  const before = $from.parent.textBetween(begin, $from.parentOffset, undefined, '\n');
  const at = before.lastIndexOf(SIGN_OF[kind]);
  const typed = before.slice(at + 1);
  if (at === -1 || typed.length > LONGEST || /^\s|\n/u.test(typed)) return null;
  if (at === 0 ? begin > 0 : !/\s/u.test(before.charAt(at - 1))) return null;
  return { kind, typed, from: $from.start() + begin + at, view };
}

/** Whether a sign typed here begins a word. */
function beginsWord({ selection }: EditorState): boolean {
  const { $from, empty } = selection;
  if (!empty || !isTextBlockNode($from.parent)) return false;
  const { parentOffset } = $from;
  return parentOffset === 0 || /\s/u.test($from.parent.textBetween(parentOffset - 1, parentOffset, undefined, '\n'));
}

interface SignsOptions {
  readonly suggestions: Suggestions;
}

/** Listens for the signs in a field. A letter that is none costs one look; nothing happens while one composes. */
export const Signs = Extension.create<SignsOptions>({
  name: 'signs',
  priority: 1100,
  addProseMirrorPlugins() {
    const { suggestions } = this.options;
    return [
      new Plugin({
        props: {
          handleTextInput(view, _from, _to, text) {
            const kind = SIGNS.get(text);
            if (kind === undefined || view.composing || !beginsWord(view.state)) return false;
            queueMicrotask(() => suggestions.begin(kind, view));
            return false;
          },
          handleKeyDown: (view, event) => !view.composing && !event.isComposing && suggestions.press(event),
          handleDOMEvents: {
            blur: () => {
              suggestions.close();
              return false;
            },
          },
        },
        view: () => ({
          update: (view) => suggestions.follow(view),
          destroy: suggestions.close,
        }),
      }),
    ];
  },
});
