/** Wires the engine: the open batches, and the services that the window calls. The worker and the tests start it the same way. */
import type { LearnedOrders } from '../platform/team-ports.ts';
import type { ThingPlace } from '../platform/team-things.ts';
import type { MessagePort } from 'node:worker_threads';
import type { OrderOutcomeChange, RunSnapshot } from '../../shared/domain/sending/run.ts';
import { createProxy, expose, onEvent, type ErrorLog, type Remote } from '../platform/remote.ts';
import type { Clock, StartForeignReader } from '../ports.ts';
import { BatchService } from '../services/batch-service.ts';
import { EarlierVersionService } from '../services/earlier-version-service.ts';
import { FileService } from '../services/file-service.ts';
import { LedgerService } from '../services/ledger-service.ts';
import { MonthService } from '../services/month-service.ts';
import { OpenBatches, type EmitEvent } from '../services/open-batches.ts';
import { ProductService } from '../services/product-service.ts';
import { QueueService } from '../services/queue-service.ts';
import { ReportService } from '../services/report-service.ts';
import type { RunService } from '../services/run-service.ts';
import { isRunOver, SendingService, type BlockedOrder } from '../services/sending-service.ts';
import { applyShared } from '../services/shared-things.ts';
import { WatchService } from '../services/watch-service.ts';
import type { Store } from '../store/store.ts';

export interface EnginePorts {
  readonly store: Remote<Store>;
  /** Port to the sending worker, which gets orders through it and emits what became of them. */
  readonly sending: MessagePort;
  readonly clock: Clock;
  /** Sends events to the window. */
  readonly emit: EmitEvent;
  readonly startForeignReader: StartForeignReader;
  readonly log: ErrorLog;
}

/** The services that the window calls, under the names that the threads use. */
export interface Engine {
  readonly batches: BatchService;
  readonly earlier: EarlierVersionService;
  readonly files: FileService;
  readonly products: ProductService;
  readonly sending: SendingService;
  readonly ledger: LedgerService;
  readonly month: MonthService;
  readonly reports: ReportService;
  readonly queue: QueueService;
  readonly watch: WatchService;
}

export function startEngine({ store, sending: port, clock, emit, startForeignReader, log }: EnginePorts): Engine {
  const opened = new OpenBatches(store, clock, emit, startForeignReader);
  const sending = new SendingService(store, createProxy<RunService>(port, 'runs'), opened, clock);
  const ledger = new LedgerService(store, opened);
  expose(port, 'orders', sending, log);
  onEvent(port, (name, data) => {
    // Both ends are ours: the events are those of start-sending.ts.
    if (name === 'outcome') sending.applyOutcome(data as OrderOutcomeChange);
    else if (name === 'blocked')
      sending.applyBlocked(data as BlockedOrder).catch((error: unknown) => log('blocked', error));
    else if (name === 'learned')
      sending.applyLearned(data as readonly LearnedOrders[]).catch((error: unknown) => log('learned', error));
    else if (name === 'shared')
      applyShared(opened, data as readonly ThingPlace[]).catch((error: unknown) => log('shared', error));
    else if (name === 'progress') {
      const snapshot = data as RunSnapshot;
      sending.applyProgress(snapshot).catch((error: unknown) => log('progress', error));
      if (isRunOver(snapshot.status)) ledger.saveOfficeAfterRun().catch((error: unknown) => log('office', error));
    }
  });
  return {
    batches: new BatchService(store, opened),
    earlier: new EarlierVersionService(store, opened),
    files: new FileService(store, opened, clock),
    products: new ProductService(store, opened),
    sending,
    ledger,
    month: new MonthService(store, opened),
    reports: new ReportService(store, opened, clock),
    queue: new QueueService(store, opened, clock),
    watch: new WatchService(store, opened, clock),
  };
}
