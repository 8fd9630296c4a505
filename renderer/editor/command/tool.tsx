import { Button, ToggleButton, type PressEvent } from 'react-aria-components';
import { chordText } from '#renderer/ui/chord.ts';
import { Hint } from '#renderer/ui/tooltip.tsx';
import type { Words } from '#renderer/ui/words/words.tsx';
import type { Page } from '../page.ts';
import type { ToolbarState } from '../toolbar-state.ts';
import type { EditCommand } from './command.ts';

/** Icons that show a direction of writing. */
const MIRRORED: ReadonlySet<string> = new Set(['undo', 'redo', 'bulleted-list', 'numbered-list', 'indent', 'outdent']);

interface ToolProps {
  readonly command: EditCommand;
  readonly page: Page;
  readonly state: ToolbarState;
  readonly words: Words;
}

/** A command as a button. On or off as the text says: pressing runs it, and the text's answer comes back as state. */
export function Tool({ command, page, state, words }: ToolProps) {
  const { icon: Icon, isActive } = command;
  const label = command.name(words);
  const props = {
    'aria-label': label,
    className: 'button button-plain button-small icon-button',
    isDisabled: command.isPossible?.(page) === false,
    onPress: (event: PressEvent) => {
      command.run(page);
      if (event.pointerType !== 'keyboard' && command.opens !== true) page.focus();
    },
    children:
      Icon === undefined ? null : <Icon size={16} className={MIRRORED.has(command.id) ? 'icon-mirrored' : ''} />,
  };
  return (
    <Hint text={label} keys={command.keys === undefined ? undefined : chordText(command.keys)}>
      {isActive === undefined ? <Button {...props} /> : <ToggleButton {...props} isSelected={isActive(state)} />}
    </Hint>
  );
}
