/** What every change of an open batch ends with: its edit is stored, its counts are, and the window hears of it. */
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import { valueOrThrow } from '../../shared/result.ts';
import type { OpenedBatch, EmitEvent } from './open-batches.ts';
import type { Remote } from '../platform/remote.ts';
import type { Store } from '../store/store.ts';

/** @throws FailureError where the edit is refused, or could not be stored: then nothing has changed */
export async function applyAndStore(store: Remote<Store>, { batch }: OpenedBatch, edit: Edit): Promise<void> {
  valueOrThrow(batch.applyEdit(edit));
  try {
    await store.edits.append(batch.batchId, edit);
  } catch (error) {
    // What could not be stored must not be shown as done.
    batch.discardLastEdit();
    throw error;
  }
}

/** The summary, after its counts were stored for the list of files. */
export async function publishSummary(
  store: Remote<Store>,
  { batch, profileName, server }: OpenedBatch,
  emit: EmitEvent,
): Promise<BatchSummary> {
  const summary = batch.summary();
  await store.batches.setCounts(batch.batchId, summary.counts);
  emit('batch.changed', { batchId: summary.batchId, version: summary.version });
  return { ...summary, profileName, server };
}
