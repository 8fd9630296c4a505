let on = false;

/** Whether nothing but the text is on the screen. */
export function isZen(): boolean {
  return on;
}

/**
 * Takes everything but the text off the screen, or brings it back. The whole screen is asked for as well; where that is
 * not to be had, the window alone is emptied. Escape and leaving the full screen bring everything back.
 */
export function setZen(next: boolean): void {
  if (on === next) return;
  on = next;
  const root = document.documentElement;
  if (next) {
    root.dataset['zen'] = '';
    window.addEventListener('keydown', onKey, true);
    document.addEventListener('fullscreenchange', onScreen);
    if (document.fullscreenEnabled) void root.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
  } else {
    delete root.dataset['zen'];
    window.removeEventListener('keydown', onKey, true);
    document.removeEventListener('fullscreenchange', onScreen);
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
  }
}

/** What Escape puts away first. */
const OVER_TEXT = '.dialog-veil, .popover, .find-bar';

/** Heard before the text hears of it, which takes every Escape for its own. */
function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing || document.querySelector(OVER_TEXT) !== null) return;
  event.preventDefault();
  setZen(false);
}

function onScreen(): void {
  if (document.fullscreenElement === null) setZen(false);
}
