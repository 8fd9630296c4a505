import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import { isMediaName, type MediaName } from '#shared/article/block.ts';
import type { EditorWords } from '#renderer/ui/words/en/editor.ts';
import './figure-view.css';

export interface FigureContext {
  readonly words: EditorWords;
  /** Where the picture of that name can be loaded from. */
  readonly mediaAddress: (name: MediaName) => Promise<string>;
  /** Lets the person pick a file for the figure at that place. */
  readonly onPick: (at: () => number | undefined) => void;
}

type FigureText = 'credit' | 'source' | 'alt';

const TEXTS: readonly FigureText[] = ['credit', 'source', 'alt'];

/** How long after the last key a field of the figure is written into the article, in milliseconds. */
const WRITE_AFTER = 300;

/** A picture on the page: the picture or a plain word on why there is none, its caption, and a row of its fields. */
export function figureView(context: FigureContext) {
  return (node: Node, view: EditorView, getPos: () => number | undefined): NodeView => {
    const { words } = context;
    const dom = make('figure', 'figure');
    const picture = make('div', 'figure-picture');
    const caption = make('figcaption', 'figure-caption');
    const fields = make('div', 'figure-fields');
    picture.contentEditable = 'false';
    fields.contentEditable = 'false';
    caption.dir = 'auto';
    caption.dataset['placeholder'] = words.caption;
    dom.append(picture, caption, fields);

    const set = (name: string, value: unknown): void => {
      const pos = getPos();
      if (pos !== undefined && view.editable) view.dispatch(view.state.tr.setNodeAttribute(pos, name, value));
    };
    const inputs = TEXTS.map((name) => textInput(name, words[name], set));
    const decorative = decorativeInput(words, set);
    fields.append(...inputs.map((input) => input.label), decorative.label);

    let shown: unknown;
    const show = (shownNode: Node): void => {
      const attributes = shownNode.attrs as Readonly<Record<string, unknown>>;
      for (const input of inputs) input.show(attributes[input.name]);
      decorative.show(attributes['decorative'] === true);
      for (const input of inputs) if (input.name === 'alt') input.setDisabled(attributes['decorative'] === true);
      dom.dataset['fields'] = TEXTS.some((name) => attributes[name]) ? 'some' : 'none';
      caption.toggleAttribute('data-blank', shownNode.content.size === 0);
      if (shown !== attributes['media']) {
        shown = attributes['media'];
        void showPicture(picture, shownNode, context, () => context.onPick(getPos));
      }
      const image = picture.querySelector('img');
      if (image !== null) image.alt = typeof attributes['alt'] === 'string' ? attributes['alt'] : '';
    };
    show(node);

    return {
      dom,
      contentDOM: caption,
      update: (next) => {
        if (next.type !== node.type) return false;
        show(next);
        return true;
      },
      selectNode: () => dom.classList.add('ProseMirror-selectednode'),
      deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
      stopEvent: (event) => event.target instanceof globalThis.Node && fields.contains(event.target),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !caption.contains(mutation.target),
    };
  };
}

async function showPicture(holder: HTMLElement, node: Node, context: FigureContext, pick: () => void): Promise<void> {
  const { media, width, height } = node.attrs as Readonly<Record<string, unknown>>;
  if (!isMediaName(media)) {
    holder.replaceChildren(missing(context.words.pictureMissing, context.words.choosePicture, pick));
    return;
  }
  const image = make('img', 'figure-image');
  if (typeof width === 'number' && typeof height === 'number') {
    image.width = width;
    image.height = height;
  }
  image.draggable = false;
  image.addEventListener('error', () => {
    holder.replaceChildren(missing(context.words.pictureNotFound, context.words.choosePicture, pick));
  });
  holder.replaceChildren(image);
  image.src = await context.mediaAddress(media);
}

function missing(sentence: string, action: string, pick: () => void): HTMLElement {
  const box = make('div', 'figure-missing');
  const text = make('p', 'figure-missing-text');
  text.textContent = sentence;
  const button = make('button', 'button button-quiet button-small');
  button.type = 'button';
  button.textContent = action;
  button.addEventListener('click', pick);
  box.append(text, button);
  return box;
}

type SetAttribute = (name: string, value: unknown) => void;

function textInput(name: FigureText, words: string, set: SetAttribute) {
  const label = make('label', `figure-field figure-field-${name}`);
  const title = make('span', 'figure-field-name');
  title.textContent = words;
  const input = make('input', 'figure-field-input');
  input.dir = 'auto';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = '';
  const write = (): void => {
    clearTimeout(timer);
    if (input.value === written) return;
    written = input.value;
    set(name, input.value);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER);
  });
  input.addEventListener('change', write);
  input.addEventListener('blur', write);
  label.append(title, input);
  return {
    name,
    label,
    setDisabled: (disabled: boolean) => void (input.disabled = disabled),
    show: (value: unknown) => {
      const text = typeof value === 'string' ? value : '';
      const typing = input.value !== written;
      written = text;
      if (!typing && input.value !== text) input.value = text;
    },
  };
}

function decorativeInput(words: EditorWords, set: SetAttribute) {
  const label = make('label', 'figure-field figure-field-decorative');
  const input = make('input', 'figure-field-check');
  input.type = 'checkbox';
  input.addEventListener('change', () => set('decorative', input.checked));
  const title = make('span', 'figure-field-name');
  title.textContent = words.decorative;
  label.title = words.decorativeHint;
  label.append(input, title);
  return { label, show: (value: boolean) => void (input.checked = value) };
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
