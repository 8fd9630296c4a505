import type { Forms } from '../language.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** Words of the commands, the palette and the menus of the text. */
export const commands = {
  groups: {
    text: 'Words',
    block: 'Kind of block',
    insert: 'Insert',
    move: 'Blocks',
    tools: 'Checking and finding',
    edit: 'Editing',
    story: 'Stories',
    view: 'What is shown',
    stet: 'Stet',
  },

  cq: 'Checked (CQ)',
  cqHint: 'Correct as it stands; nobody mends it again',
  clearMarks: 'Take off formatting',
  tk: 'TK with a note',
  tkHint: 'Says what is still to come',
  nextTk: 'Next TK',
  previousTk: 'Previous TK',
  goToToolbar: 'Go to the formatting bar',
  moveBlockUp: 'Move block up',
  moveBlockDown: 'Move block down',
  duplicateBlock: 'Duplicate block',
  removeBlock: 'Remove block',

  storyPanel: 'Story details',
  relatedPanel: 'Related articles',
  checksPanel: 'Checks',

  palette: 'All commands',
  palettePlaceholder: 'What would you like to do?',
  paletteEmpty: 'No command and no story of that name',
  recent: 'Recent',
  stories: 'Stories',
  found: forms('{n} result', '{n} results'),

  slash: 'Insert or change',
  mention: 'Add a related article',
  selection: 'Selected words',
  grip: 'Move this block, or press for more',
  blockMenu: 'This block',
};

export type CommandsWords = typeof commands;
