/** Words of the commands, the palette and the menus of the text. */
export const commands = {};

export type CommandsWords = typeof commands;
