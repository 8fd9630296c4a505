import type { PicturesWords } from '#renderer/ui/words/en/pictures.ts';
import { iconButton, make } from './element.ts';
import { DRAWING } from './drawing.ts';
import './arriving.css';

/** A picture on its way, as it is shown meanwhile. */
export interface Placeholder {
  readonly dom: HTMLElement;
  /** Shows how much of it has arrived, 0 to 1. */
  progress(part: number): void;
  /** Takes it away. */
  end(): void;
}

/** The picture straight from its file, a line that fills while it is brought into the library, and a way to stop it. */
export function placeholder(file: File, words: PicturesWords, onStop: () => void): Placeholder {
  const dom = make('div', 'arriving');
  const image = make('img', 'arriving-image');
  const address = URL.createObjectURL(file);
  image.alt = '';
  image.src = address;
  // Of kinds that browsers don't draw only the name is shown, until the back end has said why.
  image.addEventListener('error', () => image.remove());
  const line = make('div', 'arriving-line');
  const name = make('bdi', 'arriving-name');
  name.textContent = file.name;
  const bar = make('div', 'arriving-bar');
  bar.role = 'progressbar';
  bar.ariaLabel = words.adding(file.name);
  bar.ariaValueMin = '0';
  bar.ariaValueMax = '100';
  const fill = make('div', 'arriving-fill');
  bar.append(fill);
  const stop = iconButton('arriving-stop', words.stopAdding, DRAWING.stop);
  stop.addEventListener('mousedown', (event) => event.preventDefault());
  stop.addEventListener('click', onStop);
  line.append(name, bar, stop);
  dom.append(image, line);
  return {
    dom,
    progress: (part) => {
      const percent = Math.round(part * 100);
      bar.ariaValueNow = String(percent);
      fill.style.inlineSize = `${percent}%`;
    },
    end: () => {
      URL.revokeObjectURL(address);
      dom.remove();
    },
  };
}
