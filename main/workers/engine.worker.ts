/** Runs the engine in a thread of its own: reading, checking and reports never hold up the window. */
import { MessageChannel, parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { createErrorLog } from '../platform/error-log.ts';
import { createProxy, emit, expose } from '../platform/remote.ts';
import { systemClock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import { startEngine } from './start-engine.ts';

const { home } = z.object({ home: z.string() }).parse(workerData);
const log = createErrorLog(home);

parentPort?.once('message', ({ port }: { readonly port: MessagePort }) => {
  const main = parentPort;
  if (!main) return;
  const engine = startEngine({
    store: createProxy<Store>(port, 'store'),
    sending: port,
    clock: systemClock,
    emit: (name, data) => emit(main, name, data),
    // Only Electron's main process can start another process: it gets the other end of the port.
    startForeignReader: () => {
      const { port1, port2 } = new MessageChannel();
      main.postMessage({ kind: 'foreign', port: port2 }, [port2]);
      return port1;
    },
    log,
  });
  for (const [name, service] of Object.entries(engine)) expose(main, name, service as object, log);
});
