import type { Command } from '@tiptap/pm/state';
import { Images } from 'lucide-react';
import { isInBody, runs, type EditCommand } from '../command/command.ts';
import type { Page } from '../page.ts';
import { joinGallery, leaveGallery } from './gallery.ts';

/** What can be done with the pictures that the selection or the caret touches. */
export const GALLERY_COMMANDS: readonly EditCommand[] = [
  {
    id: 'join-gallery',
    group: 'insert',
    icon: Images,
    name: ({ pictures }) => pictures.gallery,
    hint: ({ pictures }) => pictures.joinGallery,
    aliases: ['gallery', 'pictures together', 'slideshow', 'grid'],
    isPossible: applies(joinGallery),
    run: runs(joinGallery),
  },
  {
    id: 'leave-gallery',
    group: 'insert',
    name: ({ pictures }) => pictures.leaveGallery,
    aliases: ['gallery', 'ungroup pictures'],
    isPossible: applies(leaveGallery),
    run: runs(leaveGallery),
  },
];

function applies(command: Command): (page: Page) => boolean {
  return (page) => isInBody(page) && page.editor !== null && command(page.editor.state);
}
