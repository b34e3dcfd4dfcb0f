/** Files that were opened before and came again, changed, as the engine worker serves them to the window. */
import type { EarlierVersion } from '../../shared/contract/earlier.ts';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { applyAndStore, publishSummary } from './batch-changes.ts';
import { earlierVersionView, findEarlierVersion } from './earlier-version.ts';
import { loadSendHistory } from './open-batch.ts';
import type { OpenBatches } from './open-batches.ts';
import type { Remote } from '../platform/remote.ts';
import type { Store } from '../store/store.ts';

export class EarlierVersionService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  /** What changed since the file was opened before, as long as that is to be said. */
  async version(batchId: string): Promise<EarlierVersion | null> {
    const { batch } = await this.#opened.get(batchId);
    const stored = await this.#store.batches.get(batchId);
    // What was sent is settled: nothing is carried into it any more.
    if (!stored || stored.carryOverDecision === 'closed' || stored.server !== null) return null;
    const found = await findEarlierVersion(batch, this.#store, this.#opened.foreign);
    return found && earlierVersionView(found, stored.carryOverDecision === 'carried');
  }

  /** Carries what fits of the work on the earlier file over, or leaves it; it is not asked again. */
  resolveCarryOverOffer(batchId: string, carry: boolean): Promise<BatchSummary> {
    return this.#opened.runExclusive(batchId, async (opened) => {
      const found = carry ? await findEarlierVersion(opened.batch, this.#store, this.#opened.foreign) : null;
      for (const edit of found?.comparison.carriedOver.edits ?? []) await applyAndStore(this.#store, opened, edit);
      await this.#store.batches.setCarryOverDecision(
        batchId,
        found && found.comparison.carriedOver.conflicts.length > 0 ? 'carried' : 'closed',
      );
      await loadSendHistory(opened.batch, this.#store, opened.server);
      return publishSummary(this.#store, opened, this.#opened.emit);
    });
  }
}
