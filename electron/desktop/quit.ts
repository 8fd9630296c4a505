import type { App } from 'electron';
import { askQuitAnyway } from './dialogs.ts';
import type { OpenWindow } from './windows.ts';

/** How long pages may take to send what they hold, and the back end to put it on disk (milliseconds). */
const FLUSHES_WITHIN = 5_000;
const CLOSES_WITHIN = 15_000;

const REFUSED =
  'Something you wrote or pasted is still on its way to the disk. Wait a moment, then quit again; until then it stays in the window. If that does not help, make room on the disk or plug it in again.';

export interface QuitOptions {
  readonly windows: () => readonly OpenWindow[];
  /** True while the disk refuses what is written. */
  readonly inTrouble: () => boolean;
  /** Resolves when everything is on disk and the library is free. */
  readonly close: () => Promise<void>;
}

/** Quits only after everything is on disk, or after the person was told that it is not and quits anyway. */
export function quitWhenSaved(app: App, options: QuitOptions): void {
  let saved = false;
  let saving = false;
  app.on('before-quit', (event) => {
    if (saved) return;
    event.preventDefault();
    if (saving) return;
    saving = true;
    void save(options).then((outcome) => {
      saving = false;
      if (outcome === 'stay') return null;
      saved = true;
      // Windows have been asked; `exit` closes them without asking again.
      app.exit(outcome === 'saved' ? 0 : 1);
      return null;
    });
  });
}

async function save(options: QuitOptions): Promise<'saved' | 'given-up' | 'stay'> {
  const flushed = await Promise.all(options.windows().map(({ page }) => page.flush('quit', FLUSHES_WITHIN)));
  const safe = flushed.every(Boolean) && !options.inTrouble();
  if (!safe && (await askQuitAnyway(REFUSED)) === 'stay') return 'stay';
  return (await within(options.close(), CLOSES_WITHIN)) ? 'saved' : 'given-up';
}

async function within(work: Promise<void>, milliseconds: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), milliseconds);
  work.then(
    () => resolve(true),
    () => resolve(false),
  );
  const outcome = await promise;
  clearTimeout(timer);
  return outcome;
}
