/** What every change of an open batch ends with: its edit is stored, its counts are, and the window hears of it. */
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import { valueOf } from '../../shared/result.ts';
import type { OpenedBatch, Tell } from './open-batches.ts';
import type { Remote } from '../platform/remote.ts';
import type { Store } from '../store/store.ts';

/** @throws FailureError where the edit is refused, or could not be stored: then nothing has changed */
export async function applyAndStore(store: Remote<Store>, { batch }: OpenedBatch, edit: Edit): Promise<void> {
  valueOf(batch.applyEdit(edit));
  try {
    await store.edits.append(batch.batchId, edit);
  } catch (error) {
    // What could not be stored must not be shown as done.
    batch.forgetLast();
    throw error;
  }
}

/** The summary, after its counts were stored for the list of files. */
export async function storedSummary(store: Remote<Store>, { batch, profileName, server }: OpenedBatch, tell: Tell): Promise<BatchSummary> {
  const summary = batch.summary();
  await store.batches.setCounts(batch.batchId, summary.counts);
  tell('batch.changed', { batchId: summary.batchId, version: summary.version });
  return { ...summary, profileName, server };
}
