import type { App, Session, WebContents } from 'electron';
import { openOutside } from './dialogs.ts';
import { APP_ORIGIN, isAppUrl } from './scheme.ts';

/** Whatever a window's content tries beyond showing our own page is refused here, for every window there will be. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, accept) => {
    event.preventDefault();
    accept(false);
  });
  app.on('login', (event) => event.preventDefault());
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url);
    return { action: 'deny' };
  });
}

/** Schemes a page of ours may load from. `devtools` is the developer tools' own, which packaged builds don't have. */
const LOADABLE = new Set(['stet:', 'blob:', 'data:', 'devtools:']);

/** Denies every permission but the clipboard (the text of it, when somebody asks to paste it as plain text), every device, and every request that leaves Stet. */
export function guardSession(session: Session): void {
  const isClipboardOfOurs = (permission: string, origin: string): boolean =>
    (permission === 'clipboard-sanitized-write' || permission === 'clipboard-read') && isAppUrl(origin);
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(isClipboardOfOurs(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => isClipboardOfOurs(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  session.webRequest.onBeforeRequest((request, decide) => {
    decide({ cancel: !LOADABLE.has(new URL(request.url).protocol) });
  });
  session.on('will-download', (event, item) => {
    // A page may save what it made itself; anything else would be a download from outside.
    if (!item.getURL().startsWith(`blob:${APP_ORIGIN}/`)) event.preventDefault();
  });
  // The page checks spelling itself; Chromium would fetch dictionaries from the network.
  session.setSpellCheckerEnabled(false);
}
