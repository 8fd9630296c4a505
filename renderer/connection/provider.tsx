import { createContext, use, useEffect, useEffectEvent, type ReactNode } from 'react';
import type { Client } from '#shared/contract/client.ts';
import type { EventName, Events } from '#shared/contract/events.ts';

const ClientContext = createContext<Client | null>(null);

/** Gives everything beneath it one connection to the back end. */
export function ConnectionProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The connection. Throws where no `ConnectionProvider` stands above: a mistake of the programmer. */
export function useClient(): Client {
  const client = use(ClientContext);
  if (client === null) throw new Error('useClient outside of a ConnectionProvider');
  return client;
}

/** Hears an event for as long as the component is shown. The listener may change from render to render. */
export function useEvent<Name extends EventName>(name: Name, listener: (value: Events[Name]) => void): void {
  const client = useClient();
  const hear = useEffectEvent(listener);
  useEffect(() => client.on(name, (value) => hear(value)), [client, name]);
}
