import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { LOOPBACK_LIMITS } from '#electron/loopback/limits.ts';
import { socketTransport } from '#electron/loopback/socket.ts';
import { contractSuite } from '#tests/shared/contract/suite.ts';

contractSuite('a socket', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  const sockets = new WebSocketServer({ server, maxPayload: LOOPBACK_LIMITS.messageBytes });
  const accepted = new Promise<WebSocket>((resolve) => sockets.once('connection', resolve));
  await new Promise((ready) => server.once('listening', ready));
  const page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [host] = await Promise.all([accepted, new Promise((opened) => page.once('open', opened))]);
  return {
    page: socketTransport(page, LOOPBACK_LIMITS),
    host: socketTransport(host, LOOPBACK_LIMITS),
    async dispose() {
      page.terminate();
      sockets.close();
      await new Promise((closed) => server.close(closed));
    },
  };
});
