/** What the browser says of one typed letter. */
const TYPING: ReadonlySet<string> = new Set(['keydown', 'keypress', 'beforeinput', 'textInput', 'input', 'keyup']);

/**
 * Call it before anybody listens at `place`: who does so then hears nothing of letters typed into an article's text.
 * The editor deals with them itself and no component follows them, but React would walk its whole tree a dozen times
 * for each, and React Aria would ask every button whether it shows its focus. Keys that are more than a letter, and
 * fields inside the text (a picture's caption line), are heard as ever.
 */
export function leaveTypingAlone(place: EventTarget): void {
  const listen = place.addEventListener.bind(place);
  place.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions | boolean) => {
    if (!TYPING.has(type)) listen(type, listener, options);
    else listen(type, (event) => (isLetterInText(event) ? undefined : listener(event)), options);
  };
}

/**
 * Makes React's root, which then hears nothing of the caret moving in an article's text either: no component follows
 * it there, and the editor, which does, listens for itself later.
 */
export function leavingCaretAlone<Root>(makeRoot: () => Root): Root {
  const listen = document.addEventListener.bind(document);
  document.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions | boolean) => {
    if (type !== 'selectionchange') listen(type, listener, options);
    else listen(type, (event) => (isText(document.activeElement) ? undefined : listener(event)), options);
  };
  try {
    return makeRoot();
  } finally {
    document.addEventListener = listen;
  }
}

function isLetterInText(event: Event): boolean {
  if (!isText(event.target)) return false;
  return !(event instanceof KeyboardEvent) || isPlainLetter(event);
}

function isPlainLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}

function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('prose');
}
