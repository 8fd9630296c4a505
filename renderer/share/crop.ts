import type { FocalPoint } from '#shared/article/block.ts';

/** How a picture is placed where it is cropped: so that what must stay in sight does; the middle where nothing is said. */
export function cropOf(point: FocalPoint | undefined): { readonly objectPosition?: string } {
  return point === undefined ? {} : { objectPosition: `${point.x * 100}% ${point.y * 100}%` };
}
