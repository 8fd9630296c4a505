import { GripVertical, Plus } from 'lucide-react';
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import {
  Button,
  DropIndicator,
  GridList,
  GridListItem,
  useDragAndDrop,
  type DroppableCollectionReorderEvent,
} from 'react-aria-components';
import type { Command } from '@tiptap/pm/state';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useWords, type Words } from '#renderer/ui/words/words.tsx';
import { useOutline } from './outline-state.ts';
import { pageOf, type Page } from './page.ts';
import { addSection, moveBlocks, stepTarget, type OutlineSection } from './sections.ts';
import type { ArticleSession } from './session.ts';
import { useMetadata } from './use-session.ts';
import './outline.css';

/** The article's sections: pressing one goes there, dragging one or Alt with an arrow moves it whole. */
export const Outline = memo(function Outline({ session }: { session: ArticleSession }) {
  const page = pageOf(session);
  const words = useWords();
  const { sections, current } = useOutline(page, useMetadata(session).language);
  const list = useRef<HTMLDivElement>(null);
  const { move, said } = useMoving(page, sections, words, list);
  const readOnly = session.readOnly !== undefined;

  const onReorder = ({ keys, target }: DroppableCollectionReorderEvent): void => {
    const [key] = keys;
    const moved = sections.findIndex((section) => section.key === key);
    const over = sections.findIndex((section) => section.key === target.key);
    const at = target.dropPosition === 'before' ? over : over + 1;
    const before = sections[at]?.from ?? sections[0]?.to ?? 0;
    move(moved, at >= sections.length ? endOf(sections) : before);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => Array.from(keys, (key) => ({ 'text/plain': titleOf(sections, String(key)) })),
    onReorder,
    isDisabled: readOnly,
    renderDropIndicator: (target) => <DropIndicator target={target} className="outline-drop" />,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step === null || !event.altKey) return;
    const key = document.activeElement?.closest('[data-key]')?.getAttribute('data-key');
    const place = sections.findIndex((section) => section.key === key);
    event.preventDefault();
    event.stopPropagation();
    const target = stepTarget(sections, place, step);
    if (target !== null) move(place, target);
  };

  return (
    <div className="outline">
      <div onKeyDownCapture={onKeyDown}>
        <GridList
          ref={list}
          className="outline-list"
          aria-label={words.editor.outline}
          items={sections}
          dependencies={[current, words]}
          selectionMode="none"
          dragAndDropHooks={dragAndDropHooks}
          onAction={(key) =>
            goTo(
              page,
              sections.find((section) => section.key === key),
            )
          }
          renderEmptyState={() => <p className="outline-empty">{words.editor.outlineEmpty}</p>}
        >
          {(section) => <Item section={section} isCurrent={sections[current] === section} words={words} />}
        </GridList>
      </div>
      {readOnly ? null : (
        <Button className="button button-plain button-small outline-add" onPress={() => add(page, sections)}>
          <Plus size={14} aria-hidden />
          {words.editor.addSection}
        </Button>
      )}
      <output className="hidden-visually">{said}</output>
    </div>
  );
});

function Item({ section, isCurrent, words }: { section: OutlineSection; isCurrent: boolean; words: Words }) {
  const title = titleIn(section, words);
  const count = words.count(words.editor.words, section.words);
  return (
    <GridListItem
      id={section.key}
      textValue={title}
      className={`outline-item outline-level-${section.level}${isCurrent ? ' outline-current' : ''}`}
      aria-label={`${title}, ${count}`}
    >
      <span className="outline-title" {...(isCurrent ? { 'aria-current': 'location' as const } : {})}>
        <bdi>{title}</bdi>
      </span>
      <span className="outline-words">{words.number(section.words)}</span>
      <IconButton slot="drag" size="small" label={words.editor.moveHint} icon={<GripVertical size={14} />} />
    </GridListItem>
  );
}

/** Moves sections as one step of undo, keeps the keyboard on the moved one, and says where it went. */
function useMoving(
  page: Page,
  sections: readonly OutlineSection[],
  words: Words,
  list: { current: HTMLDivElement | null },
) {
  const [said, setSaid] = useState('');
  const moved = useRef<string | null>(null);
  useEffect(() => {
    const key = moved.current;
    if (key === null) return;
    moved.current = null;
    const place = sections.findIndex((section) => section.key === key);
    const section = sections[place];
    if (section === undefined) return;
    const item = Array.from(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? []);
    item.find((element) => element.dataset['key'] === key)?.focus();
    setSaid(words.editor.moved(titleIn(section, words), words.number(place + 1), words.number(sections.length)));
  }, [sections, words, list]);
  const move = (place: number, before: number): void => {
    const section = sections[place];
    if (section === undefined || section.level === 0) return;
    if (asOneStep(page, moveBlocks(section.from, section.to, before))) moved.current = section.key;
  };
  return { move, said };
}

function asOneStep(page: Page, command: Command): boolean {
  const body = page.editors?.body;
  if (body === undefined || page.session.readOnly !== undefined) return false;
  page.session.undoManager.stopCapturing();
  const applied = command(body.state, body.view.dispatch, body.view);
  page.session.undoManager.stopCapturing();
  return applied;
}

function add(page: Page, sections: readonly OutlineSection[]): void {
  const body = page.editors?.body;
  if (body === undefined) return;
  const index = page.field === 'body' ? body.state.selection.$from.index(0) : body.state.doc.childCount;
  if (asOneStep(page, addSection(sections, index))) body.view.focus();
}

function goTo(page: Page, section: OutlineSection | undefined): void {
  if (section !== undefined) page.goToBlock(section.from);
}

function endOf(sections: readonly OutlineSection[]): number {
  return Math.max(0, ...sections.map((section) => section.to));
}

function titleOf(sections: readonly OutlineSection[], key: string): string {
  return sections.find((section) => section.key === key)?.title ?? '';
}

function titleIn(section: OutlineSection, words: Words): string {
  if (section.level === 0) return words.editor.opening;
  return section.title === '' ? words.editor.untitledSection : section.title;
}
