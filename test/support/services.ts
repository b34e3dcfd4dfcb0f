/** The services of the workers over a real store, through real message ports, in one process. */
import { MessageChannel } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { BatchFiles } from '../../main/services/batch-files.ts';
import { BatchReports } from '../../main/services/batch-reports.ts';
import { BatchSending } from '../../main/services/batch-sending.ts';
import { BatchService } from '../../main/services/batch-service.ts';
import { EarlierService } from '../../main/services/earlier-service.ts';
import { ProductService } from '../../main/services/product-service.ts';
import { forkForeignReader } from '../../main/workers/foreign-reader.ts';
import { LedgerService } from '../../main/services/ledger-service.ts';
import { OpenBatches } from '../../main/services/open-batches.ts';
import { systemClock } from '../../main/ports.ts';
import { hear, remote, serve, tell } from '../../main/platform/remote.ts';
import type { Remote } from '../../main/platform/remote.ts';
import { RunService } from '../../main/services/run-service.ts';
import type { OrderStock } from '../../main/services/run-service.ts';
import { createSender } from '../../main/sending/create-sender.ts';
import { openStore } from '../../main/store/open-store.ts';
import type { Store } from '../../main/store/store.ts';
import type { OutcomeChange, RunSnapshot } from '../../shared/domain/sending/run.ts';

export interface Services {
  readonly batches: BatchService;
  readonly earlier: EarlierService;
  readonly files: BatchFiles;
  readonly products: ProductService;
  readonly sending: BatchSending;
  readonly ledger: LedgerService;
  readonly reports: BatchReports;
  readonly store: Remote<Store>;
  /** What the window would be told, in order. */
  readonly told: { readonly name: string; readonly data: unknown }[];
  end(): Promise<void>;
}

/** Starts the services over `home`, as the app's workers do. */
export function startServices(home: string): Services {
  const opened = openStore(home, systemClock);
  if (!opened.ok) throw new Error(opened.error.code);
  const errors: unknown[] = [];
  const log = (_reference: string, error: unknown): void => void errors.push(error);
  const { port1, port2 } = new MessageChannel();
  const sender = createSender({ store: opened.value, clock: systemClock });
  const runs = new RunService(sender, remote<OrderStock>(port1, 'stock'), {
    outcome: (change) => tell(port1, 'outcome', change),
    progress: (snapshot) => tell(port1, 'progress', snapshot),
  });
  serve(port1, 'store', opened.value, log);
  serve(port1, 'runs', runs, log);
  const told: { name: string; data: unknown }[] = [];
  const store = remote<Store>(port2, 'store');
  const open = new OpenBatches(store, systemClock, (name, data) => void told.push({ name, data }), forkForeignReader);
  const sending = new BatchSending(store, remote<RunService>(port2, 'runs'), open, systemClock);
  serve(port2, 'stock', sending, log);
  hear(port2, (name, data) => {
    if (name === 'outcome') sending.outcome(data as OutcomeChange);
    else sending.progress(data as RunSnapshot).catch((error: unknown) => void (ended || errors.push(error)));
  });
  let ended = false;
  const end = async (): Promise<void> => {
    if (ended) return;
    ended = true;
    await sender.close();
    port1.close();
    port2.close();
    opened.value.close();
    if (errors.length > 0) throw errors[0];
  };
  onTestFinished(end);
  return { batches: new BatchService(store, open), earlier: new EarlierService(store, open), files: new BatchFiles(store, open), products: new ProductService(store, open), sending, ledger: new LedgerService(store, open), reports: new BatchReports(store, open, systemClock), store, told, end };
}
