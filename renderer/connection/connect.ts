import { fail, succeed, type Result } from '#shared/article/failure.ts';
import { isWebUrl } from '#shared/article/url.ts';
import type { CallInput, CallOutput } from '#shared/contract/calls.ts';
import { connect, type Client } from '#shared/contract/client.ts';
import { bridgeTransport, findBridge } from './bridge.ts';
import { answerClosing } from './closing.ts';
import { lastingClient } from './lasting-client.ts';
import { openSocket } from './socket.ts';

/**
 * Reaches the back end: over the desktop's bridge where there is one, else over a socket to the host that served this
 * page, which is opened again whenever it is lost. Calls may be made at once; they wait for the connection.
 */
export function connectToHost(): Client {
  const bridge = findBridge();
  const client = bridge === null ? browserClient() : connect(bridgeTransport(bridge));
  answerClosing(client);
  return client;
}

function browserClient(): Client {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`;
  return openingOutside(lastingClient(() => openSocket(url)));
}

/** In a browser the page itself shows outside addresses: in a new tab that knows nothing of this one. */
function openingOutside(client: Client): Client {
  return {
    ...client,
    call(name, input) {
      if (name !== 'host.openOutside') return client.call(name, input);
      const { url } = input as CallInput<'host.openOutside'>;
      if (!isWebUrl(url)) return Promise.resolve(fail('bad-input', 'That is no web address.'));
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve(succeed(null) as Result<CallOutput<typeof name>>);
    },
  };
}
