import { describe, expect, it } from 'vitest';
import { APP_COMMANDS } from '#renderer/app/app-commands.ts';
import { EDIT_COMMANDS } from '#renderer/editor/command/table.ts';
import { chordName, type Chord } from '#renderer/ui/chord.ts';
import type { Command } from '#renderer/ui/command.ts';
import type { Language } from '#renderer/ui/words/language.ts';
import { wordsFor } from '#renderer/ui/words/words.tsx';

const ALL: readonly Omit<Command<never>, 'isPossible' | 'run'>[] = [...APP_COMMANDS, ...EDIT_COMMANDS];
const LANGUAGES: readonly Language[] = ['en', 'en-US', 'he', 'ar', 'fa'];

const chordsOf = (command: (typeof ALL)[number]): readonly Chord[] =>
  [command.keys, ...(command.moreKeys ?? [])].filter((keys) => keys !== undefined);

/** Chords that browsers never give to a page, or that nobody expects a page to take. */
const KEPT: readonly Chord[] = [
  ...(['KeyN', 'KeyT', 'KeyW', 'KeyQ', 'KeyR', 'KeyC', 'KeyV', 'KeyX', 'KeyA'] as const).map((code): Chord => ({
    code,
    mod: true,
  })),
  ...(['KeyN', 'KeyT', 'KeyW', 'KeyQ', 'KeyR', 'KeyI', 'KeyC'] as const).map((code): Chord => ({
    code,
    mod: true,
    shift: true,
  })),
  { code: 'F5' },
  { code: 'F11' },
  { code: 'F12' },
];

describe('the table of commands', () => {
  it('has every command once', () => {
    const ids = ALL.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('has no chord twice, and none that a browser keeps', () => {
    const chords = ALL.flatMap((command) => chordsOf(command).map(chordName));
    expect(chords.filter((chord, at) => chords.indexOf(chord) !== at)).toEqual([]);
    const kept = new Set(KEPT.map(chordName));
    expect(chords.filter((chord) => kept.has(chord))).toEqual([]);
  });

  it('names keys by their place on the board', () => {
    const odd = ALL.flatMap((command) => chordsOf(command)).filter(
      ({ code }) => !/^(?:Key[A-Z]|Digit\d|F\d{1,2}|Arrow(?:Up|Down|Left|Right)|[A-Z][a-zA-Z]+)$/u.test(code),
    );
    expect(odd).toEqual([]);
  });

  it.each(LANGUAGES)('is named whole in %s', (language) => {
    const words = wordsFor(language);
    const names = ALL.map((command) => command.name(words));
    expect(names.filter((name) => typeof name !== 'string' || name.trim() === '')).toEqual([]);
    expect(ALL.filter(({ group }) => !words.commands.groups[group])).toEqual([]);
    for (const command of ALL) expect(command.hint?.(words) ?? 'none', command.id).not.toBe('');
  });

  it('has no two commands of one name', () => {
    const names = ALL.map((command) => command.name(wordsFor('en')));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
