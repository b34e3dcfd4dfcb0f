/** The counted filters: which there are, and how many orders stand behind each, so that they add up. */
import type { BatchSummary, RowFilter } from '../../shared/contract/views.ts';
import type { StateCounts } from '../../shared/domain/order-states.ts';

export type Show = RowFilter['show'];

export interface Segment {
  readonly show: Show;
  readonly count: number;
  /** Parts of the segment before it: they are counted there already. */
  readonly part: boolean;
}

/** Whether any order has gone out, or was found to have gone out before. */
export function hasOutcomes({ accepted, alreadySent, rejected, duplicate, unknown, review, waiting, sending, verifying }: StateCounts): boolean {
  return accepted + alreadySent + rejected + duplicate + unknown + review + waiting + sending + verifying > 0;
}

/** Orders that are under way: no filter shows them alone, but they count. */
export function underWay({ sending, verifying }: StateCounts): number {
  return sending + verifying;
}

/**
 * «All», then segments that together with the orders under way add up to it. Before anything was sent errors and left-out
 * orders stand for themselves, afterwards they are parts of «not done».
 */
export function segmentsOf({ counts, withWarnings }: Pick<BatchSummary, 'counts' | 'withWarnings'>): readonly Segment[] {
  const outcomes = hasOutcomes(counts);
  const held: readonly Segment[] = [
    { show: 'errors', count: counts.withErrors, part: outcomes },
    { show: 'leftOut', count: counts.leftOut, part: outcomes },
  ];
  const before: readonly Segment[] = [
    { show: 'all', count: counts.total, part: false },
    { show: 'ready', count: counts.ready, part: false },
    { show: 'warnings', count: withWarnings, part: true },
  ];
  if (!outcomes) return [...before, ...held];
  return [
    ...before,
    { show: 'done', count: counts.accepted + counts.alreadySent, part: false },
    { show: 'notDone', count: counts.rejected + counts.duplicate + counts.leftOut + counts.withErrors, part: false },
    ...held,
    { show: 'lookAtIt', count: counts.unknown + counts.review + counts.waiting, part: false },
  ];
}
