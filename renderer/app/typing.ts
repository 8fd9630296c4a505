/** What the browser says of one typed letter, and of the caret that moves with it, besides the pressing of the key. */
const FOLLOWING: ReadonlySet<string> = new Set([
  'keypress',
  'beforeinput',
  'textInput',
  'input',
  'keyup',
  'selectionchange',
]);

type Register = () => void;

/** Listeners that rest while an article's text has the focus, each with the way to begin and to end it. */
const resting: { readonly listen: Register; readonly rest: Register }[] = [];
let writing = false;

/**
 * Until the returned function is called, who begins to listen at `place` hears nothing of letters typed into an
 * article's text. The editor deals with them itself and no component follows them, but React would walk its whole tree
 * a dozen times for each, and React Aria would ask every button whether it shows its focus. Keys that are more than a
 * letter, and fields inside the text (a picture's caption line), are heard as ever; what follows a key rests while the
 * text has the focus, for being called and declining costs as well. For listeners that stay for good: those of React's
 * root and of React Aria's first loading.
 */
export function deafenToTyping(place: EventTarget): () => void {
  const listen = place.addEventListener.bind(place);
  const leave = place.removeEventListener.bind(place);
  followFocus();
  place.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions | boolean) => {
    if (type === 'keydown') {
      listen(type, (event) => (isLetterInText(event) ? undefined : listener(event)), options);
    } else if (FOLLOWING.has(type)) {
      resting.push({ listen: () => listen(type, listener, options), rest: () => leave(type, listener, options) });
      if (!writing) listen(type, listener, options);
    } else listen(type, listener, options);
  };
  return () => {
    place.addEventListener = listen;
  };
}

let following = false;

/** Begins, once, to look whether an article's text has the focus. */
function followFocus(): void {
  if (following) return;
  following = true;
  const follow = (target: EventTarget | null): void => {
    if (isText(target) === writing) return;
    writing = !writing;
    for (const { listen, rest } of resting) (writing ? rest : listen)();
  };
  window.addEventListener('focusin', (event) => follow(event.target), true);
  window.addEventListener('focusout', (event) => follow(event.relatedTarget), true);
}

/** The event that was judged last, and how: all who listen ask about the same one after the other. */
let judged: Event | null = null;
let isLetter = false;

function isLetterInText(event: Event): boolean {
  if (judged !== event) {
    judged = event;
    isLetter = event instanceof KeyboardEvent && isText(event.target) && isPlainLetter(event);
  }
  return isLetter;
}

function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('prose');
}

function isPlainLetter(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}
