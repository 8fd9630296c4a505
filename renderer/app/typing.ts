/** What the browser says of one typed letter, and of the caret that moves with it. */
const TYPING: ReadonlySet<string> = new Set([
  'keydown',
  'keypress',
  'beforeinput',
  'textInput',
  'input',
  'keyup',
  'selectionchange',
]);

/**
 * Until the returned function is called, who begins to listen at `place` hears nothing of letters typed into an
 * article's text. The editor deals with them itself and no component follows them, but React would walk its whole tree
 * a dozen times for each, and React Aria would ask every button whether it shows its focus. Keys that are more than a
 * letter, and fields inside the text (a picture's caption line), are heard as ever. For listeners that stay for good:
 * those of React's root and of React Aria's first loading.
 */
export function deafenToTyping(place: EventTarget): () => void {
  const listen = place.addEventListener.bind(place);
  place.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions | boolean) => {
    if (!TYPING.has(type)) listen(type, listener, options);
    else listen(type, (event) => (isLetterInText(event) ? undefined : listener(event)), options);
  };
  return () => {
    place.addEventListener = listen;
  };
}

function isLetterInText(event: Event): boolean {
  // A caret that moves has the whole document as its target.
  if (!isText(event.type === 'selectionchange' ? document.activeElement : event.target)) return false;
  return !(event instanceof KeyboardEvent) || isPlainLetter(event);
}

function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('prose');
}

function isPlainLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}
