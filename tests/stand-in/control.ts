import type { FromStandIn, ToStandIn } from './messages.ts';

/** The stand-in's end of the channel to its test. */
export function tell(message: FromStandIn): void {
  process.send?.(message);
}

export function onMessage(listener: (message: ToStandIn) => void): void {
  process.on('message', (message: ToStandIn) => listener(message));
}
