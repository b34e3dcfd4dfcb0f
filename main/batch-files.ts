/** The files that became batches, as the engine worker serves them to the window: taking them in, listing them, forgetting them. */
import type { BatchListItem } from '../shared/contract/files.ts';
import { FailureError, valueOf } from '../shared/result.ts';
import type { OpenBatches } from './open-batches.ts';
import { listSpreadsheetsInZip, readSheetFile, readZipMember } from './reading/read-file.ts';
import type { FileToRead } from './reading/read-file.ts';
import type { Remote } from './remote.ts';
import { sameFile } from './same-file.ts';
import type { Store } from './store/store.ts';

export class BatchFiles {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  /**
   * Keeps a copy of the file and answers the batch; a file that is a batch already answers that one. A zip with several
   * spreadsheets gives a batch for each; those that cannot be read are told.
   * @throws FailureError of the reading: what cannot be read does not become a batch
   */
  async addFile(path: string): Promise<string[]> {
    const members = await listSpreadsheetsInZip({ path });
    if (members.length < 2) return [await this.#add({ path })];
    const added: string[] = [];
    const failures: FailureError[] = [];
    for (const member of members) {
      try {
        added.push(await this.#add(await readZipMember({ path }, member)));
      } catch (error) {
        if (!(error instanceof FailureError)) throw error;
        failures.push(error);
      }
    }
    const [first] = failures;
    if (first && added.length === 0) throw first;
    for (const { failure } of failures) this.#opened.tell('failed', { ...failure, params: { ...failure.params }, fileName: null });
    return added;
  }

  /** Makes a batch of a range that was copied from a spreadsheet: rows of cells with tabs between. */
  async addPasted(text: string, fileName: string): Promise<string> {
    const bytes = Buffer.from(text, 'utf8');
    await readSheetFile({ bytes, name: fileName }, { firstRows: 1, delimiter: '\t' });
    const { id, choices } = await this.#store.batches.createFromBytes(bytes, fileName);
    await this.#store.batches.setChoices(id, { ...choices, delimiter: '\t' });
    return id;
  }

  async #add(file: FileToRead): Promise<string> {
    const { sheets } = await readSheetFile(file, { firstRows: 1, foreign: this.#opened.foreign });
    const batch = await ('path' in file ? this.#store.batches.createFromPath(file.path) : this.#store.batches.createFromBytes(file.bytes, file.name));
    const same = await sameFile(this.#store, batch);
    if (same !== null) {
      await this.#store.batches.remove(batch.id);
      return same;
    }
    // The sheet that was chosen in this file before.
    const sheet = (await this.#store.batches.earlierVersion(batch.id))?.choices.sheet ?? null;
    if (sheet !== null && sheets.some(({ name }) => name === sheet)) await this.#store.batches.setChoices(batch.id, { ...batch.choices, sheet });
    return batch.id;
  }

  async list(): Promise<BatchListItem[]> {
    const batches = await this.#store.batches.list(1000);
    return batches.map(({ id, fileName, createdAt, openedAt, server, counts, openedBy }) => ({ batchId: id, fileName, createdAt, openedAt, practice: server?.practice ?? false, server: server?.url ?? null, counts, openedBy }));
  }

  async remove(batchId: string): Promise<void> {
    valueOf(await this.#store.batches.remove(batchId));
    this.#opened.close(batchId);
  }
}
