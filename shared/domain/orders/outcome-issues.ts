/** Turns the reasons of an order's outcome (from the server or the journal) into issues at their cells. */
import type { Issue, Severity } from '../model/issues.ts';
import type { OrderOutcome, OutcomeReason } from '../model/ledger.ts';
import type { OrderBook } from './order-book.ts';
import type { OrderEntry } from './order-entry.ts';
import { productSource } from '../checking/product-lookup.ts';

function severityOf(outcome: OrderOutcome): Severity {
  switch (outcome.state) {
    case 'rejected':
    case 'duplicate':
    case 'review':
      return 'error';
    case 'unknown':
    case 'accepted':
      return 'warning';
    case 'ready':
    case 'sending':
    case 'verifying':
    case 'waiting':
      return 'notice';
  }
}

function issueOf(reason: OutcomeReason, severity: Severity, entry: OrderEntry, book: OrderBook): Issue {
  const items = book.itemRows(entry);
  const index = items[reason.item ?? 0] ?? entry.rows[0] ?? 0;
  const column =
    reason.field === null
      ? null
      : reason.field === 'client_product_id'
        ? productSource(book.readers).column
        : book.readers[reason.field].column;
  const row = book.input.table.rowNumber(index);
  const place = column === null ? ({ scope: 'order', row } as const) : ({ scope: 'cell', row, column } as const);
  return {
    code: reason.code,
    severity,
    ...place,
    ...(reason.field === null ? {} : { field: reason.field }),
    orderId: entry.key,
    params: reason.params,
  };
}

/** The outcome's reasons as issues, each at the cell of the field and item that it names. */
export function outcomeIssues(outcome: OrderOutcome, entry: OrderEntry, book: OrderBook): Issue[] {
  const severity = severityOf(outcome);
  return outcome.reasons.map((reason) => issueOf(reason, severity, entry, book));
}
