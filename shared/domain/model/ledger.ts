/** Types of what is known about sent orders: ledger entries and the journal's outcomes (decision 12). */
import type { Field } from './fields.ts';

/** Latest orders whose customers a search looks through, as many as a shop sends in months; numbers are searched in all. */
export const maxSearchedCustomers = 200_000;

export interface LedgerEntry {
  readonly orderId: number;
  /** `taken`: the server refused the id because it exists already. */
  readonly state: 'sending' | 'accepted' | 'unknown' | 'taken';
  /** SHA-256 (hex) of the last request body sent; null where only the id is known. */
  readonly bodyHash: string | null;
  readonly batchId: string;
  readonly fileName: string;
  readonly wmsId: number | null;
  /** Milliseconds since 1970-01-01Z. */
  readonly at: number;
}

/** What the journal says about one order of a batch. Reasons are codes, to be shown in any language. */
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
  /** An operator decided to send it although its number was sent before: the ledger does not hold it back. */
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
