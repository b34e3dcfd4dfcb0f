/**
 * The state machine of a revision: pure and total. An event that is meaningless in a state leaves it unchanged.
 * docs/reliability.md draws it.
 */
import type { OutcomeReason } from '../model/ledger.ts';
import type { JournalState } from '../model/order-states.ts';
import { outcomeReason, type ClassifiedAttempt } from './classify-attempt.ts';
import type { RevisionState } from './revision.ts';

/**
 * The result of a look-up. `unproven`: an order of our id, but too little content to prove it ours; `several`: more than
 * one order of our id. `absent`: trusted, as the look-up of a known order succeeded just before; `absentUntrusted`:
 * without that check; `notOffered`: the server has no look-up; `failed`: it could not be reached now.
 */
export type LookupFinding =
  'matches' | 'differs' | 'unproven' | 'several' | 'absent' | 'absentUntrusted' | 'notOffered' | 'failed';

export type RevisionEvent =
  | { readonly type: 'began' }
  | {
      readonly type: 'ended';
      readonly result: ClassifiedAttempt;
      readonly at: number;
      readonly echo: readonly OutcomeReason[];
    }
  /** The process died, or the computer slept, while a request or a look-up was in flight. */
  | { readonly type: 'interrupted'; readonly at: number }
  /** Only the witness knows the attempt: the database was replaced by an older one. */
  | { readonly type: 'forgotten'; readonly at: number }
  | { readonly type: 'lookupBegan' }
  | { readonly type: 'lookedUp'; readonly finding: LookupFinding; readonly wmsId: number | null }
  | { readonly type: 'settledThere'; readonly wmsId: number | null };

/** Whether no answer or look-up can change the state any more (a person may). */
export function isFinalState(state: JournalState): boolean {
  return state === 'accepted' || state === 'rejected' || state === 'duplicate' || state === 'review';
}

/** How often an order is sent again after a look-up did not find it; then a person must look. */
const maxResends = 2;

/** The state that follows an event. */
export function reduceRevision(state: RevisionState, event: RevisionEvent): RevisionState {
  switch (event.type) {
    case 'began':
      return state.state === 'ready' || state.state === 'waiting'
        ? { ...state, state: 'sending', attempts: state.attempts + 1, reasons: [] }
        : state;
    case 'ended':
      return ended(state, event);
    case 'interrupted':
      return interrupted(state, event.at);
    case 'forgotten':
      return isFinalState(state.state) ? state : unknownSince(state, event.at, [outcomeReason('sending.forgotten')]);
    case 'lookupBegan':
      return state.state === 'unknown' ? { ...state, state: 'verifying' } : state;
    case 'lookedUp':
      return state.state === 'verifying' ? lookedUp(state, event.finding, event.wmsId) : state;
    case 'settledThere':
      return settledThere(state, event.wmsId);
  }
}

function ended(state: RevisionState, event: Extract<RevisionEvent, { type: 'ended' }>): RevisionState {
  const { result, at } = event;
  const name = result.class;
  const isOpen = state.state === 'sending';
  // An interrupted attempt may still be answered: only a proof of acceptance adds knowledge.
  const isLate = state.state === 'unknown' || state.state === 'verifying';
  if (!isOpen && !(isLate && name === 'accepted')) return state;
  switch (name) {
    case 'accepted':
      return { ...state, state: 'accepted', wmsId: result.wmsId, proof: 'answer', reasons: event.echo };
    case 'lost':
    case 'serverTrouble':
    case 'unreadable':
      return unknownSince(state, at, result.reasons);
    case 'otherOrder':
      return { ...state, state: 'review', ambiguous: true, ambiguousAt: at, reasons: result.reasons };
    case 'notSent':
    case 'slowDown':
      return { ...state, state: 'waiting', reasons: result.reasons };
    case 'unauthorized':
    case 'forbidden':
    case 'wrongAddress':
      return { ...state, state: 'ready', reasons: result.reasons };
    case 'refused':
      return { ...state, state: 'rejected', reasons: result.reasons };
    case 'unclear':
      return { ...state, state: 'review', reasons: result.reasons };
    case 'taken':
      return state.ambiguous
        ? {
            ...state,
            state: 'unknown',
            taken: true,
            ambiguousAt: state.ambiguousAt ?? at,
            reasons: [outcomeReason('sending.takenAfterLost')],
          }
        : { ...state, state: 'duplicate', reasons: result.reasons };
  }
}

function unknownSince(state: RevisionState, at: number, reasons: readonly OutcomeReason[]): RevisionState {
  return { ...state, state: 'unknown', ambiguous: true, ambiguousAt: at, reasons };
}

function interrupted(state: RevisionState, at: number): RevisionState {
  if (state.state === 'sending') return unknownSince(state, at, [outcomeReason('sending.lost.interrupted')]);
  // A look-up changes nothing in the WMS: the order stays unknown, and the quiet time does not start again.
  if (state.state === 'verifying') return { ...state, state: 'unknown' };
  return state;
}

function lookedUp(state: RevisionState, finding: LookupFinding, wmsId: number | null): RevisionState {
  switch (finding) {
    case 'matches':
      return { ...state, state: 'accepted', wmsId, proof: 'lookup', reasons: [outcomeReason('sending.foundByLookup')] };
    case 'differs':
      return { ...state, state: 'review', wmsId, reasons: [outcomeReason('sending.lookupDiffers')] };
    case 'unproven':
      return { ...state, state: 'review', wmsId, reasons: [outcomeReason('sending.lookupUnproven')] };
    case 'several':
      return { ...state, state: 'review', wmsId, reasons: [outcomeReason('sending.lookupSeveral')] };
    case 'failed':
      return { ...state, state: 'unknown', reasons: [outcomeReason('sending.lookupFailed')] };
    case 'notOffered':
      // The id is taken, and it cannot be found out by whom.
      if (state.taken) return { ...state, state: 'review', reasons: [outcomeReason('sending.takenNoLookup')] };
      return { ...state, state: 'unknown', reasons: [outcomeReason('sending.lookupNotOffered')] };
    case 'absentUntrusted':
      if (state.taken) return { ...state, state: 'review', reasons: [outcomeReason('sending.takenNoLookup')] };
      return { ...state, state: 'unknown', reasons: [outcomeReason('sending.lookupUntrusted')] };
    case 'absent':
      if (state.taken) return { ...state, state: 'review', reasons: [outcomeReason('sending.takenNoLookup')] };
      if (state.notFoundCount >= maxResends)
        return {
          ...state,
          state: 'review',
          notFoundCount: state.notFoundCount + 1,
          reasons: [outcomeReason('sending.neverThere', { count: state.attempts })],
        };
      return {
        ...state,
        state: 'ready',
        notFoundCount: state.notFoundCount + 1,
        reasons: [outcomeReason('sending.lookupAbsent')],
      };
  }
}

/** The operator saw the order in the WMS: allowed where nothing is in flight and nothing is proven yet. */
function settledThere(state: RevisionState, wmsId: number | null): RevisionState {
  switch (state.state) {
    case 'unknown':
    case 'review':
    case 'duplicate':
    case 'rejected':
      return {
        ...state,
        state: 'accepted',
        wmsId: wmsId ?? state.wmsId,
        proof: 'operator',
        reasons: [outcomeReason('sending.settledByOperator')],
      };
    case 'ready':
    case 'waiting':
    case 'sending':
    case 'verifying':
    case 'accepted':
      return state;
  }
}

/** Reasons for review that mean the WMS may have the order. */
const mayBeInWmsReasons: ReadonlySet<string> = new Set([
  'sending.otherOrder',
  'sending.lookupDiffers',
  'sending.lookupUnproven',
  'sending.lookupSeveral',
  'sending.takenNoLookup',
  'sending.neverThere',
]);

/**
 * Whether a corrected order may be sent as a new revision. Not where the WMS may have it already: the journal refuses
 * that until an operator chooses «send again».
 */
export function mayBeCorrected({ state, reasons }: Pick<RevisionState, 'state' | 'reasons'>): boolean {
  return (
    state === 'ready' ||
    state === 'waiting' ||
    state === 'rejected' ||
    state === 'duplicate' ||
    (state === 'review' && !reasons.some(({ code }) => mayBeInWmsReasons.has(code)))
  );
}

/** The ledger's state for the order id, which keeps others from sending it; null: it is free (decision 12). */
export function ledgerStateOf(
  state: Pick<RevisionState, 'state' | 'ambiguous'>,
): 'sending' | 'accepted' | 'unknown' | 'taken' | null {
  switch (state.state) {
    case 'sending':
    case 'accepted':
    case 'unknown':
      return state.state;
    case 'verifying':
      return 'unknown';
    case 'review':
      return state.ambiguous ? 'unknown' : null;
    case 'duplicate':
      return 'taken';
    case 'ready':
    case 'waiting':
    case 'rejected':
      return null;
  }
}
