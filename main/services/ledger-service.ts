/** Serves the ledger to the window: listing, export, merging, refilling from old reports, names of servers; runs in the engine worker. */
import type { LedgerCounts, LedgerOrdersPage, LedgerServer, LedgerMergeResult } from '../../shared/contract/sending.ts';
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import type { SentChange } from '../../shared/domain/model/sent-changes.ts';
import type { Language } from '../../shared/messages/translator.ts';
import { writeChangesSheet } from '../reporting/changes-sheet.ts';
import { exportLedger, mergeLedgerFile } from './ledger-files.ts';
import type { OpenBatches } from './open-batches.ts';
import { readOrdersOfReport } from './report-orders.ts';
import type { Remote } from '../platform/remote.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import type { OfficeChanges } from '../../shared/contract/office.ts';
import { systemClock } from '../ports.ts';
import { lookAtOffice, saveOffice, takeOffice, type LookedAtOffice } from './office-service.ts';
import type { LedgerMergeCounts, ServerAnswer } from '../store/sent-stores.ts';
import type { Store } from '../store/store.ts';

export class LedgerService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;
  /** The file of another computer that was looked at last. */
  #looked: LookedAtOffice | null = null;
  #lastMerge: Promise<unknown> = Promise.resolve();
  #isCopyFailing = false;
  #isCopyDue = false;
  #isCopying = false;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  /** The servers that orders were ever sent to, except practice servers, the latest first. */
  async servers(): Promise<LedgerServer[]> {
    return [...(await this.#store.ledger.servers())];
  }

  /** How many orders went to a server, each counted once. */
  async counts(server: string): Promise<LedgerCounts> {
    return this.#store.ledger.counts(server);
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
    return exportLedger(this.#store.ledger, file);
  }

  /** Merges the ledger file of another computer. @throws FailureError those of {@link mergeLedgerFile} */
  merge(file: string): Promise<LedgerMergeResult> {
    return this.#oneAtATime(async () => {
      const merged = await mergeLedgerFile(this.#store.ledger, file);
      await this.#opened.learnFromMerge(merged.servers);
      const { added, known, settled, isProven } = merged;
      return { added, known, settled, isProven };
    });
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
    return { ...(await this.#oneAtATime(() => this.#merged(entries))), isProven: true };
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

  /** Saves the office to the folder (main/services/office-service.ts), and returns the file's name. */
  async saveOffice(folder: string): Promise<string> {
    return saveOffice(this.#store, folder, systemClock);
  }

  /** Saves the office after a run, where a folder was chosen. What fails is said once, and never holds anything up. */
  async saveOfficeAfterRun(): Promise<void> {
    this.#isCopyDue = true;
    if (this.#isCopying) return;
    this.#isCopying = true;
    try {
      // Runs that end meanwhile are in the next copy.
      while (this.#isCopyDue) {
        this.#isCopyDue = false;
        await this.#saveCopy();
      }
    } finally {
      this.#isCopying = false;
    }
  }

  async #saveCopy(): Promise<void> {
    const { copyFolder } = await this.#store.settings.get();
    if (copyFolder === null) return;
    try {
      await this.saveOffice(copyFolder);
      this.#isCopyFailing = false;
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      if (!this.#isCopyFailing) this.#opened.emit('app.failed', { ...error.failure, fileName: null });
      this.#isCopyFailing = true;
    }
  }

  /** What taking the file of another computer in would change here. @throws FailureError those of {@link lookAtOffice} */
  async lookAtOffice(path: string): Promise<OfficeChanges> {
    const { file, changes } = await lookAtOffice(this.#store, path);
    this.#looked = file;
    return changes;
  }

  /** Takes in the file that was looked at last. @throws FailureError `office.nothing` where none was */
  async takeOffice(theirs: boolean, nameOfFirst: string): Promise<void> {
    const file = this.#looked;
    if (file === null) throw new FailureError('office.nothing');
    const { servers } = await this.#oneAtATime(() => takeOffice(this.#store, file, theirs, nameOfFirst));
    await this.#opened.learnFromMerge(servers);
    const shops = await this.#store.shops.list();
    for (const server of new Set(file.products.map((table) => table.server)))
      for (const { id } of shops) await this.#opened.refreshProducts(server, id);
    this.#looked = null;
  }

  /** The store gathers one merge at a time. */
  #oneAtATime<T>(act: () => Promise<T>): Promise<T> {
    const result = this.#lastMerge.then(act);
    this.#lastMerge = result.catch(() => undefined);
    return result;
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
