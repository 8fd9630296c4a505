import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { Toolbar } from 'react-aria-components';
import { useWords } from '#renderer/ui/words/words.tsx';
import type { Page } from '../page.ts';
import { useToolbarState } from '../toolbar-state.ts';
import './bubble.css';
import { followResting, placeOver } from './resting-selection.ts';
import { commandsNamed } from './table.ts';
import { Tool } from './tool.tsx';

/** In this order; those of a feature that is not there are left out. */
const TOOLS = commandsNamed([
  'bold',
  'italic',
  'link',
  'highlight',
  'cq',
  'blockQuote',
  'pull-quote-from-selection',
  'passage-language',
]);

/** The tools over a selection, when it has come to rest. Nothing is drawn, or drawn anew, while one writes or selects. */
export function Bubble({ page }: { page: Page }) {
  const [isShown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => followResting(page, box, setShown), [page]);
  return isShown ? <BubbleTools page={page} box={box} /> : null;
}

function BubbleTools({ page, box }: { page: Page; box: RefObject<HTMLDivElement | null> }) {
  const words = useWords();
  const state = useToolbarState(page);
  useLayoutEffect(() => {
    if (box.current !== null) placeOver(page, box.current);
  }, [page, box]);
  return (
    <div
      ref={box}
      role="presentation"
      className="bubble popover"
      onKeyDown={(event) => event.key === 'Escape' && page.focus()}
    >
      <Toolbar className="bubble-tools" aria-label={words.commands.selection}>
        {TOOLS.filter(({ isPossible }) => isPossible?.(page) !== false).map((command) => (
          <Tool key={command.id} {...{ command, page, state, words }} />
        ))}
      </Toolbar>
    </div>
  );
}
