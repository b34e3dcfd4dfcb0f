/** Counts of orders by verdict: done, not done, look at it, and what is still open (docs/domain.md, decision 40). */
import {
  orderStates,
  verdictOf,
  type OrderState,
  type StateCounts,
  type Verdict,
} from '../../../shared/domain/model/order-states.ts';

export const verdicts = ['done', 'notDone', 'lookAtIt', 'open'] as const satisfies readonly Verdict[];

export function verdictCounts(counts: StateCounts): Readonly<Record<Verdict, number>> {
  const sums = { done: 0, notDone: 0, lookAtIt: 0, open: 0 };
  for (const state of orderStates) sums[verdictOf(state)] += counts[state];
  return sums;
}

/** The states of a verdict that hold at least one order, in the order in which counts are printed. */
export function statesWithVerdict(verdict: Verdict, counts: StateCounts): readonly OrderState[] {
  return orderStates.filter((state) => verdictOf(state) === verdict && counts[state] > 0);
}
