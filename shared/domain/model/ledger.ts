/** The ledger as the domain sees it: what is known of order ids that were ever sent to a server (decision 12). */
import type { Field } from './fields.ts';

/** Orders whose customers are looked through in a search, the latest first: as many as a shop sends in months. Numbers are found among all. */
export const maxSearchedCustomers = 200_000;

export interface LedgerEntry {
  readonly orderId: number;
  /** `taken`: the server refused the id as already there. */
  readonly state: 'sending' | 'accepted' | 'unknown' | 'taken';
  /** SHA-256 (hex) of the request body that was sent last; null where only the id is known. */
  readonly bodyHash: string | null;
  readonly batchId: string;
  readonly fileName: string;
  readonly wmsId: number | null;
  /** Milliseconds since 1970-01-01Z. */
  readonly at: number;
}

/** What the journal says of one order of a batch. Reasons are coded, so that they can be said in any language. */
export interface OrderOutcome {
  readonly orderId: number;
  readonly state:
    'ready' | 'sending' | 'verifying' | 'waiting' | 'accepted' | 'rejected' | 'duplicate' | 'unknown' | 'review';
  /** SHA-256 (hex) of the revision's body. */
  readonly bodyHash: string;
  readonly wmsId: number | null;
  /** What proves an acceptance. */
  readonly proof: 'answer' | 'lookup' | 'operator' | null;
  readonly reasons: readonly OutcomeReason[];
  readonly attempts: number;
  /** An operator wants it sent although its number was sent before: the ledger does not hold it back. */
  readonly sendAnyway: boolean;
  readonly at: number;
}

/** Why an order is in its state: `issue.<code>`; item is the index of the item in the sent body. */
export interface OutcomeReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly field: Field | null;
  readonly item: number | null;
}
