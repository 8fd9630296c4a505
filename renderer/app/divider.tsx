import { useState, type PointerEvent, type RefObject } from 'react';
import { useWords } from '#renderer/ui/words/words.tsx';

const KEY = 'stet.divider';
/** How narrow the first of two pages may become, and how wide, as parts of the whole. */
const LEAST = 0.25;
const MOST = 0.75;
const HALF = 0.5;
const STEP = 0.05;

interface DividerProps {
  readonly box: RefObject<HTMLElement | null>;
  /** The first page's part of the width. */
  readonly share: number;
  readonly onShare: (share: number) => void;
}

/** The line between two pages: dragged, or moved with the arrow keys; Enter and a double click make both as wide. */
export function Divider({ box, share, onShare }: DividerProps) {
  const words = useWords();
  const [isMoving, setMoving] = useState(false);
  const move = (event: PointerEvent): void => {
    const area = box.current?.getBoundingClientRect();
    if (!isMoving || area === undefined || area.width === 0) return;
    const part = (event.clientX - area.left) / area.width;
    onShare(within(words.direction === 'rtl' ? 1 - part : part));
  };
  return (
    <div
      className="divider"
      role="presentation"
      data-moving={isMoving ? '' : undefined}
      onDoubleClick={() => onShare(HALF)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setMoving(true);
      }}
      onPointerMove={move}
      onPointerUp={() => setMoving(false)}
      onPointerCancel={() => setMoving(false)}
    >
      <input
        className="hidden-visually"
        type="range"
        aria-label={words.comfort.divider}
        min={LEAST}
        max={MOST}
        step={STEP}
        value={share}
        onChange={(event) => onShare(within(event.target.valueAsNumber))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onShare(HALF);
        }}
      />
    </div>
  );
}

/** The first page's part of the width, as it was left. */
export function useShare(): readonly [number, (share: number) => void] {
  const [share, setShare] = useState(() => readShare(stored()));
  const change = (next: number): void => {
    setShare(next);
    try {
      localStorage.setItem(KEY, String(next));
    } catch {
      // Without storage it is remembered until the page is left.
    }
  };
  return [share, change];
}

/** Reads what was stored; anything odd is the middle. */
export function readShare(text: string | null): number {
  const share = Number(text ?? Number.NaN);
  return Number.isFinite(share) && text !== '' ? within(share) : HALF;
}

function within(share: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(share * 1000) / 1000));
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
