/** Starts the workers of the app and creates the proxies for calls to them. */
import path from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { FileService } from '../services/file-service.ts';
import type { QueueService } from '../services/queue-service.ts';
import type { ReportService } from '../services/report-service.ts';
import type { SendingService } from '../services/sending-service.ts';
import type { BatchService } from '../services/batch-service.ts';
import type { EarlierVersionService } from '../services/earlier-version-service.ts';
import type { PracticeService } from '../workers/practice.worker.ts';
import type { MonthService } from '../services/month-service.ts';
import type { LedgerService } from '../services/ledger-service.ts';
import type { Network } from '../platform/network.ts';
import { FailureError } from '../../shared/result.ts';
import { onEvent, createProxy, expose } from '../platform/remote.ts';
import type { ErrorLog } from '../platform/remote.ts';
import { connectForeignReader } from './foreign-reader.ts';
import type { ProductService } from '../services/product-service.ts';
import type { Remote } from '../platform/remote.ts';
import type { RunService } from '../services/run-service.ts';
import type { TeamDesk } from '../services/team-desk.ts';
import type { WatchService } from '../services/watch-service.ts';
import type { Store } from '../store/store.ts';
import type { SendingThread } from './sending-thread.ts';

export interface Threads {
  readonly batches: Remote<BatchService>;
  readonly earlierVersions: Remote<EarlierVersionService>;
  readonly files: Remote<FileService>;
  readonly products: Remote<ProductService>;
  readonly sending: Remote<SendingService>;
  readonly ledger: Remote<LedgerService>;
  readonly month: Remote<MonthService>;
  readonly reports: Remote<ReportService>;
  readonly queue: Remote<QueueService>;
  readonly watch: Remote<WatchService>;
  readonly runs: Remote<RunService>;
  readonly store: Remote<Store>;
  readonly team: Remote<TeamDesk>;
  readonly practice: Remote<PracticeService>;
  /** Ends the workers; runs must have been stopped before. */
  end(): Promise<void>;
}

export interface ThreadOptions {
  readonly home: string;
  /** Started already. */
  readonly sending: SendingThread;
  /** The text of the sealed team file; null: there is none that can be opened. */
  readonly unsealedTeam: string | null;
  /** Resolves when the page is loaded: before that, all threads but the store's would only take the processor from it. */
  readonly pageLoaded: Promise<void>;
  /** Called with the events of engine and sending: events of the contract, by name. */
  readonly onEvent: (name: string, data: unknown) => void;
  readonly onThreadDied: (thread: string) => void;
  /** Exposed to the sending worker. */
  readonly network: Network;
  readonly log: ErrorLog;
}

/** Starts the threads of the app; calls to one that has not started yet wait for it. */
export function startThreads({
  home,
  sending: sendingThread,
  unsealedTeam,
  pageLoaded,
  onEvent: tell,
  onThreadDied,
  network,
  log,
}: ThreadOptions): Threads {
  const sending = sendingThread.worker;
  const started: Worker[] = [];
  let hasEnded = false;
  const start = (name: string): Worker => {
    if (hasEnded) throw new FailureError('threadEnded');
    const worker = new Worker(path.join(import.meta.dirname, `${name}.worker.js`), {
      workerData: { home },
    });
    worker.on('error', () => onThreadDied(name));
    started.push(worker);
    return worker;
  };
  // A run takes its orders from the engine and reports the outcomes to it without a detour through the main process.
  const { port1, port2 } = new MessageChannel();
  sendingThread.link({ engine: port2, team: unsealedTeam });
  void sendingThread.failed.then(() => onThreadDied('sending'));
  expose(sending, 'network', network, log);
  onEvent(sending, tell);
  const engine = pageLoaded.then(() => {
    const worker = start('engine');
    worker.postMessage({ kind: 'link', port: port1 }, [port1]);
    onEvent(worker, tell);
    worker.on('message', (message: { readonly kind: string; readonly port?: MessagePort }) => {
      if (message.kind === 'foreign' && message.port) connectForeignReader(message.port);
    });
    return worker;
  });
  const practice = pageLoaded.then(() => start('practice'));
  return {
    batches: createProxy<BatchService>(engine, 'batches'),
    earlierVersions: createProxy<EarlierVersionService>(engine, 'earlier'),
    files: createProxy<FileService>(engine, 'files'),
    products: createProxy<ProductService>(engine, 'products'),
    sending: createProxy<SendingService>(engine, 'sending'),
    ledger: createProxy<LedgerService>(engine, 'ledger'),
    month: createProxy<MonthService>(engine, 'month'),
    reports: createProxy<ReportService>(engine, 'reports'),
    queue: createProxy<QueueService>(engine, 'queue'),
    watch: createProxy<WatchService>(engine, 'watch'),
    runs: createProxy<RunService>(sending, 'runs'),
    store: createProxy<Store>(sending, 'store'),
    team: createProxy<TeamDesk>(sending, 'team'),
    practice: createProxy<PracticeService>(practice, 'practice'),
    end: async () => {
      hasEnded = true;
      // The store's thread last: the others may still write.
      await Promise.all(started.map((worker) => worker.terminate()));
      await sending.terminate();
    },
  };
}
