// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EdgeScroll, speedAt } from '#renderer/editor/edge-scroll.ts';

const WINDOW = { top: 100, bottom: 700 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('scrolls at the edges and beyond them alone, the faster the further out, up to a bound', () => {
  expect([130, 400, 670].map((y) => speedAt(y, WINDOW))).toEqual([0, 0, 0]);
  const down = [680, 699, 720, 900, 5_000].map((y) => speedAt(y, WINDOW));
  expect(down).toEqual(down.toSorted((one, other) => one - other));
  expect(down[0]).toBeGreaterThan(0);
  expect(down.at(-1)).toBe(2_400);
  expect(speedAt(120, WINDOW)).toBe(-speedAt(680, WINDOW));
});

it('goes on while the pointer rests there, tells of each step, and stops with it', () => {
  const scroller = document.createElement('div');
  scroller.getBoundingClientRect = () => new DOMRect(0, WINDOW.top, 800, WINDOW.bottom - WINDOW.top);
  let steps = 0;
  const edges = new EdgeScroll(scroller, () => (steps += 1));
  edges.follow(720);
  vi.advanceTimersByTime(500);
  const { scrollTop } = scroller;
  expect(scrollTop).toBeGreaterThan(200);
  expect(steps).toBeGreaterThan(10);
  edges.follow(400);
  vi.advanceTimersByTime(500);
  expect(scroller.scrollTop).toBe(scrollTop);
  edges.follow(90);
  vi.advanceTimersByTime(200);
  expect(scroller.scrollTop).toBeLessThan(scrollTop);
  edges.stop();
  vi.advanceTimersByTime(200);
  expect(vi.getTimerCount()).toBe(0);
});
