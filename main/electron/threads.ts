/** The workers of the app, and the calls to them. */
import path from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { BatchFiles } from '../services/batch-files.ts';
import type { BatchReports } from '../services/batch-reports.ts';
import type { BatchSending } from '../services/batch-sending.ts';
import type { BatchService } from '../services/batch-service.ts';
import type { EarlierService } from '../services/earlier-service.ts';
import type { PracticeService } from '../workers/practice.worker.ts';
import type { LedgerService } from '../services/ledger-service.ts';
import type { Network } from '../platform/network.ts';
import { FailureError } from '../../shared/result.ts';
import { hear, remote, serve } from '../platform/remote.ts';
import type { ErrorLog } from '../platform/remote.ts';
import { connectForeignReader } from './foreign-reader.ts';
import type { ProductService } from '../services/product-service.ts';
import type { Remote } from '../platform/remote.ts';
import type { RunService } from '../services/run-service.ts';
import type { Store } from '../store/store.ts';

export interface Threads {
  readonly batches: Remote<BatchService>;
  readonly earlier: Remote<EarlierService>;
  readonly files: Remote<BatchFiles>;
  readonly products: Remote<ProductService>;
  readonly sending: Remote<BatchSending>;
  readonly ledger: Remote<LedgerService>;
  readonly reports: Remote<BatchReports>;
  readonly runs: Remote<RunService>;
  readonly store: Remote<Store>;
  readonly practice: Remote<PracticeService>;
  /** Ends the workers; runs must have been stopped before. */
  end(): Promise<void>;
}

/** What the threads are started with. */
export interface ThreadHost {
  readonly home: string;
  /** When the page stands: until then all threads but the store's would only take the processor from it. */
  readonly standing: Promise<void>;
  /** Hears what the engine tells: events of the contract, by name. */
  readonly news: (name: string, data: unknown) => void;
  readonly died: (thread: string) => void;
  /** Asked by the sending. */
  readonly network: Network;
  readonly log: ErrorLog;
}

/** Starts the threads of the app; calls to those that are still to start wait for them. */
export function startThreads({ home, standing, news, died, network, log }: ThreadHost): Threads {
  const started: Worker[] = [];
  let hasEnded = false;
  const start = (name: string): Worker => {
    if (hasEnded) throw new FailureError('threadEnded');
    const worker = new Worker(path.join(import.meta.dirname, `${name}.worker.js`), { workerData: { home } });
    worker.on('error', () => died(name));
    started.push(worker);
    return worker;
  };
  // A run takes its orders from the engine and tells it the outcomes without a detour over the main process.
  const { port1, port2 } = new MessageChannel();
  const sending = start('sending');
  sending.postMessage({ kind: 'link', port: port2 }, [port2]);
  serve(sending, 'network', network, log);
  const engine = standing.then(() => {
    const worker = start('engine');
    worker.postMessage({ kind: 'link', port: port1 }, [port1]);
    hear(worker, news);
    worker.on('message', (message: { readonly kind: string; readonly port?: MessagePort }) => {
      if (message.kind === 'foreign' && message.port) connectForeignReader(message.port);
    });
    return worker;
  });
  const practice = standing.then(() => start('practice'));
  return {
    batches: remote<BatchService>(engine, 'batches'),
    earlier: remote<EarlierService>(engine, 'earlier'),
    files: remote<BatchFiles>(engine, 'files'),
    products: remote<ProductService>(engine, 'products'),
    sending: remote<BatchSending>(engine, 'sending'),
    ledger: remote<LedgerService>(engine, 'ledger'),
    reports: remote<BatchReports>(engine, 'reports'),
    runs: remote<RunService>(sending, 'runs'),
    store: remote<Store>(sending, 'store'),
    practice: remote<PracticeService>(practice, 'practice'),
    end: async () => {
      hasEnded = true;
      // The store's thread last: the others may still write.
      await Promise.all(started.filter((worker) => worker !== sending).map((worker) => worker.terminate()));
      await sending.terminate();
    },
  };
}
