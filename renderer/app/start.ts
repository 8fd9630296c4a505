import type { Failure } from '#shared/article/failure.ts';
import type { HostInfo } from '#shared/contract/calls.ts';
import type { Client } from '#shared/contract/client.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { beginPlaces } from '#renderer/connection/places.ts';
import { withHeadStart, type Question } from '#renderer/connection/head-start.ts';
import { pageInput, WHOLE_LIBRARY } from '#renderer/library/story-query.ts';
import { hashOf, routeOf } from './route.ts';

/** What must be known before anything can be shown. */
interface Started {
  readonly client: Client;
  readonly settings: Settings;
  readonly host: HostInfo;
}

export type Start =
  | { readonly state: 'connecting' }
  | { readonly state: 'failed'; readonly failure: Failure | null }
  | ({ readonly state: 'ready' } & Started);

/**
 * Connects and reads settings and host, and asks for what the screen that `hash` names shows first. Never rejects.
 */
export async function start(connect: () => Client, hash: string): Promise<Start> {
  try {
    const list: readonly Question[] =
      routeOf(hash).screen === 'library' ? [['library.list', pageInput(WHOLE_LIBRARY, 0)]] : [];
    const client = withHeadStart(connect(), [['settings.read', {}], ['host.info', {}], ...list]);
    const [settings, host] = await Promise.all([client.call('settings.read', {}), client.call('host.info', {})]);
    if (!settings.ok) return { state: 'failed', failure: settings.error };
    if (!host.ok) return { state: 'failed', failure: host.error };
    await comeBack(beginPlaces(client, settings.value).open, hash);
    return { state: 'ready', client, settings: settings.value, host: host.value };
  } catch {
    return { state: 'failed', failure: null };
  }
}

/** Goes to what was open when Stet was left; not where the address says something else, nor in a further window. */
async function comeBack(open: string, hash: string): Promise<void> {
  if (hash.replace(/^#\/?/u, '') !== '' || routeOf(open).screen === 'library') return;
  if (await isFirstWindow()) history.replaceState(null, '', hashOf(routeOf(open)));
}

/** Whether no other window of Stet is open. Held until this one is closed, or killed. */
function isFirstWindow(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks
      .request('stet-first-window', { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => undefined);
      })
      .catch(() => resolve(true));
  });
}
