import './written-field.css';

/** How long after the last key a field of a block is written into the article, in milliseconds. */
const WRITE_AFTER = 300;

export interface WrittenField {
  readonly input: HTMLInputElement;
  /** Shows what the article says, unless somebody is writing here just now. */
  show(value: unknown): void;
  /** Writes at once what was typed. */
  flush(): void;
}

/**
 * One line inside a block that is kept in an attribute of it: a title, an attribution. It is written after a moment,
 * and when it is left. Enter and Tab go on to the text after it (`onLeave`), Escape and Shift+Tab back to the block.
 */
export function writtenField(options: {
  readonly className: string;
  readonly label: string;
  readonly placeholder: string;
  readonly write: (text: string) => void;
  readonly onLeave: (way: 'on' | 'back') => void;
}): WrittenField {
  const input = document.createElement('input');
  input.className = `written-field ${options.className}`;
  input.dir = 'auto';
  input.placeholder = options.placeholder;
  input.setAttribute('aria-label', options.label);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = '';
  const flush = (): void => {
    clearTimeout(timer);
    if (input.value === written) return;
    written = input.value;
    options.write(input.value);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(flush, WRITE_AFTER);
  });
  input.addEventListener('change', flush);
  input.addEventListener('blur', flush);
  input.addEventListener('keydown', (event) => {
    const way = leaving(event);
    if (way === null || event.isComposing) return;
    event.preventDefault();
    flush();
    options.onLeave(way);
  });
  return {
    input,
    flush,
    show: (value) => {
      const text = typeof value === 'string' ? value : '';
      const isTyping = input.value !== written;
      written = text;
      if (!isTyping && input.value !== text) input.value = text;
    },
  };
}

function leaving({ key, shiftKey }: KeyboardEvent): 'on' | 'back' | null {
  switch (key) {
    case 'Enter':
    case 'ArrowDown':
      return 'on';
    case 'Tab':
      return shiftKey ? 'back' : 'on';
    case 'Escape':
    case 'ArrowUp':
      return 'back';
    default:
      return null;
  }
}
