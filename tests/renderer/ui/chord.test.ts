import { describe, expect, it } from 'vitest';
import { chordName, chordText, pressedName } from '#renderer/ui/chord.ts';

const press = (
  key: string,
  code: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>>,
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const undo = chordName({ code: 'KeyZ', mod: true });

describe('chords', () => {
  it('are what the board writes where it writes Latin letters', () => {
    expect(pressedName(press('z', 'KeyZ', { ctrlKey: true }), false)).toBe(undo);
    expect(pressedName(press('z', 'KeyY', { ctrlKey: true }), false), 'German').toBe(undo);
    expect(pressedName(press('z', 'KeyW', { metaKey: true }), true), 'French').toBe(undo);
  });

  it('are their place on Hebrew, Arabic and Persian boards, and for all that is no letter', () => {
    expect(pressedName(press('ז', 'KeyZ', { ctrlKey: true }), false)).toBe(undo);
    expect(pressedName(press('ئ', 'KeyZ', { ctrlKey: true }), false)).toBe(undo);
    const list = chordName({ code: 'Digit8', mod: true, shift: true });
    expect(pressedName(press('*', 'Digit8', { ctrlKey: true, shiftKey: true }), false)).toBe(list);
  });

  it('are not text: plain letters, and those of AltGr', () => {
    expect(pressedName(press('z', 'KeyZ', {}), false)).toBeNull();
    expect(pressedName(press('Z', 'KeyZ', { shiftKey: true }), false)).toBeNull();
    const altGraph = { ...press('@', 'KeyQ', { ctrlKey: true, altKey: true }), getModifierState: () => true };
    expect(pressedName(altGraph, false)).toBeNull();
  });

  it('are written as each system does', () => {
    expect(chordText({ code: 'ArrowUp', alt: true, shift: true }, false)).toBe('Alt+Shift+↑');
    expect(chordText({ code: 'Digit2', mod: true, alt: true }, true)).toBe('⌥⌘2');
  });
});
