/** The counted filters and their numbers of orders, which add up. */
import type { ShowFilter } from '../app/state/navigation.tsx';
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';

export interface FilterSegment {
  readonly show: ShowFilter;
  readonly count: number;
  /** `part`: belongs to the segment before it and is counted there. `aside`: overlaps with the others. */
  readonly kind: 'whole' | 'part' | 'aside';
}

/** Whether any order was sent, now or before. */
function hasOutcomes({
  accepted,
  alreadySent,
  rejected,
  duplicate,
  unknown,
  review,
  waiting,
  sending,
  verifying,
}: StateCounts): boolean {
  return accepted + alreadySent + rejected + duplicate + unknown + review + waiting + sending + verifying > 0;
}

/** The number of orders under way: no filter shows them alone, but «all» counts them. */
export function underWayCount({ sending, verifying }: StateCounts): number {
  return sending + verifying;
}

/**
 * «All», then segments that add up to it together with the orders under way. Before anything was sent, errors and left-out
 * orders are segments of their own; afterwards they are parts of «not done».
 */
export function filterSegments({
  counts,
  withWarnings,
  changedAfterSending: changed,
}: Pick<BatchSummary, 'counts' | 'withWarnings' | 'changedAfterSending'>): readonly FilterSegment[] {
  const outcomes = hasOutcomes(counts);
  const held: readonly FilterSegment[] = [
    { show: 'errors', count: counts.withErrors, kind: outcomes ? 'part' : 'whole' },
    { show: 'leftOut', count: counts.leftOut, kind: outcomes ? 'part' : 'whole' },
  ];
  const before: readonly FilterSegment[] = [
    { show: 'all', count: counts.total, kind: 'whole' },
    { show: 'ready', count: counts.ready, kind: 'whole' },
  ];
  const warnings: FilterSegment = { show: 'warnings', count: withWarnings, kind: 'aside' };
  if (!outcomes) return [...before, ...held, warnings];
  return [
    ...before,
    { show: 'done', count: counts.accepted + counts.alreadySent, kind: 'whole' },
    { show: 'notDone', count: counts.rejected + counts.duplicate + counts.leftOut + counts.withErrors, kind: 'whole' },
    ...[
      { show: 'changed', count: changed, kind: 'part' } as const,
      { show: 'toDecide', count: counts.duplicate - changed, kind: 'part' } as const,
      ...held,
    ].filter(({ count }) => count > 0),
    { show: 'lookAtIt', count: counts.unknown + counts.review + counts.waiting, kind: 'whole' },
    warnings,
  ];
}
