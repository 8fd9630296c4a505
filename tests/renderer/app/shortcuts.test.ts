import { describe, expect, it } from 'vitest';
import { keysOf, shortcutOf } from '#renderer/app/shortcuts.ts';

const press = (code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key: code,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('shortcuts', () => {
  it('are read as each system writes them', () => {
    expect(keysOf('search', false)).toBe('Ctrl+Shift+K');
    expect(keysOf('search', true)).toBe('⇧⌘K');
    expect(keysOf('newArticle', true)).toBe('⌥⌘N');
  });

  it('want exactly their keys', () => {
    expect(shortcutOf(press('KeyK', { ctrlKey: true, shiftKey: true }), false)).toBe('search');
    expect(shortcutOf(press('KeyK', { ctrlKey: true }), false)).toBeNull();
    expect(shortcutOf(press('KeyK', { metaKey: true, shiftKey: true }), false)).toBeNull();
    expect(shortcutOf(press('KeyK', { metaKey: true, shiftKey: true }), true)).toBe('search');
    expect(shortcutOf(press('Comma', { ctrlKey: true }), false)).toBe('settings');
    expect(shortcutOf(press('Comma'), false)).toBeNull();
    expect(shortcutOf(press('F1'), false)).toBe('palette');
  });
});
