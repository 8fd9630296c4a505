import { FileText } from 'lucide-react';
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react';
import type { Summary } from '#shared/article/summary.ts';
import { Choices, choiceId, stepIn, type Choice } from '#renderer/ui/choices.tsx';
import { chordText } from '#renderer/ui/chord.ts';
import { bestFirst, commandLikeness } from '#renderer/ui/match.ts';
import { useWords } from '#renderer/ui/words/words.tsx';
import { enter } from '../enter.ts';
import type { Page } from '../page.ts';
import type { EditCommand } from './command.ts';
import { attachRelated, runInstead } from './instead.ts';
import { placeAtCaret } from './place-at-caret.ts';
import './suggestion-menu.css';
import type { Suggestion } from './suggestions.ts';
import { EDIT_COMMANDS } from './table.ts';

const OFFERED_STORIES = 7;
/** How long after a letter the library is asked, in milliseconds. */
const ASK_AFTER = 90;

/** The list at the caret that `/` and `@` open. Nothing is there, and nothing is followed, until they do. */
export function SuggestionMenu({ page }: { page: Page }) {
  const suggestion = useSyncExternalStore(page.suggestions.subscribe, page.suggestions.current);
  if (suggestion === null) return null;
  switch (suggestion.kind) {
    case 'command':
      return <SlashMenu page={page} suggestion={suggestion} />;
    case 'related':
      return <MentionMenu page={page} suggestion={suggestion} />;
  }
}

interface MenuProps {
  readonly page: Page;
  readonly suggestion: Suggestion;
}

function SlashMenu({ page, suggestion }: MenuProps) {
  const words = useWords();
  const { typed } = suggestion;
  const commands = useMemo(() => {
    const offered = (['block', 'insert'] as const).flatMap((group) =>
      EDIT_COMMANDS.filter((command) => command.group === group && command.isPossible?.(page) !== false),
    );
    return bestFirst(offered, (command) => commandLikeness(typed, command, words));
  }, [page, typed, words]);
  const choices = commands.map((command): Choice => ({
    id: command.id,
    name: command.name(words),
    icon: command.icon,
    note: command.hint?.(words),
    keys: command.typed ?? (command.keys === undefined ? undefined : chordText(command.keys)),
    group: typed === '' ? words.commands.groups[command.group] : undefined,
  }));
  const choose = (index: number): void => {
    const command: EditCommand | undefined = commands[index];
    if (command !== undefined) runInstead(page, suggestion, command);
  };
  return <ListAtCaret {...{ page, suggestion, choices }} label={words.commands.slash} onChoose={choose} isAnswered />;
}

function MentionMenu({ page, suggestion }: MenuProps) {
  const words = useWords();
  const { typed } = suggestion;
  const [answer, setAnswer] = useState<{ readonly typed: string; readonly stories: readonly Summary[] } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const search = typed.trim();
      const listed = await page.session.client.call('library.list', {
        ...(search === '' ? {} : { search }),
        limit: OFFERED_STORIES + 1,
      });
      if (!isWanted) return;
      const found = listed.ok ? listed.value.items.filter((story) => story.id !== page.session.id) : [];
      setAnswer({ typed, stories: found.slice(0, OFFERED_STORIES) });
    };
    const timer = setTimeout(() => void ask(), typed === '' ? 0 : ASK_AFTER);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [page, typed]);
  const stories = answer?.stories ?? [];
  const choices = stories.map((story): Choice => ({
    id: story.id,
    name: story.headline === '' ? words.app.untitled : story.headline,
    icon: FileText,
    note: story.intro,
  }));
  const choose = (index: number): void => {
    const story = stories[index];
    if (story !== undefined) attachRelated(page, suggestion, story);
  };
  return (
    <ListAtCaret
      {...{ page, suggestion, choices }}
      label={words.commands.mention}
      onChoose={choose}
      isAnswered={answer?.typed === typed}
    />
  );
}

interface ListProps extends MenuProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** False while the answer to what was typed last is not there yet. */
  readonly isAnswered: boolean;
  readonly onChoose: (index: number) => void;
}

/** The keyboard stays in the text, which says which choice it is on; the list takes arrows, Enter and Tab. */
function ListAtCaret({ page, suggestion, label, choices, isAnswered, onChoose }: ListProps) {
  const id = useId();
  const words = useWords();
  const { suggestions } = page;
  const { view, from, typed } = suggestion;
  const [at, setAt] = useState({ typed, index: 0 });
  const active = at.typed === typed ? Math.min(at.index, choices.length - 1) : 0;
  // A quick hand presses Enter before the answer is there; it is done when the answer comes.
  const isWanted = useRef(false);
  const go = (index: number): void => setAt({ typed, index });
  const press = useEffectEvent((event: KeyboardEvent): boolean => {
    const next = stepIn(choices.length, active, event.key);
    if (next !== null) go(next);
    else if (event.key === 'Enter' || event.key === 'Tab') {
      // Where no list is to be seen, the key is the text's.
      if (choices.length === 0) return false;
      if (isAnswered) onChoose(active);
      else isWanted.current = true;
    } else return false;
    return true;
  });
  const answered = useEffectEvent(() => {
    const wanted = isWanted.current;
    isWanted.current = false;
    if (choices.length > 0) {
      if (wanted) onChoose(active);
      return;
    }
    suggestions.close();
    if (wanted) page.run(enter);
  });
  useLayoutEffect(() => suggestions.answerKeys((event) => press(event)), [suggestions]);
  useEffect(() => {
    if (isAnswered) answered();
  });
  const box = useRef<HTMLDivElement>(null);
  usePlace(box, suggestion, from);
  useSaid(view.dom, id, choices.length === 0 ? null : choiceId(id, active));
  if (choices.length === 0) return null;
  return (
    <div ref={box} className="suggestion-menu popover">
      <Choices {...{ id, label, choices, active }} tabIndex={0} onActive={go} onChoose={onChoose} />
      <div className="hidden-visually" aria-live="polite">
        {words.count(words.commands.found, choices.length)}
      </div>
    </div>
  );
}

/** Keeps the list at its sign while the page is scrolled. */
function usePlace(box: RefObject<HTMLDivElement | null>, { view }: Suggestion, from: number): void {
  useLayoutEffect(() => {
    const place = (): void => {
      if (box.current !== null && !view.isDestroyed) placeAtCaret(box.current, view, from);
    };
    place();
    window.addEventListener('resize', place);
    document.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      window.removeEventListener('resize', place);
      document.removeEventListener('scroll', place, { capture: true });
    };
  });
}

/** Tells listeners which choice the keyboard is on, as long as the list is open. */
function useSaid(field: HTMLElement, list: string, choice: string | null): void {
  useEffect(() => {
    if (choice === null) return undefined;
    field.setAttribute('aria-controls', list);
    field.setAttribute('aria-activedescendant', choice);
    return () => {
      field.removeAttribute('aria-controls');
      field.removeAttribute('aria-activedescendant');
    };
  }, [field, list, choice]);
}
