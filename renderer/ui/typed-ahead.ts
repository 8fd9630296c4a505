import './typed-ahead.css';

/** What is told when the person gives up before the field is there. */
type GiveUp = () => void;

interface Waiting {
  readonly giveUp: GiveUp;
  /** What stood in the line when Enter was pressed; null while it was not. */
  entered: string | null;
}

let line: HTMLInputElement | null = null;
let waiting: Waiting | null = null;
/** What had the keyboard before. */
let before: HTMLElement | null = null;

/**
 * Takes the keyboard at once for a field that is still on its way: somebody who presses the keys of the find bar and
 * writes on must find every letter there, and none in the article. The letters (composed and pasted ones, too) wait in a
 * line nobody sees until the field calls `takeTyping`. Escape gives up and gives the keyboard back to where it was.
 */
export function typeAhead(giveUp: GiveUp): void {
  const { activeElement } = document;
  line ??= makeLine();
  if (waiting === null) {
    line.value = '';
    if (activeElement instanceof HTMLElement && activeElement !== document.body) before = activeElement;
  }
  waiting = { giveUp, entered: waiting?.entered ?? null };
  line.ariaHidden = null;
  line.focus({ preventScroll: true });
}

/** Gives a field the keyboard, and what was typed for it before it was there. Enter, where it was pressed, comes after. */
export function takeTyping(field: HTMLInputElement | null): void {
  if (field === null) return;
  const typed = endWaiting();
  // What is being composed in the line is ended by this, and stays in it.
  field.focus();
  if (typed === null || line === null) return;
  const text = typed.entered ?? line.value;
  const rest = line.value.slice(text.length);
  line.value = '';
  if (text !== '') {
    field.setRangeText(text, 0, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  // Once the field has been drawn with it.
  if (typed.entered !== null) queueMicrotask(() => enterAndGoOn(field, rest));
}

/** As `takeTyping`, for a text on the page that has the keyboard already. */
export function takeTypingAsText(): void {
  const typed = endWaiting();
  const text = document.activeElement;
  if (typed === null || line === null || !(text instanceof HTMLElement) || text === line) return;
  const words = typed.entered ?? line.value;
  const rest = line.value.slice(words.length);
  line.value = '';
  if (words !== '') document.execCommand('insertText', false, words);
  if (typed.entered !== null) queueMicrotask(() => enterAndGoOn(text, rest));
}

/** Waits no longer: what the field was to be for is not going to be. */
export function endTyping(): void {
  if (endWaiting() !== null && document.activeElement === line) giveKeyboardBack();
}

/** What was typed after Enter is for whatever has the keyboard then, or is on its way by then. */
function enterAndGoOn(field: HTMLElement, rest: string): void {
  pressEnter(field);
  if (rest === '') return;
  if (waiting !== null && line !== null) line.value = rest;
  else document.execCommand('insertText', false, rest);
}

function pressEnter(field: HTMLElement): void {
  if (field instanceof HTMLInputElement && field.form !== null) field.form.requestSubmit();
  else
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
}

function makeLine(): HTMLInputElement {
  const made = document.createElement('input');
  made.className = 'typed-ahead';
  made.tabIndex = -1;
  made.autocomplete = 'off';
  made.spellcheck = false;
  made.ariaLabel = document.title;
  made.addEventListener('keydown', onKey);
  // A dialog that closes gives the keyboard back to where it was when the dialog opened: to this line.
  made.addEventListener('focus', () => {
    if (waiting === null) giveKeyboardBack();
  });
  document.body.append(made);
  return made;
}

/** Listeners need not know of the line while it waits for nothing. */
function endWaiting(): Waiting | null {
  const ended = waiting;
  waiting = null;
  if (line !== null) line.ariaHidden = 'true';
  return ended;
}

function onKey(event: KeyboardEvent): void {
  if (waiting === null || event.isComposing) return;
  if (event.key === 'Enter') {
    event.preventDefault();
    waiting.entered ??= line?.value ?? '';
  } else if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    endWaiting()?.giveUp();
    if (document.activeElement === line) giveKeyboardBack();
  }
}

/** Gives the keyboard back to what had it before something else was asked for. */
export function giveKeyboardBack(): void {
  if (before?.isConnected === true) before.focus({ preventScroll: true });
  else line?.blur();
}
