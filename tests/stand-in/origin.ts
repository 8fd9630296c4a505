/**
 * Chromium outside of Electron knows no scheme of ours, so its pages live on an https origin that never leaves the
 * stand-in: every request is answered by the handler of `stet:`.
 */
const OUTSIDE = 'https://app.stet.test';
const INSIDE = 'stet://app';

/** The address as the application knows it. */
export function inside(url: string): string {
  return url.startsWith(OUTSIDE) ? INSIDE + url.slice(OUTSIDE.length) : url;
}

/** The address as Chromium knows it. */
export function outside(url: string): string {
  return url.startsWith(INSIDE) ? OUTSIDE + url.slice(INSIDE.length) : url;
}
