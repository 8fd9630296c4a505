import type { BrowserWindow } from 'electron';
import { succeed, type Result } from '#shared/article/failure.ts';
import type { Emit, HostHandlers } from '#shared/contract/serve.ts';
import { pageConnection, type HostedBackend } from '../host/backend.ts';
import { openOutside, pickFolder } from './dialogs.ts';
import { acceptPages } from './ipc.ts';
import { MEDIA_PATH } from './scheme.ts';

/** A window's page as the rest of the desktop sees it. */
export interface PageOfWindow {
  /** Tells the page something; does nothing while no page is there. */
  readonly tell: Emit;
  /**
   * Asks the page to send what it holds and resolves when it has, when there is no page to ask, or after
   * `milliseconds`. True unless the time ran out.
   */
  flush(reason: 'window' | 'quit', milliseconds: number): Promise<boolean>;
}

export interface PageOptions {
  /** What a page asks waits for it; a failure leaves the page unanswered, for the application ends. */
  readonly openBackend: () => Promise<Result<HostedBackend>>;
  readonly version: string;
  readonly report: (line: string) => void;
}

/** Serves the back end to whatever page of ours this window shows. */
export function servePage(window: BrowserWindow, { openBackend, version, report }: PageOptions): PageOfWindow {
  let emit: Emit | null = null;
  let flushed = Promise.withResolvers<void>();
  const handlers: HostHandlers = {
    'host.info': () =>
      Promise.resolve(succeed({ host: 'desktop' as const, version, picksFolders: true, mediaBase: MEDIA_PATH })),
    'host.pickFolder': async ({ title }) => succeed(await pickFolder(window, title)),
    'host.openOutside': ({ url }) => openOutside(url),
    'host.flushed': () => {
      flushed.resolve();
      return Promise.resolve(succeed(null));
    },
  };
  acceptPages(window.webContents, (transport) => {
    let here = true;
    transport.onClose(() => {
      here = false;
      emit = null;
      // A page that is gone holds nothing any more.
      flushed.resolve();
    });
    const begin = async (): Promise<void> => {
      const opened = await openBackend();
      // Loaded late: the window can show the application without it.
      const { serve } = await import('#shared/contract/serve.ts');
      if (!opened.ok || !here) return;
      serve(
        transport,
        (tell) => {
          emit = tell;
          return pageConnection(opened.value, handlers, tell);
        },
        { report },
      );
    };
    void begin();
  });
  return {
    tell: (name, value) => emit?.(name, value),
    async flush(reason, milliseconds) {
      if (emit === null) return true;
      flushed = Promise.withResolvers();
      emit('host.closing', { reason });
      return Promise.race([flushed.promise.then(() => true), after(milliseconds)]);
    },
  };
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
}
