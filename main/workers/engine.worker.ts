/** Open batches in a thread of their own: reading, checking and reports never hold up the window. */
import { MessageChannel, parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import type { OrderOutcomeChange, RunSnapshot } from '../../shared/domain/sending/run.ts';
import { FileService } from '../services/file-service.ts';
import { ReportService } from '../services/report-service.ts';
import { SendingService } from '../services/sending-service.ts';
import { BatchService } from '../services/batch-service.ts';
import { EarlierVersionService } from '../services/earlier-version-service.ts';
import { createErrorLog } from '../platform/error-log.ts';
import { LedgerService } from '../services/ledger-service.ts';
import { OpenBatches } from '../services/open-batches.ts';
import { systemClock } from '../ports.ts';
import { onEvent, createProxy, expose, emit } from '../platform/remote.ts';
import { ProductService } from '../services/product-service.ts';
import type { RunService } from '../services/run-service.ts';
import type { Store } from '../store/store.ts';

const { home } = z.object({ home: z.string() }).parse(workerData);
const log = createErrorLog(home);

parentPort?.once('message', ({ port }: { readonly port: MessagePort }) => {
  const main = parentPort;
  if (!main) return;
  const store = createProxy<Store>(port, 'store');
  // Only the main process of Electron can start another one: it gets the other end of the reading's port.
  const foreign = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    main.postMessage({ kind: 'foreign', port: port2 }, [port2]);
    return port1;
  };
  const opened = new OpenBatches(store, systemClock, (name, data) => emit(main, name, data), foreign);
  const sending = new SendingService(store, createProxy<RunService>(port, 'runs'), opened, systemClock);
  expose(main, 'batches', new BatchService(store, opened), log);
  expose(main, 'earlier', new EarlierVersionService(store, opened), log);
  expose(main, 'files', new FileService(store, opened), log);
  expose(main, 'products', new ProductService(store, opened), log);
  expose(main, 'sending', sending, log);
  expose(main, 'ledger', new LedgerService(store, opened), log);
  expose(main, 'reports', new ReportService(store, opened, systemClock), log);
  expose(port, 'orders', sending, log);
  onEvent(port, (name, data) => {
    // Both ends are ours; the kinds are those of main/workers/sending.worker.ts.
    if (name === 'outcome') sending.applyOutcome(data as OrderOutcomeChange);
    else if (name === 'progress')
      sending.applyProgress(data as RunSnapshot).catch((error: unknown) => log('progress', error));
  });
});
