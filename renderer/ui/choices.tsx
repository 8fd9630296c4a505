import type { LucideIcon } from 'lucide-react';
import { Fragment, useEffect, useRef, type MouseEvent } from 'react';
import './choices.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly icon?: LucideIcon | undefined;
  /** More about it, in small letters beneath. */
  readonly note?: string | undefined;
  /** Its keys, or what can be typed for it. */
  readonly keys?: string | undefined;
  /** A heading stands above the first one of each group. */
  readonly group?: string | undefined;
}

export interface ChoicesProps {
  /** Names the list for `aria-controls`; its options are named after it. */
  readonly id: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** The index of the one that Enter takes. */
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (index: number) => void;
  /** 0 where no field belongs to the list, so that those who scroll by keys can. */
  readonly tabIndex?: 0 | -1;
}

/** HTML has no element for a list that is chosen from while the keyboard is elsewhere. */
const LISTBOX = { role: 'listbox' } as const;
const OPTION = { role: 'option' } as const;

/** The element id of a choice, for `aria-activedescendant`. */
export function choiceId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** The index that a key leads to from `active`; null for keys that lead nowhere. */
export function stepIn(count: number, active: number, key: string): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active + count - 1) % count;
    case 'PageDown':
      return Math.min(active + 8, count - 1);
    case 'PageUp':
      return Math.max(active - 8, 0);
    default:
      return null;
  }
}

/** A list to choose from while the keyboard stays where it is: in a field above it, or in the text. */
export function Choices({ id, label, choices, active, onActive, onChoose, tabIndex = -1 }: ChoicesProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const indexOf = (event: MouseEvent): number => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    return option === null ? -1 : Number(option.getAttribute('data-index'));
  };
  return (
    <div
      role="presentation"
      className="choices-box"
      onMouseDown={(event) => {
        // The keyboard stays where it is.
        event.preventDefault();
        const index = indexOf(event);
        if (index >= 0 && event.button === 0) onChoose(index);
      }}
      onMouseMove={(event) => {
        const index = indexOf(event);
        if (index >= 0 && index !== active) onActive(index);
      }}
    >
      <div ref={list} id={id} {...LISTBOX} aria-label={label} className="choices" tabIndex={tabIndex}>
        {choices.map((choice, index) => (
          <Fragment key={choice.id}>
            {choice.group !== undefined && choice.group !== choices[index - 1]?.group ? (
              <div role="presentation" className="choices-group">
                {choice.group}
              </div>
            ) : null}
            <div
              id={choiceId(id, index)}
              {...OPTION}
              aria-selected={index === active}
              data-index={index}
              className="choice"
            >
              {choice.icon === undefined ? (
                <span className="choice-icon" />
              ) : (
                <choice.icon size={16} aria-hidden className="choice-icon" />
              )}
              <span className="choice-words">
                <bdi className="choice-name">{choice.name}</bdi>
                {choice.note === undefined || choice.note === '' ? null : (
                  <bdi className="choice-note">{choice.note}</bdi>
                )}
              </span>
              {choice.keys === undefined || choice.keys === '' ? null : (
                <kbd className="choice-keys">{choice.keys}</kbd>
              )}
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
