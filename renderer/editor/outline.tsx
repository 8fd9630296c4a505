import { ChevronsDownUp, ChevronsUpDown, FoldVertical, Plus } from 'lucide-react';
import { memo, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Button, ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { Command } from '@tiptap/pm/state';
import { cutToLimit } from '#shared/surfaces/cut.ts';
import { IconButton, IconToggle } from '#renderer/ui/icon-button.tsx';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import {
  NOT_READ,
  useEntries,
  useIsCurrent,
  useOutlineModel,
  useSectionWords,
  type OutlineEntry,
  type OutlineModel,
} from './outline-state.ts';
import { useOutlineFolds, type OutlineFolds } from './outline-fold.ts';
import { asOneStep } from './binding/undo.ts';
import { pageOf, type Page } from './page.ts';
import { useSectionDrag } from './outline-drag.ts';
import { addSection, moveBlocks, stepTarget } from './sections.ts';
import type { ArticleSession } from './session.ts';
import { useMetadata } from './use-session.ts';
import './outline.css';

/** What is seen of a title. Cut here: what the style sheet cuts off costs the browser time with every key. */
const TITLE = { characters: 64, cutsAt: 'word' } as const;

/** The article's sections: pressing one goes there, dragging one or Alt with an arrow moves it whole. */
export const Outline = memo(function Outline({ session }: { session: ArticleSession }) {
  const page = pageOf(session);
  const words = useWords();
  const model = useOutlineModel(page, useMetadata(session).language);
  const entries = useEntries(model);
  const list = useRef<HTMLDivElement>(null);
  const { moveTo, said } = useMoving(page, model, words, list);
  const folds = useOutlineFolds(page, model, words);
  const readOnly = session.readOnly !== undefined;

  const drag = useSectionDrag(model, list, moveTo);
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = document.activeElement?.closest('[data-key]')?.getAttribute('data-key') ?? '';
    const side = event.altKey ? null : event.key === 'ArrowLeft' ? 'left' : event.key === 'ArrowRight' ? 'right' : null;
    if (side !== null && isSection(entries, key)) {
      event.preventDefault();
      event.stopPropagation();
      folds.fold([key], (side === 'left') === (words.direction === 'ltr'));
      return;
    }
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step === null || !event.altKey || readOnly) return;
    event.preventDefault();
    event.stopPropagation();
    const sections = model.sections();
    const target = stepTarget(
      sections,
      sections.findIndex((section) => section.key === key),
      step,
    );
    if (target !== null) moveTo(key, target);
  };

  if (entries === NOT_READ) return null;
  return (
    <div className="outline">
      <div onKeyDownCapture={onKeyDown} {...(readOnly ? {} : drag)}>
        <ListBox
          ref={list}
          className="outline-list"
          aria-label={words.editor.outline}
          items={folds.shown(entries)}
          dependencies={[model, words, folds]}
          selectionMode="none"
          onAction={(key) => goTo(page, model, String(key))}
          renderEmptyState={() => <p className="outline-empty">{words.editor.outlineEmpty}</p>}
        >
          {(entry) => <Item entry={entry} model={model} words={words} folds={folds} />}
        </ListBox>
      </div>
      <div className="outline-foot">
        {readOnly ? null : (
          <Button className="button button-plain button-small outline-add" onPress={() => add(page, model)}>
            <Plus size={14} aria-hidden />
            {words.editor.addSection}
          </Button>
        )}
        <FoldTools entries={entries} folds={folds} words={words} />
      </div>
      <output className="hidden-visually">{said}</output>
    </div>
  );
});

function isSection(entries: readonly OutlineEntry[], key: string): boolean {
  return entries.some((entry) => entry.key === key && entry.level > 0);
}

interface FoldToolsProps {
  readonly entries: readonly OutlineEntry[];
  readonly folds: OutlineFolds;
  readonly words: Words;
}

function FoldTools({ entries, folds, words }: FoldToolsProps) {
  const keys = entries.filter(({ level }) => level > 0).map(({ key }) => key);
  if (keys.length === 0) return null;
  const isAny = keys.some((key) => folds.isFolded(key));
  return (
    <div className="outline-fold-tools">
      <IconToggle
        label={words.find.foldInText}
        icon={<FoldVertical size={15} />}
        size="small"
        isSelected={folds.inText}
        onChange={folds.setInText}
      />
      <IconButton
        label={isAny ? words.find.unfoldAll : words.find.foldAll}
        icon={isAny ? <ChevronsUpDown size={15} /> : <ChevronsDownUp size={15} />}
        size="small"
        onPress={() => folds.fold(keys, !isAny)}
      />
    </div>
  );
}

interface ItemProps {
  readonly entry: OutlineEntry;
  readonly model: OutlineModel;
  readonly words: Words;
  readonly folds: OutlineFolds;
}

function Item({ entry, model, words, folds }: ItemProps) {
  const title = titleOf(entry, words);
  const isFolded = folds.isFolded(entry.key);
  return (
    <ListBoxItem id={entry.key} textValue={title} className={`outline-item outline-level-${entry.level}`}>
      {entry.level === 0 ? null : (
        // For the pointer alone: the keyboard folds with the arrows.
        <span
          role="presentation"
          className="outline-fold"
          data-folded={isFolded}
          title={isFolded ? words.find.unfoldSection(title) : words.find.foldSection(title)}
          onPointerDown={(event) => {
            event.stopPropagation();
            event.preventDefault();
            folds.fold([entry.key], !isFolded);
          }}
          onMouseDown={(event) => event.stopPropagation()}
          onClick={(event) => event.stopPropagation()}
        />
      )}
      <Title title={title} entry={entry} model={model} />
      <WordCount entry={entry} model={model} words={words} />
      <span className="outline-grip" draggable={entry.level > 0} title={words.editor.moveHint} aria-hidden />
    </ListBoxItem>
  );
}

function Title({ title, entry, model }: { title: string; entry: OutlineEntry; model: OutlineModel }) {
  const isCurrent = useIsCurrent(model, entry.key);
  return (
    <Text slot="label" className="outline-title" {...(isCurrent ? { 'aria-current': 'location' as const } : {})}>
      <bdi>{title.length > TITLE.characters ? cutToLimit(TITLE, title).shown : title}</bdi>
    </Text>
  );
}

function WordCount({ entry, model, words }: { entry: OutlineEntry; model: OutlineModel; words: Words }) {
  const count = useSectionWords(model, entry.key);
  return (
    <>
      {/* Drawn by the style sheet: to a listener it is part of the description, not of the name. */}
      <span className="outline-words" aria-hidden data-count={words.number(count)} />
      {/* Told, and not drawn: text that is only clipped away is painted, in each line, with every key. */}
      <Text slot="description" hidden>
        {words.count(words.editor.words, count)}
      </Text>
    </>
  );
}

/** Moves sections as one step of undo, keeps the keyboard on the moved one, and says where it went. */
function useMoving(page: Page, model: OutlineModel, words: Words, list: RefObject<HTMLDivElement | null>) {
  const [said, setSaid] = useState('');
  const moved = useRef<string | null>(null);
  useEffect(
    () =>
      model.subscribe(() => {
        const key = moved.current;
        if (key === null) return;
        moved.current = null;
        const entries = model.entries();
        const place = entries.findIndex((entry) => entry.key === key);
        const entry = entries[place];
        if (entry === undefined) return;
        setSaid(words.editor.moved(titleOf(entry, words), words.number(place + 1), words.number(entries.length)));
        requestAnimationFrame(() => focusItem(list.current, key));
      }),
    [model, words, list],
  );
  const moveTo = (key: string, before: number): void => {
    const section = model.sections().find((candidate) => candidate.key === key);
    if (section === undefined || section.level === 0) return;
    if (change(page, moveBlocks(section.from, section.to, before))) moved.current = key;
  };
  return { moveTo, said };
}

function focusItem(list: HTMLElement | null, key: string): void {
  const items = Array.from(list?.querySelectorAll<HTMLElement>('[data-key]') ?? []);
  items.find((item) => item.dataset['key'] === key)?.focus();
}

/** Does it to the body, wherever the caret is. False where nothing was changed. */
function change(page: Page, command: Command): boolean {
  const body = page.editors?.body;
  if (body === undefined || page.session.readOnly !== undefined) return false;
  return asOneStep(page.session.undoManager, () => command(body.state, body.view.dispatch, body.view));
}

function add(page: Page, model: OutlineModel): void {
  const body = page.editors?.body;
  if (body === undefined) return;
  const index = page.field === 'body' ? body.state.selection.$from.index(0) : body.state.doc.childCount;
  if (change(page, addSection(model.sections(), index))) body.view.focus();
}

function goTo(page: Page, model: OutlineModel, key: string): void {
  const section = model.sections().find((candidate) => candidate.key === key);
  if (section !== undefined) page.goToBlock(section.from);
}

function titleOf({ level, title }: OutlineEntry, words: Words): string {
  if (level === 0) return words.editor.opening;
  return title === '' ? words.editor.untitledSection : title;
}
