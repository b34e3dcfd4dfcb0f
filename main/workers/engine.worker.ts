/** Open batches in a thread of their own: reading, checking and reports never hold up the window. */
import { MessageChannel, parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import type { OutcomeChange, RunSnapshot } from '../../shared/domain/sending/run.ts';
import { BatchFiles } from '../services/batch-files.ts';
import { BatchReports } from '../services/batch-reports.ts';
import { BatchSending } from '../services/batch-sending.ts';
import { BatchService } from '../services/batch-service.ts';
import { EarlierService } from '../services/earlier-service.ts';
import { errorLog } from '../platform/error-log.ts';
import { LedgerService } from '../services/ledger-service.ts';
import { OpenBatches } from '../services/open-batches.ts';
import { systemClock } from '../ports.ts';
import { hear, remote, serve, tell } from '../platform/remote.ts';
import { ProductService } from '../services/product-service.ts';
import type { RunService } from '../services/run-service.ts';
import type { Store } from '../store/store.ts';

const { home } = z.object({ home: z.string() }).parse(workerData);
const log = errorLog(home);

parentPort?.once('message', ({ port }: { readonly port: MessagePort }) => {
  const main = parentPort;
  if (!main) return;
  const store = remote<Store>(port, 'store');
  // Only the main process of Electron can start another one: it gets the other end of the reading's port.
  const foreign = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    main.postMessage({ kind: 'foreign', port: port2 }, [port2]);
    return port1;
  };
  const opened = new OpenBatches(store, systemClock, (name, data) => tell(main, name, data), foreign);
  const sending = new BatchSending(store, remote<RunService>(port, 'runs'), opened, systemClock);
  serve(main, 'batches', new BatchService(store, opened), log);
  serve(main, 'earlier', new EarlierService(store, opened), log);
  serve(main, 'files', new BatchFiles(store, opened), log);
  serve(main, 'products', new ProductService(store, opened), log);
  serve(main, 'sending', sending, log);
  serve(main, 'ledger', new LedgerService(store, opened), log);
  serve(main, 'reports', new BatchReports(store, opened, systemClock), log);
  serve(port, 'stock', sending, log);
  hear(port, (name, data) => {
    // Both ends are ours; the kinds are those of main/workers/sending.worker.ts.
    if (name === 'outcome') sending.outcome(data as OutcomeChange);
    else if (name === 'progress') sending.progress(data as RunSnapshot).catch((error: unknown) => log('progress', error));
  });
});
