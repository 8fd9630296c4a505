import { app } from './app.ts';
import { blocks } from './blocks.ts';
import { checking } from './checking.ts';
import { comfort } from './comfort.ts';
import { commands } from './commands.ts';
import { desk } from './desk.ts';
import { editor } from './editor.ts';
import { find } from './find.ts';
import { notes } from './notes.ts';
import { pasting } from './pasting.ts';
import { pictures } from './pictures.ts';
import { spelling } from './spelling.ts';

/** Every word of the interface, room by room. British English is the language the others translate. */
export const en = { app, blocks, checking, comfort, commands, desk, editor, find, notes, pasting, pictures, spelling };

export type Catalogue = typeof en;
