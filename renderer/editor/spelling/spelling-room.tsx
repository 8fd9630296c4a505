import { useEffect, useEffectEvent, useState } from 'react';
import { SPELLING_LANGUAGES } from '#shared/contract/spelling.ts';
import { ownWordsOf } from '#renderer/connection/own-words.ts';
import { useSettings } from '#renderer/connection/settings.tsx';
import { keyboardGoesTo } from '#renderer/ui/keyboard-home.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { localeOf } from '#renderer/ui/words/language.ts';
import { failureSentence, useWords } from '#renderer/ui/words/words.tsx';
import { asOneStep } from '../binding/undo.ts';
import type { Page } from '../page.ts';
import { spellingOf, type Misspelling } from './page-spelling.ts';
import { blockLanguage, passageLanguage, setBlockLanguage, setPassageLanguage } from './passage-language.ts';
import { onSpellingRequest, type SpellingRequest } from './spelling-request.ts';
import { correctWord } from './word-correction.ts';
import { WordMenu, type WordMenuEntry } from './word-menu.tsx';

/** What the menu is about and where it is shown. */
type Open =
  | {
      readonly about: 'word';
      readonly word: Misspelling;
      readonly place: DOMRect;
      /** Null while they are looked for. */
      readonly suggestions: readonly string[] | null;
    }
  | { readonly about: 'passage' | 'block'; readonly place: DOMRect };

/** Spelling of a page: marks while it stands, the menu of a word, going from one unknown word to the next. */
export function SpellingRoom({ page }: { page: Page }) {
  const words = useWords().spelling;
  const { settings } = useSettings();
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState('');
  const { checkSpelling, spellingLanguages } = settings;
  useEffect(
    () => (checkSpelling ? spellingOf(page).start(spellingLanguages) : undefined),
    [page, checkSpelling, spellingLanguages],
  );

  const openFor = useEffectEvent((word: Misspelling): void => {
    setOpen({ about: 'word', word, place: placeOf(page, word), suggestions: null });
    void spellingOf(page)
      .suggestions(word)
      .then((suggestions) =>
        setOpen((now) => (now?.about === 'word' && now.word === word ? { ...now, suggestions } : now)),
      );
  });
  const goTo = useEffectEvent(async (by: 1 | -1): Promise<void> => {
    const word = checkSpelling ? await spellingOf(page).next(by) : null;
    const none = checkSpelling && spellingOf(page).isUnavailable ? words.unavailable : words.none;
    if (word === null) toast({ title: none });
    else {
      select(page, word);
      setSaid(words.found(word.word));
    }
  });
  const answer = useEffectEvent((request: SpellingRequest): void => {
    switch (request) {
      case 'next':
        void goTo(1);
        return;
      case 'previous':
        void goTo(-1);
        return;
      case 'suggestions': {
        const word = atCaret(page);
        if (word === null) setSaid(words.notHere);
        else openFor(word);
        return;
      }
      case 'passageLanguage':
        setOpen({ about: 'passage', place: caretPlace(page) });
        return;
      case 'blockLanguage':
        setOpen({ about: 'block', place: caretPlace(page) });
    }
  });
  const onContextMenu = useEffectEvent((event: MouseEvent): void => {
    const word = checkSpelling ? pressedWord(page, event) : null;
    if (word === null) return;
    event.preventDefault();
    openFor(word);
  });
  useEffect(() => {
    const onMenu = (event: MouseEvent): void => onContextMenu(event);
    document.addEventListener('contextmenu', onMenu);
    const stop = onSpellingRequest(page, (request) => answer(request));
    return () => {
      document.removeEventListener('contextmenu', onMenu);
      stop();
    };
  }, [page]);

  // One menu may open another: what is closed then is no longer what is open.
  const close = (): void => {
    setOpen((now) => (now === open ? null : now));
    keyboardGoesTo(() => document.querySelector('.word-menu') ?? page.focus());
  };
  return (
    <>
      <div className="hidden-visually" aria-live="polite">
        {said}
      </div>
      {open === null ? null : open.about === 'word' ? (
        <MenuOfWord
          page={page}
          {...open}
          onSay={setSaid}
          onLanguage={() => {
            select(page, open.word);
            setOpen({ about: 'passage', place: open.place });
          }}
          onClose={close}
        />
      ) : (
        <MenuOfLanguages page={page} {...open} onClose={close} />
      )}
    </>
  );
}

interface MenuOfWordProps {
  readonly page: Page;
  readonly word: Misspelling;
  readonly place: DOMRect;
  readonly suggestions: readonly string[] | null;
  readonly onSay: (sentence: string) => void;
  readonly onLanguage: () => void;
  readonly onClose: () => void;
}

function MenuOfWord({ page, word, place, suggestions, onSay, onLanguage, onClose }: MenuOfWordProps) {
  const all = useWords();
  const words = all.spelling;
  const own = ownWordsOf(page.session.client);
  const replace = (right: string): void => {
    const view = page.editors?.[word.field].view;
    if (view === undefined) return;
    const correct = correctWord(word, right);
    const isDone = asOneStep(page.session.undoManager, () => correct(view.state, view.dispatch));
    if (isDone) onSay(words.replaced(word.word, right));
  };
  const add = async (to: 'personal' | 'house'): Promise<void> => {
    const failure = await own.add(word.word, to);
    if (failure !== null) toast({ title: failureSentence(all, failure), tone: 'danger' });
    else toast({ title: to === 'house' ? words.addedHouse(word.word) : words.addedPersonal(word.word) });
  };
  const told = (name: string): readonly WordMenuEntry[] => [
    { id: 'told', name, isDisabled: true, onChoose: () => undefined },
  ];
  const isReadOnly = page.session.readOnly !== undefined;
  const offered = (suggestions ?? []).map((right): WordMenuEntry => ({
    id: `to-${right}`,
    name: right,
    isWord: true,
    onChoose: () => replace(right),
  }));
  const mending =
    suggestions === null ? told(words.looking) : offered.length === 0 ? told(words.noSuggestions) : offered;
  return (
    <WordMenu
      // The first suggestion takes the keyboard when it has come.
      key={suggestions === null ? 'looking' : 'found'}
      title={words.suggestionsFor(word.word)}
      place={place}
      onClose={onClose}
      groups={[
        isReadOnly ? [] : mending,
        [
          { id: 'personal', name: words.addPersonal, onChoose: () => void add('personal') },
          { id: 'house', name: words.addHouse, onChoose: () => void add('house') },
          {
            id: 'ignore',
            name: words.ignore,
            onChoose: () => {
              spellingOf(page).ignore(word.word);
              onSay(words.ignored(word.word));
            },
          },
        ],
        isReadOnly ? [] : [{ id: 'language', name: `${words.languageOfWord}…`, onChoose: onLanguage }],
      ]}
    />
  );
}

interface MenuOfLanguagesProps {
  readonly page: Page;
  readonly about: 'passage' | 'block';
  readonly place: DOMRect;
  readonly onClose: () => void;
}

function MenuOfLanguages({ page, about, place, onClose }: MenuOfLanguagesProps) {
  const { spelling: words, language } = useWords();
  const state = page.parts()[0]?.state;
  if (state === undefined) return null;
  const now = about === 'passage' ? passageLanguage(state) : blockLanguage(state);
  const names = new Intl.DisplayNames(localeOf(language), { type: 'language' });
  const set = (tag: string | null): void => {
    const command = about === 'passage' ? setPassageLanguage(tag) : setBlockLanguage(tag);
    asOneStep(page.session.undoManager, () => page.runOnWords(command));
  };
  const article = page.session.metadata().language;
  return (
    <WordMenu
      title={about === 'passage' ? words.passageLanguage : words.blockLanguage}
      place={place}
      onClose={onClose}
      groups={[
        [
          {
            id: 'article',
            name: words.asArticle(names.of(article) ?? article),
            isChosen: now === null,
            onChoose: () => set(null),
          },
        ],
        SPELLING_LANGUAGES.map((tag) => ({
          id: tag,
          name: names.of(tag) ?? tag,
          isChosen: now === tag,
          onChoose: () => set(tag),
        })),
      ]}
    />
  );
}

function select(page: Page, { field, from, to }: Misspelling): void {
  const editor = page.editors?.[field];
  if (editor === undefined) return;
  editor.chain().setTextSelection({ from, to }).scrollIntoView().run();
  editor.view.focus();
}

/** The unknown word with the caret, or the one that is selected. */
function atCaret(page: Page): Misspelling | null {
  const selection = page.editor?.state.selection;
  if (selection === undefined) return null;
  const word = spellingOf(page).at(page.field, selection.head);
  return word !== null && selection.from >= word.from && selection.to <= word.to ? word : null;
}

/** The unknown word that was pressed, or that has the caret where the menu was asked for by key. */
function pressedWord(page: Page, event: MouseEvent): Misspelling | null {
  const { editors } = page;
  if (editors === null || !(event.target instanceof Node)) return null;
  for (const field of ['headline', 'standfirst', 'body'] as const) {
    const { view } = editors[field];
    if (!view.dom.contains(event.target)) continue;
    if (event.button !== 2) return atCaret(page);
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    return at === null ? null : spellingOf(page).at(field, at.pos);
  }
  return null;
}

function placeOf(page: Page, { field, from, to }: Misspelling): DOMRect {
  const view = page.editors?.[field].view;
  if (view === undefined) return new DOMRect();
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  const left = Math.min(start.left, end.left);
  const isOneLine = Math.abs(start.top - end.top) < 2;
  const width = isOneLine ? Math.abs(end.left - start.left) : 1;
  return new DOMRect(left, start.top, width, start.bottom - start.top);
}

function caretPlace(page: Page): DOMRect {
  const view = page.editor?.view;
  if (view === undefined) return new DOMRect();
  const { left, top, bottom } = view.coordsAtPos(view.state.selection.from);
  return new DOMRect(left, top, 1, bottom - top);
}
