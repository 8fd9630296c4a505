import { expect, it } from 'vitest';
import { APP_COMMANDS } from '#renderer/app/app-commands.ts';
import { offer, offered } from '#renderer/app/offers.ts';

const [first, second] = APP_COMMANDS;

it('commands are offered once, as long as somebody offers them', () => {
  if (first === undefined || second === undefined) throw new Error('There are commands.');
  const run = () => undefined;
  const stopBoth = offer(() => [first, second].map((command) => ({ command, run })));
  const stopOne = offer(() => [{ command: first, run }]);
  expect(offered().map(({ command }) => command.id)).toEqual([first.id, second.id]);
  stopBoth();
  expect(offered().map(({ command }) => command.id)).toEqual([first.id]);
  stopOne();
  expect(offered()).toEqual([]);
});
