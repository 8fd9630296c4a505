import { CaseSensitive, ChevronDown, ChevronUp, List, Regex, Replace, WholeWord, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { SearchQuery } from '#shared/article/search.ts';
import { Button } from '#renderer/ui/button.tsx';
import { chordText } from '#renderer/ui/chord.ts';
import { IconButton, IconToggle } from '#renderer/ui/icon-button.tsx';
import { TextField, type TextFieldProps } from '#renderer/ui/text-field.tsx';
import { takeTyping } from '#renderer/ui/typed-ahead.ts';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import type { Page } from '../page.ts';
import './find-bar.css';
import type { FindDoor, FindOpening } from './find-door.ts';
import { FindList } from './find-list.tsx';
import { Finder, type FindState } from './finder.ts';

interface FindBarProps {
  readonly page: Page;
  readonly door: FindDoor;
  readonly opening: FindOpening;
}

/** Find and replace in the three fields of the page, above the text. Esc closes it at the place that was found. */
export function FindBar({ page, door, opening }: FindBarProps) {
  const words = useWords();
  const finder = useMemo(() => new Finder(page, door.query), [page, door]);
  const state = useSyncExternalStore(
    (listener) => finder.subscribe(listener),
    () => finder.state,
  );
  const { withReplace } = opening;
  const [withList, setWithList] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const readOnly = page.session.readOnly !== undefined;

  useEffect(() => finder.start(), [finder]);
  useEffect(() => door.stepBy((by) => finder.step(by)), [finder, door]);
  useEffect(() => {
    // What was looked for last is selected: typing looks for something else.
    const takeUp = (): void => {
      input.current?.select();
      takeTyping(input.current);
    };
    finder.begin(door.query);
    takeUp();
    return door.whenAsked(() => {
      if (finder.state.query !== door.query) flushSync(() => finder.begin(door.query));
      takeUp();
    });
  }, [finder, door]);

  const look = (change: Partial<SearchQuery>): void => {
    door.remember({ ...door.query, ...change });
    finder.look(door.query);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    door.close();
  };
  return (
    <search className="find-bar" aria-label={words.find.title} onKeyDownCapture={onKeyDown}>
      <div className="find-rows">
        <div className="find-row">
          <TextField
            label={words.find.findIn}
            labelHidden
            placeholder={words.find.find}
            value={state.query.find}
            onChange={(find) => look({ find })}
            onKeyDown={(event) => onEnter(event, () => finder.step(event.shiftKey ? -1 : 1))}
            inputRef={input}
            after={<Options query={state.query} onChange={look} words={words} />}
          />
          <Counted state={state} words={words} />
          <Steps finder={finder} isDisabled={state.query.find === ''} words={words} />
          <IconToggle
            label={words.find.showList}
            icon={<List size={16} className="icon-mirrored" />}
            size="small"
            isSelected={withList}
            onChange={setWithList}
          />
          {readOnly ? null : (
            <IconToggle
              label={words.find.showReplace}
              keys={chordText({ code: 'KeyH', mod: true })}
              icon={<Replace size={15} className="icon-mirrored" />}
              size="small"
              isSelected={withReplace}
              onChange={(shown) => door.showReplace(shown)}
            />
          )}
          <IconButton
            label={words.find.close}
            keys="Esc"
            icon={<X size={16} />}
            size="small"
            onPress={() => door.close()}
          />
        </div>
        {withReplace && !readOnly ? <ReplaceRow door={door} finder={finder} state={state} words={words} /> : null}
        {withList && state.hits.length > 0 ? <FindList page={page} finder={finder} state={state} /> : null}
      </div>
    </search>
  );
}

interface OptionsProps {
  readonly query: SearchQuery;
  readonly onChange: (change: Partial<SearchQuery>) => void;
  readonly words: Words;
}

function Options({ query, onChange, words }: OptionsProps) {
  return (
    <span className="find-options">
      <IconToggle
        label={words.find.matchCase}
        icon={<CaseSensitive size={17} />}
        size="small"
        isSelected={query.matchCase}
        onChange={(matchCase) => onChange({ matchCase })}
      />
      <IconToggle
        label={words.find.wholeWords}
        icon={<WholeWord size={16} />}
        size="small"
        isSelected={query.wholeWords}
        onChange={(wholeWords) => onChange({ wholeWords })}
      />
      <IconToggle
        label={words.find.foldMarks}
        icon={<span className="find-accent">á</span>}
        size="small"
        isSelected={query.foldMarks && !query.pattern}
        isDisabled={query.pattern}
        onChange={(foldMarks) => onChange({ foldMarks })}
      />
      <IconToggle
        label={words.find.pattern}
        icon={<Regex size={15} />}
        size="small"
        isSelected={query.pattern}
        onChange={(pattern) => onChange({ pattern })}
      />
    </span>
  );
}

/** "3 of 17", or in a sentence why there is nothing. */
function Counted({ state, words }: { state: FindState; words: Words }) {
  const isTrouble = state.trouble !== null;
  return (
    <output className="find-count" data-trouble={isTrouble}>
      {countedText(state, words)}
    </output>
  );
}

function countedText({ query, hits, now, trouble, replaced }: FindState, words: Words): string {
  if (trouble === 'bad-pattern') return words.find.badPattern;
  if (trouble === 'slow-pattern') return words.find.slowPattern;
  if (replaced !== null) return words.count(words.find.replaced, replaced);
  if (query.find === '') return '';
  if (hits.length === 0) return words.find.nothing;
  if (now < 0) return words.count(words.find.found, hits.length);
  return words.find.place(words.number(now + 1), words.number(hits.length));
}

function Steps({ finder, isDisabled, words }: { finder: Finder; isDisabled: boolean; words: Words }) {
  return (
    <>
      <IconButton
        label={words.find.previousHit}
        keys={chordText({ code: 'F3', shift: true })}
        icon={<ChevronUp size={17} />}
        size="small"
        isDisabled={isDisabled}
        onPress={() => finder.step(-1)}
      />
      <IconButton
        label={words.find.nextHit}
        keys="F3"
        icon={<ChevronDown size={17} />}
        size="small"
        isDisabled={isDisabled}
        onPress={() => finder.step(1)}
      />
    </>
  );
}

interface ReplaceRowProps {
  readonly door: FindDoor;
  readonly finder: Finder;
  readonly state: FindState;
  readonly words: Words;
}

function ReplaceRow({ door, finder, state, words }: ReplaceRowProps) {
  const [replacement, setReplacement] = useState(door.replacement);
  const change = (next: string): void => {
    door.rememberReplacement(next);
    setReplacement(next);
  };
  // Not while something is looked for: a button that is put away under the keyboard takes the keyboard with it.
  const isDisabled = state.query.find === '';
  return (
    <div className="find-row">
      <TextField
        label={words.find.replaceWith}
        labelHidden
        placeholder={words.find.replaceWith}
        value={replacement}
        onChange={change}
        onKeyDown={(event) => onEnter(event, () => finder.replace(replacement))}
      />
      <Button size="small" isDisabled={isDisabled} onPress={() => finder.replace(replacement)}>
        {words.find.replace}
      </Button>
      <Button size="small" isDisabled={isDisabled} onPress={() => void finder.replaceAll(replacement)}>
        {words.find.replaceAll}
      </Button>
    </div>
  );
}

type FieldKey = Parameters<NonNullable<TextFieldProps['onKeyDown']>>[0];

/** Enter, but not the one that ends what an input method composes. Other keys mean what they mean anywhere. */
function onEnter(event: FieldKey, work: () => void): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) work();
  else event.continuePropagation();
}
