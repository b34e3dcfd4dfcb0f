/** Says what of a file would be sent now, without opening it for the window; runs in the engine worker. */
import type { QueueFile } from '../../shared/contract/queue.ts';
import { sheetsBeside } from '../../shared/domain/model/sheets-beside.ts';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { FailureError } from '../../shared/result.ts';
import type { Batch } from '../engine/batch.ts';
import type { Remote } from '../platform/remote.ts';
import type { Clock } from '../ports.ts';
import type { BatchRecord } from '../store/batch-stores.ts';
import type { Store } from '../store/store.ts';
import type { OpenBatches } from './open-batches.ts';

export class QueueService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;
  readonly #clock: Clock;
  /** One file after the other: ten large ones are not in memory together. */
  #reading: Promise<unknown> = Promise.resolve();

  constructor(store: Remote<Store>, opened: OpenBatches, clock: Clock) {
    this.#store = store;
    this.#opened = opened;
    this.#clock = clock;
  }

  /** @throws FailureError `batch.gone`, and those of the reading */
  file(batchId: string, server: RunServer, hasAccessKey: boolean): Promise<QueueFile> {
    const read = this.#reading.then(() => this.#file(batchId, server, hasAccessKey));
    this.#reading = read.catch(() => undefined);
    return read;
  }

  async #file(batchId: string, server: RunServer, hasAccessKey: boolean): Promise<QueueFile> {
    const stored = await this.#store.batches.get(batchId);
    if (!stored) throw new FailureError('batch.gone');
    const batch = await this.#batchFor(stored, server);
    const { counts, readyAmount, fileIssues, file } = batch.summary();
    const others = await this.#store.batches.otherParts(batchId);
    const shops = await this.#store.shops.list();
    const shop = batch.shop === null ? null : await this.#store.shops.get(batch.shop);
    const { mayBeNone, courierMoney, newProducts, passed } = batch.reminders(this.#clock.now());
    return {
      batchId,
      fileName: stored.fileName,
      shop: shops.length > 1 ? (shop?.name ?? null) : null,
      isShopAsked: batch.shop === null,
      account: server.practice ? null : (shop?.account ?? null),
      ready: counts.ready + counts.waiting,
      amount: readyAmount,
      counts,
      questions: fileIssues.filter(({ severity }) => severity === 'error').length,
      remarks: mayBeNone.count + newProducts.count + passed.count,
      courierMoney,
      sheets: file.together,
      // Those that are files of their own have a line of their own.
      sheetsBeside: sheetsBeside(file, others, server.practice).filter(({ isOwnFile }) => !isOwnFile),
      hasAccessKey,
    };
  }

  /** A file that went to another server begins there as if nothing were sent. */
  async #batchFor(stored: BatchRecord, server: RunServer): Promise<Batch> {
    const names = await this.#store.sameServers.namesOf(server.identity);
    const isElsewhere = stored.server !== null && !names.includes(stored.server.identity);
    return isElsewhere
      ? this.#opened.openForServer(stored.id, server.identity)
      : this.#opened.look(stored.id, server.identity);
  }
}
