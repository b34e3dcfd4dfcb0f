/** A batch's summary as a hook. */
import { useCallback, useSyncExternalStore } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { Result } from '../../shared/result.ts';
import { acceptSummary, refreshSummary, summarySnapshot, watchSummary, type BatchSnapshot } from './batch-summaries.ts';

export interface ShownBatch extends BatchSnapshot {
  /** Asks main again. */
  readonly refresh: () => Promise<void>;
  /** Puts the answer of a change (`batch.edit`, `batch.setColumn` …) in place at once, for every component that shows the batch. */
  readonly accept: (answer: Result<BatchSummary>) => void;
}

/** The batch's latest summary; follows `batch.changed`, `orders.changed` and gaps in the events by itself. */
export function useBatch(batchId: string): ShownBatch {
  const watch = useCallback((viewer: () => void) => watchSummary(batchId, viewer), [batchId]);
  const snapshot = useSyncExternalStore(watch, () => summarySnapshot(batchId));
  const refresh = useCallback(() => refreshSummary(batchId), [batchId]);
  const accept = useCallback((answer: Result<BatchSummary>) => acceptSummary(batchId, answer), [batchId]);
  return { ...snapshot, refresh, accept };
}
