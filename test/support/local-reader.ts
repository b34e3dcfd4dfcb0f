/** Reads foreign formats in the test's own process: the same code and messages as the app's child process, without its start. */
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { ForeignRequest } from '../../main/reading/foreign/protocol.ts';
import { ForeignReaderServer } from '../../main/reading/foreign/foreign-reader-server.ts';

/** A `StartForeignReader`. */
export function localReader(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const server = new ForeignReaderServer((answer) => port2.postMessage(answer));
  port2.on('message', (request: ForeignRequest) => void server.handle(request));
  port2.postMessage({ kind: 'ready' });
  return port1;
}
