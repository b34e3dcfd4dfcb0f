/** The ledger as the engine worker serves it to the window: looked at, carried to other computers, filled from old reports. */
import type { LedgerOrdersPage, LedgerServer, LedgerMergeResult } from '../../shared/contract/sending.ts';
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import { exportLedger, loadLedgerFile, readLedgerFromReport } from './ledger-files.ts';
import type { OpenBatches } from './open-batches.ts';
import type { Remote } from '../platform/remote.ts';
import type { Store } from '../store/store.ts';

export class LedgerService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  /** The servers that orders were ever sent to, practice apart, the latest first. */
  async servers(): Promise<LedgerServer[]> {
    return [...(await this.#store.ledger.servers())];
  }

  async page(server: string, text: string, from: number, count: number): Promise<LedgerOrdersPage> {
    const { total, entries } = await this.#store.ledger.page(server, text, from, count);
    return {
      total,
      orders: entries.map(({ orderId, state, wmsId, fileName, at }) => ({ orderId, state, wmsId, fileName, at })),
    };
  }

  /** Writes the whole ledger, and answers how many orders it holds. */
  async exportTo(file: string): Promise<number> {
    return exportLedger(await this.#store.ledger.list(), file);
  }

  /** Takes in what another computer wrote. @throws FailureError of {@link loadLedgerFile} */
  async merge(file: string): Promise<LedgerMergeResult> {
    return this.#merged(await loadLedgerFile(file));
  }

  /** Takes in what reports of ours say; a file that is none refuses all of them. @param server identity of the server that their orders went to */
  async refill(files: readonly string[], server: string): Promise<LedgerMergeResult> {
    const entries: SharedLedgerEntry[] = [];
    for (const file of files)
      entries.push(...(await readLedgerFromReport(file, server, { foreign: this.#opened.foreign })));
    return this.#merged(entries);
  }

  async #merged(entries: readonly SharedLedgerEntry[]): Promise<LedgerMergeResult> {
    const merged = await this.#store.ledger.merge(entries);
    const byServer = new Map<string, number[]>();
    for (const { server, orderId } of entries) {
      const known = byServer.get(server);
      if (known) known.push(orderId);
      else byServer.set(server, [orderId]);
    }
    for (const [server, orderIds] of byServer) await this.#opened.refreshFromLedger(server, orderIds);
    return merged;
  }
}
