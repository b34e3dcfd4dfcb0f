/** Serves the ledger to the window: listing, export, merging, refilling from old reports, names of servers; runs in the engine worker. */
import type { LedgerOrdersPage, LedgerServer, LedgerMergeResult } from '../../shared/contract/sending.ts';
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import type { SentChange } from '../../shared/domain/model/sent-changes.ts';
import type { Language } from '../../shared/messages/translator.ts';
import { writeChangesSheet } from '../reporting/changes-sheet.ts';
import { exportLedger, loadLedgerFile } from './ledger-files.ts';
import type { OpenBatches } from './open-batches.ts';
import { readOrdersOfReport } from './report-orders.ts';
import type { Remote } from '../platform/remote.ts';
import { valueOrThrow } from '../../shared/result.ts';
import type { LedgerMergeCounts, ServerAnswer, Store } from '../store/store.ts';

export class LedgerService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  /** The servers that orders were ever sent to, except practice servers, the latest first. */
  async servers(): Promise<LedgerServer[]> {
    return [...(await this.#store.ledger.servers())];
  }

  async page(server: string, text: string, from: number, count: number): Promise<LedgerOrdersPage> {
    const { total, entries } = await this.#store.ledger.page(server, text, from, count);
    return {
      total,
      orders: entries.map(({ orderId, state, wmsId, fileName, at, operator = null }) => ({
        orderId,
        state,
        wmsId,
        fileName,
        at,
        operator,
      })),
    };
  }

  /** Writes the whole ledger, and returns how many orders it holds. */
  async exportTo(file: string): Promise<number> {
    return exportLedger(await this.#store.ledger.share(), file);
  }

  /** Merges the ledger file of another computer. @throws FailureError those of {@link loadLedgerFile} */
  async merge(file: string): Promise<LedgerMergeResult> {
    const { entries, isProven } = await loadLedgerFile(file);
    return { ...(await this.#merged(entries)), isProven };
  }

  /**
   * Merges what our own reports say; one file that is no report refuses all of them.
   * @param server identity of the server that their orders went to
   * @throws FailureError those of {@link readOrdersOfReport}
   */
  async refill(files: readonly string[], server: string): Promise<LedgerMergeResult> {
    const entries: SharedLedgerEntry[] = [];
    for (const file of files)
      entries.push(...(await readOrdersOfReport(file, server, this.#store, { foreign: this.#opened.foreign })));
    return { ...(await this.#merged(entries)), isProven: true };
  }

  /** What was said of addresses that may be one WMS, the latest first. */
  async serverAnswers(): Promise<ServerAnswer[]> {
    return [...(await this.#store.sameServers.list())];
  }

  /**
   * A person says whether two addresses are one WMS, or (null) takes that back: the open files learn what was sent there.
   * @throws FailureError `servers.underWay`
   */
  async answerServers(server: string, other: string, isSame: boolean | null): Promise<void> {
    const before = new Set(await this.#store.sameServers.namesOf(server));
    const answered =
      isSame === null
        ? await this.#store.sameServers.takeBack(server, other)
        : await this.#store.sameServers.answer(server, other, isSame);
    valueOrThrow(answered);
    const names = new Set([...before, ...(await this.#store.sameServers.namesOf(server)), other]);
    await this.#opened.restoreOfServers(names);
  }

  /** What is to be changed in the WMS by its people, the latest first. */
  async changes(): Promise<SentChange[]> {
    return [...(await this.#store.sentChanges.list())];
  }

  /** Writes that list as a sheet, and returns how many orders it holds. @throws FailureError those of {@link writeChangesSheet} */
  async saveChanges(file: string, language: Language): Promise<number> {
    const changes = await this.#store.sentChanges.list();
    await writeChangesSheet(file, changes, language);
    return changes.length;
  }

  async #merged(entries: readonly SharedLedgerEntry[]): Promise<LedgerMergeCounts> {
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
