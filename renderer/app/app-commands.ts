import {
  ArrowLeftRight,
  Columns2,
  Eye,
  FileInput,
  FilePlus2,
  Keyboard,
  Library,
  Link2,
  ListChecks,
  ListTree,
  PanelRight,
  Search,
  Settings,
  CommandIcon,
  Upload,
  Users,
  FileText,
  type LucideIcon,
} from 'lucide-react';
import type { Chord } from '#renderer/ui/chord.ts';
import type { Command, CommandGroup } from '#renderer/ui/command.ts';
import type { Words } from '#renderer/ui/words/words.tsx';

/** Everything the application itself can be told to do. */
const APP_COMMAND_NAMES = [
  'palette',
  'newArticle',
  'importFiles',
  'search',
  'shareView',
  'exportArticle',
  'outline',
  'panel',
  'storyPanel',
  'relatedPanel',
  'checksPanel',
  'beside',
  'otherArticle',
  'library',
  'desk',
  'settings',
  'shortcuts',
] as const;
export type AppCommandName = (typeof APP_COMMAND_NAMES)[number];

/** What the screens offer just now: a command without an action is not possible. */
export type AppActions = { readonly [Name in AppCommandName]?: (() => void) | undefined };

export interface AppCommand extends Command<AppActions> {
  readonly id: AppCommandName;
}

type Told = Pick<AppCommand, 'name' | 'aliases' | 'moreKeys'> & { readonly keys?: Chord };

function told(
  keys: Chord | null,
  name: (words: Words) => string,
  aliases: readonly string[],
  moreKeys?: Chord[],
): Told {
  return { name, aliases, ...(keys === null ? {} : { keys }), ...(moreKeys === undefined ? {} : { moreKeys }) };
}

/**
 * Chords a browser keeps for itself (Mod+N, Mod+T, Mod+W) are avoided, so that both hosts have the same keys.
 * Mod+K belongs to links, as everywhere; Mod+J is the palette's, and F1 as well.
 */
const TOLD: { readonly [Name in AppCommandName]: readonly [CommandGroup, LucideIcon, Told] } = {
  palette: [
    'stet',
    CommandIcon,
    told(
      { code: 'KeyJ', mod: true },
      ({ commands }) => commands.palette,
      ['find command', 'actions'],
      [{ code: 'F1' }],
    ),
  ],
  newArticle: [
    'story',
    FilePlus2,
    told({ code: 'KeyN', mod: true, alt: true }, ({ app }) => app.shortcuts.newArticle, ['new article', 'create']),
  ],
  importFiles: [
    'story',
    FileInput,
    told({ code: 'KeyO', mod: true }, ({ app }) => app.shortcuts.importFiles, ['open file', 'word', 'markdown']),
  ],
  search: [
    'story',
    Search,
    told({ code: 'KeyK', mod: true, shift: true }, ({ app }) => app.shortcuts.search, ['find story', 'look for']),
  ],
  shareView: [
    'story',
    Eye,
    told({ code: 'KeyP', mod: true, shift: true }, ({ app }) => app.shortcuts.shareView, [
      'preview',
      'reader',
      'social',
    ]),
  ],
  exportArticle: [
    'story',
    Upload,
    told({ code: 'KeyE', mod: true, shift: true }, ({ app }) => app.shortcuts.exportArticle, [
      'publish',
      'file',
      'print',
      'cms',
      'pdf',
      'docx',
    ]),
  ],
  outline: [
    'view',
    ListTree,
    told({ code: 'Backslash', mod: true }, ({ app }) => app.shortcuts.outline, ['sections', 'sidebar', 'contents']),
  ],
  panel: [
    'view',
    PanelRight,
    told({ code: 'Backslash', mod: true, shift: true }, ({ app }) => app.shortcuts.panel, ['sidebar', 'details']),
  ],
  storyPanel: [
    'view',
    FileText,
    told(null, ({ commands }) => commands.storyPanel, ['metadata', 'slug', 'byline', 'deadline']),
  ],
  relatedPanel: ['view', Link2, told(null, ({ commands }) => commands.relatedPanel, ['links', 'background'])],
  checksPanel: [
    'view',
    ListChecks,
    told(null, ({ commands }) => commands.checksPanel, ['problems', 'house style', 'tk']),
  ],
  beside: [
    'view',
    Columns2,
    told(null, ({ comfort }) => comfort.openBeside, ['side by side', 'split', 'two articles', 'compare']),
  ],
  otherArticle: [
    'view',
    ArrowLeftRight,
    told({ code: 'F6' }, ({ comfort }) => comfort.otherArticle, ['side by side', 'next pane', 'switch']),
  ],
  library: [
    'stet',
    Library,
    told({ code: 'KeyL', mod: true, shift: true }, ({ app }) => app.shortcuts.library, ['stories', 'list', 'home']),
  ],
  desk: [
    'stet',
    Users,
    told({ code: 'KeyD', mod: true, shift: true }, ({ app }) => app.shortcuts.desk, [
      'team',
      'folder',
      'sync',
      'members',
    ]),
  ],
  settings: [
    'stet',
    Settings,
    told({ code: 'Comma', mod: true }, ({ app }) => app.shortcuts.settings, [
      'preferences',
      'options',
      'language',
      'theme',
    ]),
  ],
  shortcuts: [
    'stet',
    Keyboard,
    told({ code: 'Slash', mod: true }, ({ app }) => app.shortcuts.shortcuts, ['keys', 'help', 'hotkeys']),
  ],
};

/** The table of the application's commands; the editor's are in renderer/editor/command/table.ts. */
export const APP_COMMANDS: readonly AppCommand[] = APP_COMMAND_NAMES.map((id) => {
  const [group, icon, given] = TOLD[id];
  return {
    id,
    group,
    icon,
    ...given,
    isPossible: (actions) => actions[id] !== undefined,
    run: (actions) => actions[id]?.(),
  };
});
