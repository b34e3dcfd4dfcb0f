/** The services of the workers over a real store, through real message ports, in one process. */
import { MessageChannel } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { FileService } from '../../main/services/file-service.ts';
import { ReportService } from '../../main/services/report-service.ts';
import { SendingService } from '../../main/services/sending-service.ts';
import { BatchService } from '../../main/services/batch-service.ts';
import { EarlierVersionService } from '../../main/services/earlier-version-service.ts';
import { ProductService } from '../../main/services/product-service.ts';
import { forkForeignReader } from '../../main/workers/foreign-reader.ts';
import { LedgerService } from '../../main/services/ledger-service.ts';
import { OpenBatches } from '../../main/services/open-batches.ts';
import { systemClock } from '../../main/ports.ts';
import { onEvent, createProxy, expose, emit } from '../../main/platform/remote.ts';
import type { Remote } from '../../main/platform/remote.ts';
import { RunService } from '../../main/services/run-service.ts';
import type { OrderProvider } from '../../main/services/run-service.ts';
import { createSender } from '../../main/sending/create-sender.ts';
import { openStore } from '../../main/store/open-store.ts';
import type { Store } from '../../main/store/store.ts';
import type { OrderOutcomeChange, RunSnapshot } from '../../shared/domain/sending/run.ts';

export interface Services {
  readonly batches: BatchService;
  readonly earlier: EarlierVersionService;
  readonly files: FileService;
  readonly products: ProductService;
  readonly sending: SendingService;
  readonly ledger: LedgerService;
  readonly reports: ReportService;
  readonly store: Remote<Store>;
  /** What the window would be told, in order. */
  readonly emittedEvents: { readonly name: string; readonly data: unknown }[];
  stop(): Promise<void>;
}

/** Starts the services over `home`, as the app's workers do. */
export function startServices(home: string): Services {
  const opened = openStore(home, systemClock);
  if (!opened.ok) throw new Error(opened.error.code);
  const errors: unknown[] = [];
  const log = (_reference: string, error: unknown): void => void errors.push(error);
  const { port1, port2 } = new MessageChannel();
  const sender = createSender({ store: opened.value, clock: systemClock });
  const runs = new RunService(sender, createProxy<OrderProvider>(port1, 'orders'), {
    onOutcome: (change) => emit(port1, 'outcome', change),
    onProgress: (snapshot) => emit(port1, 'progress', snapshot),
  });
  expose(port1, 'store', opened.value, log);
  expose(port1, 'runs', runs, log);
  const emittedEvents: { name: string; data: unknown }[] = [];
  const store = createProxy<Store>(port2, 'store');
  const open = new OpenBatches(
    store,
    systemClock,
    (name, data) => void emittedEvents.push({ name, data }),
    forkForeignReader,
  );
  const sending = new SendingService(store, createProxy<RunService>(port2, 'runs'), open, systemClock);
  expose(port2, 'orders', sending, log);
  onEvent(port2, (name, data) => {
    if (name === 'outcome') sending.applyOutcome(data as OrderOutcomeChange);
    else sending.applyProgress(data as RunSnapshot).catch((error: unknown) => void (ended || errors.push(error)));
  });
  let ended = false;
  const stop = async (): Promise<void> => {
    if (ended) return;
    ended = true;
    await sender.close();
    port1.close();
    port2.close();
    opened.value.close();
    if (errors.length > 0) throw errors[0];
  };
  onTestFinished(stop);
  return {
    batches: new BatchService(store, open),
    earlier: new EarlierVersionService(store, open),
    files: new FileService(store, open),
    products: new ProductService(store, open),
    sending,
    ledger: new LedgerService(store, open),
    reports: new ReportService(store, open, systemClock),
    store,
    emittedEvents,
    stop,
  };
}
