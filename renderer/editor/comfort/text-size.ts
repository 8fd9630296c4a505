import { TEXT_SIZE } from '#shared/contract/writing.ts';

/** The text size some steps larger or smaller, within what there is. Odd sizes come back to whole steps. */
export function sizeAfter(size: number, steps: number): number {
  const { least, most, step } = TEXT_SIZE;
  const next = (steps > 0 ? Math.floor(size / step) : Math.ceil(size / step)) * step + steps * step;
  return Math.min(most, Math.max(least, next));
}
