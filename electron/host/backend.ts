import type { MediaName } from '#shared/article/block.ts';
import type { Result } from '#shared/article/failure.ts';
import type { BackendHandlers, Connection, Emit, HostHandlers } from '#shared/contract/serve.ts';

/** What a host needs of the back end it serves. */
export interface HostedBackend {
  readonly library: { readMedia(name: MediaName): Promise<Result<Uint8Array>> };
  /** `origin` stands for the page, so that it is not told of what it wrote itself. */
  connection(emit: Emit, origin: object): { readonly handlers: BackendHandlers; dispose(): void };
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}

/** One page's connection: the back end's handlers with those of its host. */
export function pageConnection(backend: HostedBackend, host: HostHandlers, emit: Emit): Connection {
  const { handlers, dispose } = backend.connection(emit, {});
  return { handlers: { ...handlers, ...host }, dispose };
}
