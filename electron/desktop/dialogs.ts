import { dialog, shell, type BrowserWindow } from 'electron';
import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { linkAddress } from '#shared/article/url.ts';

/** Lets the person choose a folder. Null when they did not. */
export async function pickFolder(window: BrowserWindow, title: string): Promise<{ path: string | null }> {
  const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
  return { path: chosen.canceled ? null : (chosen.filePaths[0] ?? null) };
}

const OUTSIDE = new Set(['http:', 'https:', 'mailto:']);

/** Shows a web address in the person's browser, or an e-mail address in their mail program; nothing else. */
export async function openOutside(url: string): Promise<Result<null>> {
  const address = linkAddress(url);
  if (address === null || !OUTSIDE.has(new URL(address).protocol)) {
    return fail('bad-input', 'That is not an address that Stet opens in another program.');
  }
  try {
    await shell.openExternal(address);
    return succeed(null);
  } catch {
    return fail('not-here', 'This computer has no program for that address.');
  }
}

/** Says that Stet can't start, and why. */
export function sayCannotStart(sentence: string): void {
  dialog.showErrorBox('Stet can’t start', sentence);
}

/** Asks what to do when something could not be put on disk before a window or Stet itself closes. */
export async function askQuitAnyway(sentence: string): Promise<'stay' | 'quit'> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Stet',
    message: 'Not everything is on disk yet',
    detail: sentence,
    buttons: ['Keep writing', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1 ? 'quit' : 'stay';
}
