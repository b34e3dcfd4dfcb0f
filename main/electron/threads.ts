/** The workers of the app, and the calls to them. */
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Language } from '../../shared/messages/translator.ts';
import type { BatchFiles } from '../batch-files.ts';
import type { BatchReports } from '../batch-reports.ts';
import type { BatchSending } from '../batch-sending.ts';
import type { BatchService } from '../batch-service.ts';
import type { PracticeService } from '../practice.worker.ts';
import type { Network } from '../network.ts';
import { hear, remote, serve } from '../remote.ts';
import type { ErrorLog } from '../remote.ts';
import { connectForeignReader } from './foreign-reader.ts';
import type { ProductService } from '../product-service.ts';
import type { Remote } from '../remote.ts';
import type { RunService } from '../run-service.ts';
import type { Store } from '../store/store.ts';

export interface Threads {
  readonly batches: Remote<BatchService>;
  readonly files: Remote<BatchFiles>;
  readonly products: Remote<ProductService>;
  readonly sending: Remote<BatchSending>;
  readonly reports: Remote<BatchReports>;
  readonly runs: Remote<RunService>;
  readonly store: Remote<Store>;
  readonly practice: Remote<PracticeService>;
  /** Ends the workers; runs must have been stopped before. */
  end(): Promise<void>;
}

/** Starts the workers over `home`. `news` hears what the engine tells (events of the contract, by name); `network` is asked by the sending. */
export function startThreads(home: string, language: Language, news: (name: string, data: unknown) => void, died: (thread: string) => void, network: Network, log: ErrorLog): Threads {
  const start = (name: string, data: object = {}): Worker => {
    const worker = new Worker(path.join(import.meta.dirname, `${name}.worker.js`), { workerData: { home, ...data } });
    worker.on('error', () => died(name));
    return worker;
  };
  const sending = start('sending');
  const engine = start('engine');
  const practice = start('practice', { language });
  // A run takes its orders from the engine and tells it the outcomes without a detour over the main process.
  const { port1, port2 } = new MessageChannel();
  engine.postMessage({ kind: 'link', port: port1 }, [port1]);
  sending.postMessage({ kind: 'link', port: port2 }, [port2]);
  hear(engine, news);
  serve(sending, 'network', network, log);
  engine.on('message', (message: { readonly kind: string; readonly port?: MessagePort }) => {
    if (message.kind === 'foreign' && message.port) connectForeignReader(message.port);
  });
  return {
    batches: remote<BatchService>(engine, 'batches'),
    files: remote<BatchFiles>(engine, 'files'),
    products: remote<ProductService>(engine, 'products'),
    sending: remote<BatchSending>(engine, 'sending'),
    reports: remote<BatchReports>(engine, 'reports'),
    runs: remote<RunService>(sending, 'runs'),
    store: remote<Store>(sending, 'store'),
    practice: remote<PracticeService>(practice, 'practice'),
    end: async () => {
      await Promise.all([engine.terminate(), practice.terminate()]);
      await sending.terminate();
    },
  };
}
