/** Files that were opened before and came again, changed, as the engine worker serves them to the window. */
import type { EarlierVersion } from '../../shared/contract/earlier.ts';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { BatchChanges } from './batch-changes.ts';
import { earlierVersionView, findEarlierVersion } from './earlier-version.ts';
import type { OpenBatches } from './open-batches.ts';
import type { Remote } from '../platform/remote.ts';
import type { Store } from '../store/store.ts';

export class EarlierVersionService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;
  readonly #changes: BatchChanges;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
    this.#changes = new BatchChanges(store, opened);
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
  async resolveCarryOverOffer(batchId: string, carry: boolean): Promise<BatchSummary> {
    const { summary } = await this.#changes.make(batchId, async (change) => {
      const found = carry ? await findEarlierVersion(change.batch, this.#store, this.#opened.foreign) : null;
      const { edits, conflicts } = found?.comparison.carriedOver ?? { edits: [], conflicts: [] };
      for (const edit of edits) await change.applyEdit(edit);
      await this.#store.batches.setCarryOverDecision(batchId, conflicts.length > 0 ? 'carried' : 'closed');
    });
    return summary;
  }
}
