/** Types of a revision: an order's content, frozen when its first request is sent, and its state. */
import type { OrderOutcome, OutcomeReason } from '../model/ledger.ts';
import type { JournalState } from '../model/order-states.ts';

/** The part of a revision that the reducer changes. */
export interface RevisionState {
  readonly state: JournalState;
  /** Number of requests that were, or may have been, sent. */
  readonly attempts: number;
  /** Whether any attempt for this order id, over all revisions, may have created the order unnoticed. */
  readonly ambiguous: boolean;
  /** Whether the server said that the id is taken after an ambiguous attempt of ours. */
  readonly taken: boolean;
  /** How often a trusted look-up did not find the order after an ambiguous attempt. */
  readonly notFoundCount: number;
  /** End of the latest ambiguous attempt (ms since 1970-01-01Z), from which the quiet time runs. */
  readonly ambiguousAt: number | null;
  readonly wmsId: number | null;
  readonly proof: OrderOutcome['proof'];
  readonly reasons: readonly OutcomeReason[];
}

/** Why a revision was opened. `again`: an operator deliberately sends a second time. */
export type RevisionCause = 'first' | 'correction' | 'again';

export interface RevisionDraft {
  readonly orderKey: string;
  readonly orderId: number;
  /** Excel row of each item in the body. */
  readonly rows: readonly number[];
  /** The request's body: every attempt of the revision sends these bytes. */
  readonly body: string;
  /** SHA-256 (hex) of the body's UTF-8 bytes. */
  readonly bodyHash: string;
  /** Its sum in soʻm, as the rules of its file add it up; absent: by piece. */
  readonly amount?: number;
  /** By what the order is known (shared/domain/identity/order-keys.ts); absent where its content was sent before. */
  readonly keys?: readonly string[];
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
  /** Null where the database lost it and only the witness knows the sending. */
  readonly body: string | null;
  readonly bodyHash: string;
  /** Time of the last change, ms since 1970-01-01Z. */
  readonly at: number;
  /** The operator whose run sent it; null: nobody was chosen, or it was not sent. */
  readonly sentBy?: string | null;
  /** The operator who settled it, or had it sent again; null: nobody did, or nobody was chosen. */
  readonly decidedBy?: string | null;
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
  const { orderId, state, bodyHash, wmsId, proof, reasons, attempts, cause, at, sentBy, decidedBy } = revision;
  const who = { ...(sentBy ? { sentBy } : {}), ...(decidedBy ? { decidedBy } : {}) };
  return { orderId, state, bodyHash, wmsId, proof, reasons, attempts, sendAnyway: cause === 'again', at, ...who };
}
