/** The states of an order of a batch, and the verdicts shown to the operator (decision 40). */

/** States recorded in the journal. The others, and `ready` and `duplicate` too, follow from the file, the edits and the ledger. */
export const journalStates = [
  'ready',
  'sending',
  'verifying',
  'waiting',
  'accepted',
  'rejected',
  'duplicate',
  'unknown',
  'review',
] as const;
/** All states, in the order in which counts are shown. */
export const orderStates = [
  'accepted',
  'alreadySent',
  'rejected',
  'duplicate',
  'unknown',
  'review',
  'waiting',
  'ready',
  'sending',
  'verifying',
  'withErrors',
  'leftOut',
] as const;

export type JournalState = (typeof journalStates)[number];
export type OrderState = (typeof orderStates)[number];

/** Number of orders in each state; they always add up to `total`. */
export type StateCounts = Readonly<Record<OrderState, number>> & { readonly total: number };

export function zeroStateCounts(): Record<OrderState, number> & { total: number } {
  return {
    total: 0,
    accepted: 0,
    alreadySent: 0,
    rejected: 0,
    duplicate: 0,
    unknown: 0,
    review: 0,
    waiting: 0,
    ready: 0,
    sending: 0,
    verifying: 0,
    withErrors: 0,
    leftOut: 0,
  };
}

/**
 * What the operator sees first: done, not done, look at it; `leftOut`: by a person's own choice, which is no failure;
 * `open`: not finished yet. In the order in which they are shown.
 */
export const verdicts = ['done', 'notDone', 'lookAtIt', 'leftOut', 'open'] as const;
export type Verdict = (typeof verdicts)[number];

/** Number of orders of each verdict; they add up to all orders. */
export function verdictCounts(counts: StateCounts): Readonly<Record<Verdict, number>> {
  const sums = zeroVerdictCounts();
  for (const state of orderStates) sums[verdictOf(state)] += counts[state];
  return sums;
}

export function zeroVerdictCounts(): Record<Verdict, number> {
  return { done: 0, notDone: 0, lookAtIt: 0, leftOut: 0, open: 0 };
}

export function verdictOf(state: OrderState): Verdict {
  switch (state) {
    case 'accepted':
    case 'alreadySent':
      return 'done';
    case 'rejected':
    case 'duplicate':
    case 'withErrors':
      return 'notDone';
    case 'leftOut':
      return 'leftOut';
    case 'unknown':
    case 'review':
    case 'waiting':
      return 'lookAtIt';
    case 'ready':
    case 'sending':
    case 'verifying':
      return 'open';
  }
}

/** Invariant 3: an order that is being sent or verified, unknown or accepted cannot be edited. */
export function isEditable(state: OrderState): boolean {
  return (
    state === 'withErrors' ||
    state === 'leftOut' ||
    state === 'ready' ||
    state === 'alreadySent' ||
    state === 'duplicate' ||
    state === 'rejected' ||
    state === 'review' ||
    state === 'waiting'
  );
}
