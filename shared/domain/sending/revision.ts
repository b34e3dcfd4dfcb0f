/** A revision: an order's content, frozen when its first request goes out, and what became of it. */
import type { OrderOutcome, OutcomeReason } from '../model/ledger.ts';
import type { JournalState } from '../model/order-states.ts';

/** The part of a revision that the reducer moves. */
export interface RevisionState {
  readonly state: JournalState;
  /** Requests that went out, or may have. */
  readonly attempts: number;
  /** Whether any attempt of ours for this order id may have created the order without our knowing (over all revisions). */
  readonly ambiguous: boolean;
  /** Whether the server said that the id is taken, after an ambiguous attempt of ours. */
  readonly taken: boolean;
  /** Times that a trusted look-up did not find the order after an ambiguous attempt. */
  readonly notFoundCount: number;
  /** When the latest ambiguous attempt ended (ms since 1970-01-01Z): the quiet time runs from here. */
  readonly ambiguousAt: number | null;
  readonly wmsId: number | null;
  readonly proof: 'answer' | 'lookup' | 'operator' | null;
  readonly reasons: readonly OutcomeReason[];
}

/** Why a revision was opened. `again`: an operator chose to send a second time, knowing what may come of it. */
export type RevisionCause = 'first' | 'correction' | 'again';

export interface RevisionDraft {
  readonly orderKey: string;
  readonly orderId: number;
  /** Excel row of each item of the body. */
  readonly rows: readonly number[];
  /** The request's body: every attempt of the revision sends these bytes. */
  readonly body: string;
  /** SHA-256 (hex) of the body's UTF-8 bytes. */
  readonly bodyHash: string;
}

export interface Revision extends RevisionState {
  readonly id: number;
  readonly batchId: string;
  /** Identity of the server (shared/wms/addresses.ts). */
  readonly server: string;
  readonly orderKey: string;
  readonly orderId: number;
  readonly rows: readonly number[];
  /** 1, 2, … within the batch's order. */
  readonly number: number;
  readonly cause: RevisionCause;
  /** Null where the database lost it and only the witness knows of the sending. */
  readonly body: string | null;
  readonly bodyHash: string;
  /** Last change, ms since 1970-01-01Z. */
  readonly at: number;
}

export const initialRevisionState: RevisionState = {
  state: 'ready',
  attempts: 0,
  ambiguous: false,
  taken: false,
  notFoundCount: 0,
  ambiguousAt: null,
  wmsId: null,
  proof: null,
  reasons: [],
};

/** The revision as the review and the report see it. */
export function orderOutcomeOf(revision: Revision): OrderOutcome {
  const { orderId, state, bodyHash, wmsId, proof, reasons, attempts, cause, at } = revision;
  return { orderId, state, bodyHash, wmsId, proof, reasons, attempts, sendAnyway: cause === 'again', at };
}
