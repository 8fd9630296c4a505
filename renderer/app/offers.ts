import type { Command } from '#renderer/ui/command.ts';

/** A command that can be given now, with the way to do it. */
export interface Offer {
  readonly command: Omit<Command<never>, 'isPossible' | 'run'>;
  readonly run: () => void;
}

const sources = new Set<() => readonly Offer[]>();

/** Offers commands to the palette until the returned function is called. Asked each time the palette opens. */
export function offer(source: () => readonly Offer[]): () => void {
  sources.add(source);
  return () => sources.delete(source);
}

/** Everything that can be done now, wherever it is offered from; each command once. */
export function offered(): readonly Offer[] {
  const byId = new Map([...sources].flatMap((source) => source()).map((each) => [each.command.id, each]));
  return [...byId.values()];
}

/** Gives one of the offered commands; nothing where it is not offered. */
export function give(id: string): void {
  offered()
    .find(({ command }) => command.id === id)
    ?.run();
}
