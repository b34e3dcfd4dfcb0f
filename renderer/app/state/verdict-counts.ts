/** The finer states of a verdict, and the words that they are counted under (docs/domain.md, decision 40). */
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

/** The words that an order of this state is counted under; those that the WMS has with other content have one of their own. */
export function countsOfWords<State extends OrderState>(
  state: State,
  counts: StateCounts,
  changed: number,
): readonly (readonly [word: State | 'changed', count: number])[] {
  if (state !== 'duplicate') return [[state, counts[state]]];
  const words = [
    ['changed', changed],
    [state, counts.duplicate - changed],
  ] as const;
  return words.filter(([, count]) => count > 0);
}
