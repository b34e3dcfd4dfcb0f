/** A batch's summary as a hook. */
import { useCallback, useSyncExternalStore } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { Result } from '../../shared/result.ts';
import {
  applySummaryResult,
  refreshSummary,
  summarySnapshot,
  subscribeToSummary,
  type BatchSnapshot,
} from './batch-summaries.ts';

export interface BatchQuery extends BatchSnapshot {
  /** Asks main again. */
  readonly refresh: () => Promise<void>;
  /** Applies the result of a change (`batch.edit`, `batch.setColumn` …) at once, for every component that shows the batch. */
  readonly applyResult: (answer: Result<BatchSummary>) => void;
}

/** The batch's latest summary; follows `batch.changed`, `orders.changed` and gaps in the events by itself. */
export function useBatch(batchId: string): BatchQuery {
  const watch = useCallback((viewer: () => void) => subscribeToSummary(batchId, viewer), [batchId]);
  const snapshot = useSyncExternalStore(watch, () => summarySnapshot(batchId));
  const refresh = useCallback(() => refreshSummary(batchId), [batchId]);
  const applyResult = useCallback((answer: Result<BatchSummary>) => applySummaryResult(batchId, answer), [batchId]);
  return { ...snapshot, refresh, applyResult };
}
