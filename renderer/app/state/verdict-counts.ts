/** The finer states of a verdict (docs/domain.md, decision 40). */
import {
  orderStates,
  verdictOf,
  type OrderState,
  type StateCounts,
  type Verdict,
} from '../../../shared/domain/model/order-states.ts';

/** The states of a verdict that hold at least one order, in the order in which counts are printed. */
export function statesWithVerdict(verdict: Verdict, counts: StateCounts): readonly OrderState[] {
  return orderStates.filter((state) => verdictOf(state) === verdict && counts[state] > 0);
}
