/** The five steps of a batch, and which of them are finished, judging by its counts. */
import type { BatchSummary } from '../../../shared/contract/views.ts';
import type { StateCounts } from '../../../shared/domain/model/order-states.ts';

export const steps = ['file', 'columns', 'check', 'send', 'report'] as const;
export type Step = (typeof steps)[number];

/** Orders that went out at least once, whatever became of them. */
export function sentOrderCount(counts: StateCounts): number {
  return (
    counts.accepted +
    counts.rejected +
    counts.unknown +
    counts.review +
    counts.waiting +
    counts.sending +
    counts.verifying
  );
}

/** The step at which an earlier batch is reopened: sending if it broke off, else the report or the check. */
export function stepWhenReopened(counts: StateCounts): Step {
  if (counts.unknown + counts.waiting + counts.sending + counts.verifying > 0) return 'send';
  if (counts.accepted > 0 && counts.ready === 0) return 'report';
  return 'check';
}

/** @param server identity of the server in use; null: not known yet. What was sent to another server counts as not sent here. */
export function finishedSteps(summary: BatchSummary, server: string | null): ReadonlySet<Step> {
  const { counts } = summary;
  const finished = new Set<Step>(['file']);
  const settled = counts.total > 0 && !summary.fileIssues.some(({ severity }) => severity === 'error');
  if (settled) finished.add('columns');
  if (settled && counts.withErrors === 0) finished.add('check');
  const underWay = counts.ready + counts.sending + counts.verifying + counts.waiting + counts.unknown;
  const isElsewhere = server !== null && server !== summary.server;
  if (sentOrderCount(counts) > 0 && underWay === 0 && !isElsewhere) finished.add('send');
  return finished;
}
