import { isolate } from '../isolate.ts';
import type { Forms } from '../language.ts';

const forms = (one: string, other: string): Forms => ({ one, other });

/** Words of the desk: its screen, and what other screens say of it. */
export const desk = {
  title: 'Desk',
  open: 'The desk',

  /** Where a story is. */
  private: 'Private',
  privateHint: 'Only on this computer. Nobody else can see it.',
  onDesk: 'On the desk',
  onDeskHint: 'Everyone on the desk has it and can edit it.',
  put: 'Put on the desk',
  putTitle: 'Put this story on the desk?',
  putMeans:
    'Everyone on the desk will get this story and its pictures, and can edit it. It can’t be made private again.',
  putDone: (headline: string) => `“${isolate(headline)}” is on the desk`,
  here: (name: string) => `${isolate(name)} is here`,
  hereIn: (name: string, section: string) => `${isolate(name)} is here, in “${isolate(section)}”`,

  /** In the status bar, after where the text is safe on this machine. */
  inFolder: 'In the folder',
  toFolder: 'Not in the folder yet',
  folderAway: 'The folder is away',
  pausedShort: 'Desk paused',
  seenBy: forms('Seen by {n}', 'Seen by {n}'),
  seenByHint: 'So many colleagues have everything you sent.',

  begin: {
    title: 'One folder. The whole desk.',
    text: 'A desk is a folder that your colleagues share too: in Dropbox, OneDrive or Syncthing, or on the office server. Stories you put there reach everyone, and nobody’s words are lost, even when two people write at once, offline.',
    private: 'Your stories stay private until you put them on the desk, one by one.',
    name: 'Your name',
    nameHint: 'So that colleagues know whose words these are',
    nameMissing: 'Colleagues need a name to know you by.',
    folderMissing: 'Choose a folder first.',
    start: 'Start a desk',
    startText: 'You are the first. Choose an empty folder inside the one you share with your colleagues.',
    startFolder: 'Folder for the new desk',
    startAction: 'Start the desk',
    join: 'Join a desk',
    joinText: 'A colleague has started it. Choose the folder that they share with you.',
    joinFolder: 'Folder of the desk',
    joinAction: 'Join the desk',
    started: 'The desk is ready. Give your colleagues the folder, and they can join.',
    joined: 'You are on the desk. Its stories are coming in.',
  },

  health: {
    safe: 'Everything is in the folder.',
    empty: 'The desk is ready.',
    looking: 'Looking into the folder…',
    paused: 'The desk is paused.',
    pausedHint: 'What you write is kept here until you go on. Nothing goes out and nothing comes in.',
    trouble: 'The folder can’t be used just now.',
    troubleHint: 'What you write is kept on this computer, and goes out by itself as soon as it can.',
    waiting: forms('{n} story is on its way out.', '{n} stories are on their way out.'),
    shared: forms('{n} story on the desk', '{n} stories on the desk'),
    sync: 'Sync now',
    syncing: 'Syncing…',
    synced: 'All that could be exchanged was exchanged.',
    pause: 'Pause',
    resume: 'Go on',
    alarm: 'Two machines disagree',
  },

  people: {
    title: 'People',
    you: 'You',
    nobody: 'Nobody else is here yet',
    nobodyHint: 'Share the folder with your colleagues. They open Stet, choose Desk, and join.',
    nameless: 'A colleague',
    seen: (ago: string) => `seen ${isolate(ago)}`,
    hasAll: 'Has everything you sent',
    hasUpTo: (time: string) => `Has your edits up to ${isolate(time)}`,
    hasNotLast: forms('Has not received your last change yet', 'Has not received your last {n} changes yet'),
    weLack: forms('{n} of their changes has not arrived here', '{n} of their changes have not arrived here'),
    weHaveAll: 'You have everything of theirs',
    reading: (headline: string) => `Has “${isolate(headline)}” open`,
    joined: (name: string) => `${isolate(name)} joined the desk`,
  },

  rescued: {
    title: 'Rescued text',
    none: 'Nothing had to be rescued',
    noneHint:
      'When somebody deletes a paragraph in which you are still writing, your words are kept here and can be put back.',
    about:
      'These words were written where a colleague deleted or changed something at the same time. They stand nowhere in the story now.',
    by: (name: string) => `Written by ${isolate(name)}`,
    byYou: 'Written on this computer',
    at: (place: string, headline: string) => `${isolate(place)} of “${isolate(headline)}”`,
    inStory: (headline: string) => `in “${isolate(headline)}”`,
    where: {
      headline: 'in the headline',
      standfirst: 'in the standfirst',
      body: 'in the text',
      metadata: 'in the details',
      related: 'in the related articles',
    },
    putBack: 'Put back',
    useInstead: 'Use instead',
    useInsteadDone: 'It stands there now. Undo brings back what stood there before.',
    putBackDone: 'Put back at the end. Undo takes it out again.',
    putBackThere: 'These words stand in the story already.',
    putBackRefused: 'This story can only be read here, so nothing was put back.',
    dismiss: 'Dismiss',
    dismissed: 'Dismissed the rescued text',
    arrived: forms('{n} passage of text was rescued', '{n} passages of text were rescued'),
    look: 'Look',
  },

  folder: {
    title: 'Folder',
    outgoing: 'On the way out',
    incoming: 'Seen, not taken yet',
    refused: 'Refused',
    quiet: 'Nothing is waiting, nothing was refused',
    quietHint: 'Files that are still being copied or can’t be read would be listed here.',
    why: {
      incomplete: 'Not all of it has been copied yet',
      earlier: 'One before it has not arrived yet',
      locked: 'Another program holds it',
      newer: 'A newer Stet wrote it; update Stet to take it',
    },
    refusedHint: 'Kept aside in the library’s quarantine. Nothing of yours is touched by it.',
  },

  events: {
    title: 'What happened',
    none: 'Nothing yet',
    noneHint: 'Stories that are put on the desk, and fields that two people changed at once, are noted here.',
    shared: (headline: string) => `“${isolate(headline)}” was put on the desk`,
    met: (field: string, headline: string) => `Two people changed ${isolate(field)} of “${isolate(headline)}” at once`,
    kept: 'Stands',
    other: 'Was passed over',
    emptyValue: 'nothing',
    refused: (file: string) => `A file was refused: ${isolate(file)}`,
  },
};

export type DeskWords = typeof desk;
