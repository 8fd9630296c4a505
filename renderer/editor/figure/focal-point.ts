import type { FocalPoint } from '#shared/article/block.ts';
import type { PicturesWords } from '#renderer/ui/words/en/pictures.ts';
import { make } from './element.ts';

const MIDDLE: FocalPoint = { x: 0.5, y: 0.5 };
const STEP = 0.01;
const WIDE_STEP = 0.1;

/** What attributes say of a picture's focal point. */
export function focalPointIn({ focalX: x, focalY: y }: Readonly<Record<string, unknown>>): FocalPoint | null {
  return isFraction(x) && isFraction(y) ? { x, y } : null;
}

function isFraction(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

/** Puts a mark on a picture by fractions of its width and height. */
export function placeOn(mark: HTMLElement, { x, y }: FocalPoint): void {
  // Within a picture, left is left in every language.
  mark.style.left = `${x * 100}%`;
  mark.style.top = `${y * 100}%`;
}

export interface Aiming {
  readonly words: PicturesWords;
  readonly start: FocalPoint | null;
  /** Called once: with where the eye should stay, or null where it was left as it was. */
  readonly onDone: (point: FocalPoint | null) => void;
}

/**
 * Lets the person point at what must stay in sight when the picture is cropped: a click sets it; by keyboard arrows
 * move the ring (with Shift in wide steps), Enter sets it, Escape leaves it as it was.
 */
export function aim(frame: HTMLElement, { words, start, onDone }: Aiming): void {
  const glass = make('button', 'figure-aim');
  glass.type = 'button';
  const ring = make('span', 'figure-ring figure-ring-moving');
  glass.append(ring);
  let point = start ?? MIDDLE;
  let isOver = false;
  const show = (): void => {
    placeOn(ring, point);
    const [across, down] = [Math.round(point.x * 100), Math.round(point.y * 100)];
    glass.setAttribute('aria-label', `${words.aimHint} ${words.aimAt(across, down)}`);
  };
  const done = (result: FocalPoint | null): void => {
    if (isOver) return;
    isOver = true;
    glass.remove();
    onDone(result);
  };
  glass.title = words.aimHint;
  glass.addEventListener('click', (event) => {
    // Enter and Space on a button are clicks too, without a place.
    const box = glass.getBoundingClientRect();
    const byPointer = event.detail > 0 && box.width > 0 && box.height > 0;
    if (byPointer) point = within((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    done(point);
  });
  glass.addEventListener('keydown', (event) => {
    const step = event.shiftKey ? WIDE_STEP : STEP;
    const [x, y] = MOVES[event.key] ?? [0, 0];
    if (event.key === 'Escape') done(null);
    else if (x === 0 && y === 0) return;
    else point = within(point.x + x * step, point.y + y * step);
    event.preventDefault();
    event.stopPropagation();
    show();
  });
  glass.addEventListener('blur', () => done(null));
  show();
  frame.append(glass);
  glass.focus({ preventScroll: true });
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Whole hundredths inside the picture. */
function within(x: number, y: number): FocalPoint {
  const inside = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
  return { x: inside(x), y: inside(y) };
}
