import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Transport } from '#shared/contract/transport.ts';
import { contractSuite } from './suite.ts';

contractSuite('structured clone', () => {
  const { port1, port2 } = new MessageChannel();
  return Promise.resolve({
    page: portTransport(port1),
    host: portTransport(port2),
    dispose: () => Promise.resolve(port1.close()),
  });
});

function portTransport(port: MessagePort): Transport {
  return {
    post: (frame) => port.postMessage(frame),
    onFrame(listener) {
      port.on('message', listener);
      return () => void port.off('message', listener);
    },
    onClose(listener) {
      port.on('close', listener);
      return () => void port.off('close', listener);
    },
    close: () => port.close(),
  };
}
