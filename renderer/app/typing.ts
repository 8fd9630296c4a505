/** What the browser says of one typed letter. React listens for each of them twice, at the root of the page. */
const TYPING: ReadonlySet<string> = new Set(['keydown', 'keypress', 'beforeinput', 'textInput', 'input', 'keyup']);

/**
 * Call it before React has its root in `place`: React then hears nothing of letters typed into an article's text. The
 * editor deals with them itself and no component follows them, but React would walk its whole tree a dozen times for
 * each. Keys that are more than a letter, and fields inside the text (a picture's caption line), are heard as ever.
 */
export function leaveTypingAlone(place: Element): void {
  const listen = place.addEventListener.bind(place);
  place.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions | boolean) => {
    if (!TYPING.has(type)) listen(type, listener, options);
    else listen(type, (event) => (isLetterInText(event) ? undefined : listener(event)), options);
  };
}

function isLetterInText(event: Event): boolean {
  if (!(event.target instanceof Element) || !event.target.classList.contains('prose')) return false;
  return !(event instanceof KeyboardEvent) || isPlainLetter(event);
}

function isPlainLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}
