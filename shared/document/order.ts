/**
 * Fractional indices: strings that sort (by code unit) in the order of a list, so that moving one entry changes that
 * entry alone. Digits are `0-9a-z`; a valid index is not empty and does not end in `0`, so there is always room below.
 */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const INDEX = /^[0-9a-z]{0,199}[1-9a-z]$/;

export function isOrder(value: unknown): value is string {
  return typeof value === 'string' && INDEX.test(value);
}

/**
 * An index strictly between two others; null stands for the beginning or the end of the list.
 * `before` must be less than `after`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) throw new RangeError('no place between these two');
  if (after === null) return following(before ?? '');
  let shared = 0;
  const low = before ?? '';
  while (digit(low, shared) === digit(after, shared)) shared += 1;
  const prefix = after.slice(0, shared);
  const from = digit(low, shared);
  const to = digit(after, shared);
  if (to - from > 1) return prefix + DIGITS.charAt((from + to) >> 1);
  if (after.length > shared + 1) return after.slice(0, shared + 1);
  return prefix + DIGITS.charAt(from) + following(low.slice(shared + 1));
}

/** The shortest index after `order` that leaves room: the first digit that can grow is raised by one. */
function following(order: string): string {
  for (let at = 0; at < order.length; at += 1) {
    const value = digit(order, at);
    if (value < DIGITS.length - 1) return order.slice(0, at) + DIGITS.charAt(value + 1);
  }
  return `${order}i`;
}

function digit(order: string, at: number): number {
  return at < order.length ? DIGITS.indexOf(order.charAt(at)) : 0;
}
