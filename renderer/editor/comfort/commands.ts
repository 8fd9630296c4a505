import {
  AArrowDown,
  AArrowUp,
  ArrowLeftRight,
  Focus,
  Maximize,
  PilcrowLeft,
  PilcrowRight,
  TextCursorInput,
  Type,
} from 'lucide-react';
import type { SettingsPatch } from '#shared/contract/settings.ts';
import { FOCUS_PARTS, TEXT_SIZE, type FocusPart } from '#shared/contract/writing.ts';
import { isWritable, runsAsStep, type EditCommand } from '../command/command.ts';
import type { Page } from '../page.ts';
import { comfortOf } from './comfort.ts';
import { setDirection, turnDirection } from './direction.ts';
import { sizeAfter } from './text-size.ts';
import { isZen, setZen } from './zen.ts';

function change(page: Page, patch: SettingsPatch): void {
  void comfortOf(page.session)?.change(patch);
}

function resize(page: Page, steps: number): void {
  const size = comfortOf(page.session)?.settings.textSize ?? TEXT_SIZE.usual;
  change(page, { textSize: sizeAfter(size, steps) });
}

function focusing(part: FocusPart): EditCommand {
  return {
    id: `focus-${part}`,
    group: 'view',
    icon: Focus,
    name: ({ comfort }) => comfort.focusOn[part],
    aliases: ['focus mode', 'fade', 'concentrate'],
    isPossible: (page) => comfortOf(page.session)?.settings.focus !== part,
    run: (page) => change(page, { focus: part }),
  };
}

/** How the page looks while one writes, and which way its blocks run. */
export const COMFORT_COMMANDS: readonly EditCommand[] = [
  {
    id: 'larger-text',
    group: 'view',
    icon: AArrowUp,
    keys: { code: 'Equal', mod: true },
    moreKeys: [
      { code: 'Equal', mod: true, shift: true },
      { code: 'NumpadAdd', mod: true },
    ],
    isForScreen: true,
    name: ({ comfort }) => comfort.larger,
    aliases: ['zoom in', 'bigger', 'font size'],
    run: (page) => resize(page, 1),
  },
  {
    id: 'smaller-text',
    group: 'view',
    icon: AArrowDown,
    keys: { code: 'Minus', mod: true },
    moreKeys: [{ code: 'NumpadSubtract', mod: true }],
    isForScreen: true,
    name: ({ comfort }) => comfort.smaller,
    aliases: ['zoom out', 'font size'],
    run: (page) => resize(page, -1),
  },
  {
    id: 'usual-text',
    group: 'view',
    icon: Type,
    keys: { code: 'Digit0', mod: true },
    isForScreen: true,
    name: ({ comfort }) => comfort.usualSize,
    aliases: ['reset zoom', '100%'],
    run: (page) => change(page, { textSize: TEXT_SIZE.usual }),
  },
  ...FOCUS_PARTS.map(focusing),
  {
    id: 'typewriter',
    group: 'view',
    icon: TextCursorInput,
    name: ({ comfort }) => comfort.typewriter,
    aliases: ['scroll', 'centre', 'center'],
    run: (page) => change(page, { typewriter: comfortOf(page.session)?.settings.typewriter !== true }),
  },
  {
    id: 'zen',
    group: 'view',
    icon: Maximize,
    keys: { code: 'Enter', mod: true, shift: true },
    isForScreen: true,
    name: ({ comfort }) => comfort.zen,
    aliases: ['zen', 'full screen', 'distraction free'],
    run: (page) => {
      setZen(!isZen());
      page.focus();
    },
  },
  {
    id: 'turn-direction',
    group: 'text',
    icon: ArrowLeftRight,
    keys: { code: 'KeyX', mod: true, shift: true },
    name: ({ comfort }) => comfort.turnDirection,
    aliases: ['rtl', 'ltr', 'bidi', 'right-to-left', 'left-to-right'],
    isPossible: isWritable,
    run: runsAsStep(turnDirection),
  },
  {
    id: 'direction-ltr',
    group: 'text',
    icon: PilcrowRight,
    name: ({ comfort }) => comfort.leftToRight,
    aliases: ['ltr', 'direction'],
    isPossible: isWritable,
    run: runsAsStep(setDirection('ltr')),
  },
  {
    id: 'direction-rtl',
    group: 'text',
    icon: PilcrowLeft,
    name: ({ comfort }) => comfort.rightToLeft,
    aliases: ['rtl', 'direction', 'hebrew', 'arabic', 'persian'],
    isPossible: isWritable,
    run: runsAsStep(setDirection('rtl')),
  },
  {
    id: 'direction-content',
    group: 'text',
    icon: ArrowLeftRight,
    name: ({ comfort }) => comfort.byContent,
    aliases: ['auto', 'direction'],
    isPossible: isWritable,
    run: runsAsStep(setDirection(null)),
  },
];
