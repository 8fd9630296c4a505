import { startTransition, useLayoutEffect, useState, type RefObject } from 'react';

/** Rows kept ready above and below what can be seen, so that fast scrolling shows no gap. */
const BEYOND = 6;

export interface RowsInView {
  /** First and last row that should exist as elements; `to` is before `from` where there are none. */
  readonly from: number;
  readonly to: number;
}

/** Which rows of equal height are in view. Ten thousand rows cost no more than fifteen. */
export function rowsInView(scrollTop: number, viewHeight: number, rowHeight: number, total: number): RowsInView {
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - BEYOND);
  const to = Math.min(total - 1, Math.ceil((scrollTop + viewHeight) / rowHeight) + BEYOND);
  return { from: Math.min(from, Math.max(0, total - 1)), to };
}

/**
 * Follows the scrolling and resizing of an element; renders only when other rows come into view. At first the rows that
 * a window can show at all, so that they are painted before those beyond are made.
 */
export function useRowsInView(scroller: RefObject<HTMLElement | null>, rowHeight: number, total: number): RowsInView {
  const [view, setView] = useState<RowsInView>(() => ({
    from: 0,
    to: Math.min(total, Math.ceil(window.innerHeight / rowHeight)) - 1,
  }));
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const look = (): void => {
      const next = rowsInView(box.scrollTop, box.clientHeight, rowHeight, total);
      setView((last) => (last.from === next.from && last.to === next.to ? last : next));
    };
    startTransition(look);
    const resized = new ResizeObserver(look);
    resized.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [scroller, rowHeight, total]);
  return view;
}

/** Brings a row into view with the least scrolling. */
export function scrollToRow(box: HTMLElement, row: number, rowHeight: number): void {
  const top = row * rowHeight;
  if (top < box.scrollTop) box.scrollTo({ top });
  else if (top + rowHeight > box.scrollTop + box.clientHeight)
    box.scrollTo({ top: top + rowHeight - box.clientHeight });
}
