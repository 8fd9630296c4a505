import { AArrowDown, AArrowUp, Maximize, ALargeSmall } from 'lucide-react';
import { Button as AriaButton, Dialog, DialogTrigger, Group } from 'react-aria-components';
import { FOCUS_PARTS, TEXT_SIZE, TEXT_WIDTHS, TYPEFACES } from '#shared/contract/writing.ts';
import { useSettings } from '#renderer/connection/settings.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { chordText } from '#renderer/ui/chord.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { Hint } from '#renderer/ui/tooltip.tsx';
import { useWords } from '#renderer/ui/words/words.tsx';
import { sizeAfter } from './text-size.ts';
import './view-menu.css';
import { setZen } from './zen.ts';

/** How the page looks while one writes, in a small sheet under its button. */
export function ViewMenu() {
  const { comfort } = useWords();
  return (
    <DialogTrigger>
      <Hint text={comfort.view}>
        <AriaButton className="button button-plain button-medium icon-button" aria-label={comfort.view}>
          <ALargeSmall size={17} />
        </AriaButton>
      </Hint>
      <Popover placement="bottom end">
        <Dialog className="view-menu" aria-label={comfort.view}>
          {({ close }) => <Choices onZen={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Choices({ onZen }: { onZen: () => void }) {
  const words = useWords();
  const { comfort } = words;
  const { settings, change } = useSettings();
  return (
    <>
      <TextSize />
      <Segments
        label={comfort.width}
        choices={TEXT_WIDTHS.map((id) => ({ id, name: comfort.widths[id] }))}
        value={settings.textWidth}
        onChange={(textWidth) => void change({ textWidth })}
      />
      <Segments
        label={comfort.typeface}
        choices={TYPEFACES.map((id) => ({ id, name: comfort.typefaces[id] }))}
        value={settings.typeface}
        onChange={(typeface) => void change({ typeface })}
      />
      <Segments
        label={comfort.focus}
        choices={FOCUS_PARTS.map((id) => ({ id, name: comfort.focusParts[id] }))}
        value={settings.focus}
        onChange={(focus) => void change({ focus })}
      />
      <Switch
        label={comfort.typewriter}
        isSelected={settings.typewriter}
        onChange={(typewriter) => void change({ typewriter })}
      />
      <Button
        variant="plain"
        onPress={() => {
          onZen();
          setZen(true);
        }}
      >
        <Maximize size={15} aria-hidden />
        <span className="view-menu-zen">{comfort.zen}</span>
        <kbd className="menu-item-keys">{chordText(ZEN)}</kbd>
      </Button>
    </>
  );
}

const ZEN = { code: 'Enter', mod: true, shift: true } as const;
const LARGER = { code: 'Equal', mod: true } as const;
const SMALLER = { code: 'Minus', mod: true } as const;
const USUAL = { code: 'Digit0', mod: true } as const;

function TextSize() {
  const words = useWords();
  const { comfort } = words;
  const { settings, change } = useSettings();
  const { textSize } = settings;
  const by = (steps: 1 | -1): void => void change({ textSize: sizeAfter(textSize, steps) });
  return (
    <Group className="view-menu-size" aria-label={comfort.textSize}>
      <IconButton
        label={comfort.smaller}
        keys={chordText(SMALLER)}
        icon={<AArrowDown size={18} />}
        isDisabled={textSize <= TEXT_SIZE.least}
        onPress={() => by(-1)}
      />
      <Hint text={comfort.usualSize} keys={chordText(USUAL)}>
        <Button variant="plain" onPress={() => void change({ textSize: TEXT_SIZE.usual })}>
          <span aria-live="polite">{comfort.percent(words.number(textSize))}</span>
        </Button>
      </Hint>
      <IconButton
        label={comfort.larger}
        keys={chordText(LARGER)}
        icon={<AArrowUp size={18} />}
        isDisabled={textSize >= TEXT_SIZE.most}
        onPress={() => by(1)}
      />
    </Group>
  );
}
