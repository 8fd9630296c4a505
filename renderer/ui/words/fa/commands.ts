import type { CommandsWords } from '../en/commands.ts';

export const commands: CommandsWords = {};
