/** The workers of the app, and the calls to them. */
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Language } from '../../shared/messages/translator.ts';
import type { BatchFiles } from '../batch-files.ts';
import type { BatchReports } from '../batch-reports.ts';
import type { BatchSending } from '../batch-sending.ts';
import type { BatchService } from '../batch-service.ts';
import type { EarlierService } from '../earlier-service.ts';
import type { PracticeService } from '../practice.worker.ts';
import type { LedgerService } from '../ledger-service.ts';
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
  readonly earlier: Remote<EarlierService>;
  readonly files: Remote<BatchFiles>;
  readonly products: Remote<ProductService>;
  readonly sending: Remote<BatchSending>;
  readonly ledger: Remote<LedgerService>;
  readonly reports: Remote<BatchReports>;
  readonly runs: Remote<RunService>;
  readonly store: Remote<Store>;
  readonly practice: Remote<PracticeService>;
  startAll(): void;
  /** Ends the workers; runs must have been stopped before. */
  end(): Promise<void>;
}

/** A worker that is started when it is first wanted. */
class LateWorker {
  readonly #start: () => Worker;
  #started: Worker | null = null;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  readonly get = (): Worker => (this.#started ??= this.#start());

  async end(): Promise<void> {
    await this.#started?.terminate();
  }
}

/**
 * The workers over `home`. The one with the store starts at once; the others with the first call to them, or when
 * `startAll` is called: until the page stands they would only take the processor from it. `news` hears what the engine
 * tells (events of the contract, by name); `network` is asked by the sending.
 */
export function startThreads(home: string, language: Language, news: (name: string, data: unknown) => void, died: (thread: string) => void, network: Network, log: ErrorLog): Threads {
  const start = (name: string, data: object = {}): Worker => {
    const worker = new Worker(path.join(import.meta.dirname, `${name}.worker.js`), { workerData: { home, ...data } });
    worker.on('error', () => died(name));
    return worker;
  };
  // A run takes its orders from the engine and tells it the outcomes without a detour over the main process.
  const { port1, port2 } = new MessageChannel();
  const sending = start('sending');
  sending.postMessage({ kind: 'link', port: port2 }, [port2]);
  serve(sending, 'network', network, log);
  const engine = new LateWorker(() => {
    const worker = start('engine');
    worker.postMessage({ kind: 'link', port: port1 }, [port1]);
    hear(worker, news);
    worker.on('message', (message: { readonly kind: string; readonly port?: MessagePort }) => {
      if (message.kind === 'foreign' && message.port) connectForeignReader(message.port);
    });
    return worker;
  });
  const practice = new LateWorker(() => start('practice', { language }));
  return {
    batches: remote<BatchService>(engine.get, 'batches'),
    earlier: remote<EarlierService>(engine.get, 'earlier'),
    files: remote<BatchFiles>(engine.get, 'files'),
    products: remote<ProductService>(engine.get, 'products'),
    sending: remote<BatchSending>(engine.get, 'sending'),
    ledger: remote<LedgerService>(engine.get, 'ledger'),
    reports: remote<BatchReports>(engine.get, 'reports'),
    runs: remote<RunService>(sending, 'runs'),
    store: remote<Store>(sending, 'store'),
    practice: remote<PracticeService>(practice.get, 'practice'),
    startAll: () => void [engine.get(), practice.get()],
    end: async () => {
      await Promise.all([engine.end(), practice.end()]);
      await sending.terminate();
    },
  };
}
