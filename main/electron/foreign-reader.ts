/** Starts the process for foreign formats by Electron's utilityProcess, because the packed program may not run as Node. */
import { app, utilityProcess } from 'electron';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

/** Starts the process at the other end of `port`, which may belong to a worker. */
export function connectForeignReader(port: MessagePort): void {
  void app.whenReady().then(() => {
    const child = utilityProcess.fork(path.join(import.meta.dirname, 'foreign.child.js'), [], {
      serviceName: 'Order Importer reader',
      stdio: 'ignore',
    });
    child.on('message', (message: unknown) => port.postMessage(message));
    child.on('exit', () => port.close());
    port.on('message', (message: unknown) => child.postMessage(message));
    port.on('close', () => child.kill());
  });
}

/** A {@link StartForeignReader} for commands of the packed app, which run in the main process. */
export function startForeignReader(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  connectForeignReader(port2);
  return port1;
}
