import { EventEmitter } from 'node:events';

type Decide<T> = (decision: T) => void;
type PermissionRequest = (
  contents: null,
  permission: string,
  decide: Decide<boolean>,
  details: { readonly requestingUrl: string },
) => void;
type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;
type BeforeRequest = (request: { readonly url: string }, decide: Decide<{ readonly cancel?: boolean }>) => void;
type Handler = (request: Request) => Promise<Response> | Response;

/** The one session: what the application decided about requests and permissions, and the handler of its scheme. */
export class StandInSession extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();
  #beforeRequest: BeforeRequest | null = null;
  #permissionRequest: PermissionRequest | null = null;
  #permissionCheck: PermissionCheck | null = null;
  spellChecker = true;

  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => void this.#handlers.set(`${scheme}:`, handler),
  };
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.#beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.#permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck): void {
    this.#permissionCheck = handler;
  }
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }

  /** What the application's own check says of one request. */
  allows(url: string): boolean {
    let cancelled = false;
    this.#beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel === true;
    });
    return !cancelled;
  }

  /** The answer of the scheme's handler; null where the address is no scheme of the application. */
  async answer(request: Request): Promise<Response | null> {
    const handler = this.#handlers.get(new URL(request.url).protocol);
    return handler === undefined ? null : handler(request);
  }

  /** Whether a page of `origin` would get this permission, asked both ways that Electron asks. */
  permits(permission: string, origin: string): boolean {
    let granted = this.#permissionRequest === null;
    this.#permissionRequest?.(null, permission, (decision) => (granted = decision), { requestingUrl: origin });
    return granted && (this.#permissionCheck?.(null, permission, origin) ?? true);
  }
}
