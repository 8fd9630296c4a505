declare global {
  interface Window {
    /** While it is a list, each pressed key adds how long its frame took to be made, in milliseconds. */
    keyTimes?: number[] | undefined;
  }
}

/**
 * Runs in the page, before it: times each key from the moment the browser had it until the main thread has made the
 * frame with its letter (script, style, layout and paint). Does nothing while nobody listens.
 */
export function timeKeys(): void {
  const { port1, port2 } = new MessageChannel();
  port2.addEventListener('message', (event: MessageEvent<number>) => {
    window.keyTimes?.push(performance.now() - event.data);
  });
  port2.start();
  const press = ({ timeStamp }: KeyboardEvent): void => {
    if (window.keyTimes !== undefined) requestAnimationFrame(() => port1.postMessage(timeStamp));
  };
  window.addEventListener('keydown', press, true);
}
