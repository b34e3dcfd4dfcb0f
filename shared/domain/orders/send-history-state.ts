/** The state of an order, from what it is now and what the journal and the ledger know of its id (decision 12). */
import type { Issue, Params, Severity } from '../model/issues.ts';
import type { LedgerEntry, OrderOutcome } from '../model/ledger.ts';
import type { OrderState } from '../model/order-states.ts';
import { mayBeCorrected } from '../sending/reduce-revision.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import type { OrderEntry } from './order-entry.ts';

export interface OrderSendHistory {
  /** What other batches know of the id. */
  readonly ledger: LedgerEntry | undefined;
  /** What this batch's journal says. */
  readonly outcome: OrderOutcome | undefined;
  /** SHA-256 (hex) of the order's request body as it is now; null where there is no request. */
  bodyHash(): string | null;
}

export interface StateFromSendHistory {
  readonly state: OrderState;
  /** What is to be said of an earlier sending. */
  readonly issues: readonly Issue[];
}

const none: readonly Issue[] = [];

/** Milliseconds since 1970 → `24.11.2026 14:00` on Tashkent's clock. */
function formatTashkentMinute(at: number): string {
  const local = localFromEpoch(at);
  return `${local.slice(8, 10)}.${local.slice(5, 7)}.${local.slice(0, 4)} ${local.slice(11, 16)}`;
}

function sendHistoryIssue(
  entry: OrderEntry,
  row: number,
  severity: Severity,
  code: string,
  ledger: LedgerEntry,
): readonly Issue[] {
  const params: Params = { fileName: ledger.fileName, at: formatTashkentMinute(ledger.at) };
  return [{ code, severity, scope: 'order', row, orderId: entry.key, params }];
}

/** What the order is by itself. */
function stateWithoutHistory(entry: OrderEntry): OrderState {
  return entry.leftOut ? 'leftOut' : entry.sendable ? 'ready' : 'withErrors';
}

/** Whether the journal's state still holds: it is final or under way, or the content is the one that was sent. */
function isOutcomeCurrent(entry: OrderEntry, outcome: OrderOutcome, past: OrderSendHistory): boolean {
  switch (outcome.state) {
    case 'ready':
      return false;
    case 'accepted':
    case 'sending':
    case 'verifying':
    case 'unknown':
      return true;
    case 'waiting':
    case 'rejected':
    case 'duplicate':
      return !entry.leftOut && past.bodyHash() === outcome.bodyHash;
    case 'review':
      // Where the WMS may have the order already, a correction alone does not make it ready: a person says so first.
      if (!entry.leftOut && !mayBeCorrected(outcome)) return true;
      return !entry.leftOut && past.bodyHash() === outcome.bodyHash;
  }
}

/** Judges the order; `row` is its first row as Excel shows it. */
export function decideStateFromSendHistory(
  entry: OrderEntry,
  row: number,
  past: OrderSendHistory,
): StateFromSendHistory {
  const { ledger, outcome } = past;
  if (outcome !== undefined && isOutcomeCurrent(entry, outcome, past)) return { state: outcome.state, issues: none };
  const state = stateWithoutHistory(entry);
  if (ledger === undefined || state === 'leftOut') return { state, issues: none };
  // An operator's word passes over everything but a request that is under way.
  if (outcome?.sendAnyway === true && ledger.state !== 'sending') return { state, issues: none };
  switch (ledger.state) {
    case 'sending':
      return { state: 'duplicate', issues: sendHistoryIssue(entry, row, 'error', 'orders.beingSent', ledger) };
    case 'unknown':
      return { state: 'duplicate', issues: sendHistoryIssue(entry, row, 'error', 'orders.sentUnknown', ledger) };
    case 'taken':
      return { state: 'duplicate', issues: sendHistoryIssue(entry, row, 'error', 'orders.idTaken', ledger) };
    case 'accepted':
      if (state === 'withErrors')
        return { state, issues: sendHistoryIssue(entry, row, 'warning', 'orders.sentBefore', ledger) };
      if (past.bodyHash() === ledger.bodyHash)
        return { state: 'alreadySent', issues: sendHistoryIssue(entry, row, 'notice', 'orders.alreadySent', ledger) };
      return { state: 'duplicate', issues: sendHistoryIssue(entry, row, 'error', 'orders.sentBefore', ledger) };
  }
}
