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
    window.addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onScreen);
    if (document.fullscreenEnabled) void root.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);
  } else {
    delete root.dataset['zen'];
    window.removeEventListener('keydown', onKey);
    document.removeEventListener('fullscreenchange', onScreen);
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
  }
}

/** Escape belongs first to whatever is open over the text. */
function onKey(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) setZen(false);
}

function onScreen(): void {
  if (document.fullscreenElement === null) setZen(false);
}
