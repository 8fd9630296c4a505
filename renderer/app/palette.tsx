import { FileText, Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { flushSync } from 'react-dom';
import type { ArticleId } from '#shared/article/identity.ts';
import type { Summary } from '#shared/article/summary.ts';
import { useClient } from '#renderer/connection/provider.tsx';
import { Choices, choiceId, stepIn, type Choice } from '#renderer/ui/choices.tsx';
import { chordText } from '#renderer/ui/chord.ts';
import { COMMAND_GROUPS } from '#renderer/ui/command.ts';
import { KeyboardReturn } from '#renderer/ui/keyboard-home.ts';
import { bestFirst, commandLikeness } from '#renderer/ui/match.ts';
import { giveKeyboardBack, takeTyping } from '#renderer/ui/typed-ahead.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import { offered, type Offer } from './offers.ts';
import './palette.css';
import { readRecent, rememberRecent } from './recent-commands.ts';
import { shortcutOf } from './shortcuts.ts';

const STORIES = 6;
/** How long after a letter the library is asked, in milliseconds. */
const ASK_AFTER = 120;

interface PaletteProps {
  readonly onOpen: (id: ArticleId) => void;
  /** Shows a story beside the one that was open last: Mod+Enter. */
  readonly onBeside: (id: ArticleId) => void;
  readonly onClose: () => void;
}

interface Entry {
  readonly choice: Choice;
  readonly run: () => void;
  /** What Mod+Enter does, where that is something else. */
  readonly runBeside?: () => void;
}

/** Every command there is just now, and every story, found by what one types. Recently used ones come first. */
export function Palette({ onOpen, onBeside, onClose }: PaletteProps) {
  const words = useWords();
  const { commands } = words;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const [offers] = useState(() => offered().filter(({ command }) => command.id !== 'palette'));
  const stories = useStoriesNamed(typed);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => takeTyping(input.current), []);
  const entries = useMemo(
    () => [...commandEntries(offers, typed, words), ...storyEntries(stories, { onOpen, onBeside }, words)],
    [offers, typed, words, stories, onOpen, onBeside],
  );
  const at = Math.min(active, Math.max(entries.length - 1, 0));
  const choose = (index: number, isBeside = false): void => {
    const entry = entries[index];
    if (entry === undefined) return;
    // At once: what is typed next is meant for what the command opens, or for the text.
    flushSync(onClose);
    giveKeyboardBack();
    if (isBeside && entry.runBeside !== undefined) entry.runBeside();
    else entry.run();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = stepIn(entries.length, at, event.key);
    if (next !== null) setActive(next);
    else if (event.key === 'Enter') choose(at, event.ctrlKey || event.metaKey);
    else if (shortcutOf(event.nativeEvent) === 'palette') onClose();
    else return;
    event.preventDefault();
  };
  return (
    <ModalOverlay className="dialog-veil palette-veil" isOpen onOpenChange={(open) => open || onClose()} isDismissable>
      <Modal className="palette">
        <AriaDialog className="palette-box" aria-label={commands.palette}>
          <KeyboardReturn />
          <div className="palette-field">
            <Search size={17} aria-hidden />
            <input
              className="palette-input"
              role="combobox"
              aria-label={commands.palette}
              aria-expanded={entries.length > 0}
              aria-controls={list}
              aria-autocomplete="list"
              aria-activedescendant={entries.length === 0 ? undefined : choiceId(list, at)}
              placeholder={commands.palettePlaceholder}
              // Of nothing no direction can be read: the hint runs as the interface does.
              {...(typed === '' ? {} : { dir: 'auto' })}
              spellCheck={false}
              autoComplete="off"
              ref={input}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setActive(0);
              }}
              onKeyDown={press}
            />
          </div>
          {entries.length === 0 ? (
            <p className="palette-empty">{commands.paletteEmpty}</p>
          ) : (
            <Choices
              id={list}
              label={commands.palette}
              choices={entries.map(({ choice }) => choice)}
              active={at}
              onActive={setActive}
              onChoose={(index) => choose(index)}
            />
          )}
          <div className="hidden-visually" aria-live="polite">
            {typed === '' ? '' : words.count(commands.found, entries.length)}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Nothing typed: recent ones, then all by group. Else those that answer, the best first. */
function commandEntries(offers: readonly Offer[], typed: string, words: Words): readonly Entry[] {
  const { groups, recent: recently } = words.commands;
  if (typed.trim() !== '') {
    const found = bestFirst(offers, ({ command }) => commandLikeness(typed, command, words));
    return found.map((offer) => entryOf(offer, words, undefined));
  }
  const ids = readRecent();
  const recent = ids.flatMap((id) => offers.find(({ command }) => command.id === id) ?? []);
  const rest = COMMAND_GROUPS.flatMap((group) => offers.filter(({ command }) => command.group === group));
  return [
    ...recent.map((offer) => entryOf(offer, words, recently)),
    ...rest
      .filter((offer) => !recent.includes(offer))
      .map((offer) => entryOf(offer, words, groups[offer.command.group])),
  ];
}

function entryOf({ command, run }: Offer, words: Words, group: string | undefined): Entry {
  const { id, icon, keys, typed, hint } = command;
  return {
    choice: {
      id,
      name: command.name(words),
      icon,
      note: hint?.(words),
      keys: keys === undefined ? typed : chordText(keys),
      group,
    },
    run: () => {
      rememberRecent(id);
      run();
    },
  };
}

function storyEntries(
  stories: readonly Summary[],
  { onOpen, onBeside }: Pick<PaletteProps, 'onOpen' | 'onBeside'>,
  words: Words,
): readonly Entry[] {
  return stories.map((story) => ({
    choice: {
      id: story.id,
      name: story.headline === '' ? words.app.untitled : story.headline,
      icon: FileText,
      note: story.intro,
      group: words.commands.stories,
    },
    run: () => onOpen(story.id),
    runBeside: () => onBeside(story.id),
  }));
}

function useStoriesNamed(typed: string): readonly Summary[] {
  const client = useClient();
  const [found, setFound] = useState<{ readonly search: string; readonly stories: readonly Summary[] } | null>(null);
  const search = typed.trim().slice(0, 200);
  useEffect(() => {
    if (search.length < 2) return undefined;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const listed = await client.call('library.list', { search, limit: STORIES });
      if (isWanted && listed.ok) setFound({ search, stories: listed.value.items });
    };
    const timer = setTimeout(() => void ask(), ASK_AFTER);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, search]);
  // Stories of an older question would change places under the hand.
  return found !== null && found.search === search ? found.stories : NONE;
}

const NONE: readonly Summary[] = [];
