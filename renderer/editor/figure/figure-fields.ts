import type { PicturesWords } from '#renderer/ui/words/en/pictures.ts';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import { make } from './element.ts';
import './figure-fields.css';

const TEXTS = ['alt', 'credit', 'source'] as const;
type FigureText = (typeof TEXTS)[number];

/** How long after the last key a field of the figure is written into the article, in milliseconds. */
const WRITE_AFTER = 300;

export type SetAttribute = (name: string, value: unknown) => void;

/** The quiet row of a figure's fields. */
export interface FigureFields {
  readonly dom: HTMLElement;
  show(attributes: Readonly<Record<string, unknown>>): void;
  setEditable(isEditable: boolean): void;
}

/** Credit, source, alternative text and whether there is need for one. Writes a moment after the last key. */
export function figureFields(words: EditorWords, pictures: PicturesWords, set: SetAttribute): FigureFields {
  const dom = make('div', 'figure-fields');
  dom.contentEditable = 'false';
  const inputs = TEXTS.map((name) => textInput(name, words[name], set));
  const decorative = decorativeInput(words, set);
  const [alt, ...others] = inputs.map((input) => input.label);
  // What is missing for listeners stands first, under the caption.
  dom.append(...(alt === undefined ? [] : [alt]), decorative.label, ...others);
  let isWritable = true;
  return {
    dom,
    show: (attributes) => {
      const isDecorative = attributes['decorative'] === true;
      decorative.show(isDecorative);
      for (const input of inputs) {
        const text = attributes[input.name];
        input.show(text);
        if (input.name !== 'alt') continue;
        const isMissing = !isDecorative && (typeof text !== 'string' || text.trim() === '');
        input.input.disabled = isDecorative || !isWritable;
        input.input.placeholder = isMissing ? pictures.altMissing : '';
        input.label.toggleAttribute('data-missing', isMissing);
      }
      dom.dataset['filled'] = TEXTS.some((name) => attributes[name]) || isDecorative ? 'some' : 'none';
    },
    setEditable: (isEditable) => {
      isWritable = isEditable;
      for (const { input } of inputs) input.disabled = !isEditable;
      decorative.input.disabled = !isEditable;
    },
  };
}

function textInput(name: FigureText, words: string, set: SetAttribute) {
  const label = make('label', `figure-field figure-field-${name}`);
  const title = make('span', 'figure-field-name');
  title.textContent = words;
  const input = make('input', 'figure-field-input');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = '';
  const write = (): void => {
    clearTimeout(timer);
    if (input.value === written) return;
    written = input.value;
    set(name, input.value === '' ? null : input.value);
  };
  // Of nothing no direction can be read: its placeholder runs as the interface does.
  const turn = (): void => void (input.dir = input.value === '' ? '' : 'auto');
  input.addEventListener('input', () => {
    turn();
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER);
  });
  input.addEventListener('change', write);
  input.addEventListener('blur', write);
  label.append(title, input);
  return {
    name,
    label,
    input,
    show: (value: unknown) => {
      const text = typeof value === 'string' ? value : '';
      const typing = input.value !== written;
      written = text;
      if (!typing && input.value !== text) input.value = text;
      turn();
    },
  };
}

function decorativeInput(words: EditorWords, set: SetAttribute) {
  const label = make('label', 'figure-field figure-field-decorative');
  const input = make('input', 'figure-field-check');
  input.type = 'checkbox';
  input.addEventListener('change', () => set('decorative', input.checked ? true : null));
  const title = make('span', 'figure-field-name');
  title.textContent = words.decorative;
  label.title = words.decorativeHint;
  label.append(input, title);
  return { label, input, show: (value: boolean) => void (input.checked = value) };
}
