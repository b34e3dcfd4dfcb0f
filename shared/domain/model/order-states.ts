/** The states that an order of a batch can be in, and the three answers that an operator needs (decision 40). */

/** States before any sending: they follow from the file, the edits and the ledger. */
export const reviewStates = ['withErrors', 'leftOut', 'ready', 'alreadySent', 'duplicate'] as const;
/** States that the journal gives. `ready` and `duplicate` stand in both. */
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
/** In the order in which counts are printed. */
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

/** How many orders are in each state, and in all. The states always add up to `total`. */
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

/** What the operator sees first: done, not done, look at it; `open` is what has not come to an end yet. */
export type Verdict = 'done' | 'notDone' | 'lookAtIt' | 'open';

export function verdictOf(state: OrderState): Verdict {
  switch (state) {
    case 'accepted':
    case 'alreadySent':
      return 'done';
    case 'rejected':
    case 'duplicate':
    case 'leftOut':
    case 'withErrors':
      return 'notDone';
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

/** Invariant 3: nothing of an order that is under way, or whose fate is not known, can be edited; nor of one that is done. */
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
