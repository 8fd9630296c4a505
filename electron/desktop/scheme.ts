/** The application's own scheme: nothing else is ever loaded into a window. */
export const SCHEME = 'stet';
export const APP_HOST = 'app';
/** Origin of every page of ours, as Chromium writes it. */
export const APP_ORIGIN = `${SCHEME}://${APP_HOST}`;
export const APP_URL = `${APP_ORIGIN}/`;
export const MEDIA_PATH = '/media/';
/** The one channel between a page and this process. */
export const CHANNEL = 'stet';

/** True for an address of the application itself, written in full. */
export function isAppUrl(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(APP_URL);
}
