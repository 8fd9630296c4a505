import type { PicturesWords } from '#renderer/ui/words/en/pictures.ts';
import { DRAWING } from './drawing.ts';
import { iconButton, make } from './element.ts';
import './figure-tools.css';

/** What can be done with a figure as a whole. */
export interface FigureActions {
  readonly replace: () => void;
  readonly aim: () => void;
  /** Into a gallery with the figure beside it, or out of its gallery. */
  readonly gallery: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly remove: () => void;
}

/** What of it makes sense for the figure as it stands. */
interface FigureChances {
  readonly hasPicture: boolean;
  readonly gallery: 'join' | 'leave' | 'none';
  readonly canMove: (by: 1 | -1) => boolean;
}

export interface FigureTools {
  readonly dom: HTMLElement;
  show(chances: FigureChances): void;
}

/** The buttons on a picture. Made when the figure is first pointed at or entered. */
export function figureTools(words: PicturesWords, actions: FigureActions): FigureTools {
  const dom = make('div', 'figure-tools');
  dom.role = 'group';
  dom.ariaLabel = words.tools;
  const button = (label: string, drawing: readonly string[], press: () => void): HTMLButtonElement => {
    const made = iconButton('figure-tool', label, drawing);
    made.addEventListener('click', press);
    dom.append(made);
    return made;
  };
  button(words.replace, DRAWING.replace, actions.replace);
  const aim = button(words.aim, DRAWING.aim, actions.aim);
  const gallery = button(words.joinGallery, DRAWING.gallery, actions.gallery);
  const up = button(words.moveUp, DRAWING.up, () => actions.move(-1));
  const down = button(words.moveDown, DRAWING.down, () => actions.move(1));
  button(words.remove, DRAWING.remove, actions.remove);
  return {
    dom,
    show: (chances) => {
      aim.disabled = !chances.hasPicture;
      gallery.disabled = chances.gallery === 'none';
      const label = chances.gallery === 'leave' ? words.leaveGallery : words.joinGallery;
      gallery.title = label;
      gallery.setAttribute('aria-label', label);
      gallery.ariaPressed = String(chances.gallery === 'leave');
      up.disabled = !chances.canMove(-1);
      down.disabled = !chances.canMove(1);
    },
  };
}
