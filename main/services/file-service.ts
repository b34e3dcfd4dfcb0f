/** Makes batches of files, lists and removes them, for the window; runs in the engine worker. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { BatchListItem } from '../../shared/contract/files.ts';
import { partName } from '../../shared/domain/model/file-part.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import type { OpenBatches } from './open-batches.ts';
import { listSpreadsheetsInZip, checkFileFormat, readSheetFile, readZipMember } from '../reading/read-file.ts';
import type { FileToRead } from '../reading/read-file.ts';
import { throwIfCancelled } from '../platform/cooperative.ts';
import type { Remote } from '../platform/remote.ts';
import type { BatchRecord } from '../store/batch-stores.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../ports.ts';
import { warmUp } from './warm-up.ts';

export class FileService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;
  readonly #clock: Clock;

  constructor(store: Remote<Store>, opened: OpenBatches, clock: Clock) {
    this.#store = store;
    this.#opened = opened;
    this.#clock = clock;
  }

  /**
   * Stores a copy of the file, reads it and returns the new batch's id; for a file that is a batch already, that one's. A zip
   * with several spreadsheets gives a batch for each; those that cannot be read emit `app.failed`.
   * @param server identity of the server in use
   * @param keepOpen whether its batch, where it is a single one, stays in memory because it will be shown at once
   * @throws FailureError `reading.…`: a file that cannot be read, or was cancelled, does not become a batch
   */
  async addFile(file: string, server: string, keepOpen = true): Promise<string[]> {
    const members = await listSpreadsheetsInZip({ path: file });
    if (members.length < 2) return [await this.#add({ path: file }, server, keepOpen)];
    const added: string[] = [];
    const failures: FailureError[] = [];
    for (const member of members) {
      try {
        added.push(await this.#add(await readZipMember({ path: file }, member), server, false));
      } catch (error) {
        if (!(error instanceof FailureError)) throw error;
        failures.push(error);
      }
    }
    const [first] = failures;
    if (first && added.length === 0) throw first;
    for (const { failure } of failures) this.#opened.emit('app.failed', { ...failure, fileName: null });
    return added;
  }

  /** See {@link warmUp}. Where a file is open, or on its way, its code runs already. */
  async warmUp(sample: string): Promise<void> {
    if (this.#opened.isIdle) await warmUp(sample, this.#clock.now());
  }

  /** Cancels the reading of the batch: a new one is removed, one that was open before stays as it was. */
  async cancelReading(batchId: string): Promise<void> {
    this.#opened.cancelReading(batchId);
    await this.#store.batches.cancelCreation(batchId);
  }

  /** Makes a batch of cells copied from a spreadsheet: rows with tabs between the cells. @throws FailureError `reading.…` */
  async addPasted(text: string, fileName: string): Promise<string> {
    const bytes = Buffer.from(text, 'utf8');
    await readSheetFile({ bytes, name: fileName }, { firstRows: 1, delimiter: '\t' });
    const { id, choices } = await this.#store.batches.createFromBytes(bytes, fileName);
    await this.#store.batches.setChoices(id, { ...choices, delimiter: '\t' });
    return id;
  }

  async #add(file: FileToRead, server: string, keepOpen: boolean): Promise<string> {
    const batchId = randomUUID();
    const fileName = 'path' in file ? path.basename(file.path) : file.name;
    return this.#opened.runReading(batchId, fileName, async (signal) => {
      this.#opened.emit('reading.progress', { batchId, fileName, stage: 'reading', done: 0, total: 1 });
      try {
        const { size } = await checkFileFormat(file);
        throwIfCancelled(signal);
        const batch = await ('path' in file
          ? this.#store.batches.createFromPath(file.path, fileName, batchId)
          : this.#store.batches.createFromBytes(file.bytes, fileName, batchId));
        // The file was truncated or written to while it was copied.
        if (batch.size !== size) throw new FailureError('reading.incomplete', { file: fileName });
        const { fileHash } = batch;
        const earlier = await this.#store.batches.findSameFile({ fileHash, fileName, exceptBatch: batchId });
        if (earlier !== null) {
          await this.#store.batches.remove(batchId);
          return earlier.id;
        }
        await this.#opened.open(batchId, server);
        throwIfCancelled(signal);
      } catch (error) {
        this.#opened.close(batchId);
        await this.#store.batches.remove(batchId);
        throw error;
      }
      if (!keepOpen) this.#opened.close(batchId);
      return batchId;
    });
  }

  async list(): Promise<BatchListItem[]> {
    const [batches, shops] = [await this.#store.batches.list(1000), await this.#store.shops.list()];
    const names = new Map(shops.length > 1 ? shops.map(({ id, name }) => [id, name]) : []);
    const same = new Map<string, number>();
    const fileOf = ({ fileHash, fileName }: BatchRecord): string => `${fileHash} ${fileName}`;
    for (const batch of batches) same.set(fileOf(batch), (same.get(fileOf(batch)) ?? 0) + 1);
    return batches.map((batch) => {
      const { id, fileName, createdAt, openedAt, server, counts, openedBy, shop, choices } = batch;
      return {
        batchId: id,
        fileName,
        part: (same.get(fileOf(batch)) ?? 0) > 1 ? partName(choices) || null : null,
        createdAt,
        openedAt,
        practice: server?.practice ?? false,
        server: server?.url ?? null,
        counts,
        openedBy,
        shop: names.get(shop ?? '') ?? null,
        isNewArrival: batch.isNewArrival,
      };
    });
  }

  async remove(batchId: string): Promise<void> {
    valueOrThrow(await this.#store.batches.remove(batchId));
    this.#opened.close(batchId);
  }
}
