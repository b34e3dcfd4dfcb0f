/** Foreign formats read in the test's own process: the same code and messages as in a process of its own, without its start. */
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { ForeignRequest } from '../../main/reading/foreign/protocol.ts';
import { FileServer } from '../../main/reading/foreign/serve-file.ts';

/** A StartForeignReader. */
export function localReader(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const server = new FileServer((answer) => port2.postMessage(answer));
  port2.on('message', (request: ForeignRequest) => void server.serve(request));
  port2.postMessage({ kind: 'ready' });
  return port1;
}
