/** Assigns the issues of an order to the cells and rows that they are about. */
import { nothingFound, type FoundIssues, type IssueCause } from '../../../shared/domain/checking/issue-causes.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import type { Issue, Severity } from '../../../shared/domain/model/issues.ts';
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts';
import { isChangedAfterSending } from '../../../shared/domain/orders/send-history-state.ts';
import type { BatchOrders } from '../batch-orders.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';

const rank: Readonly<Record<Severity, number>> = { error: 3, warning: 2, notice: 1 };

/** The worse of two marks. */
function worseSeverity(first: Severity | undefined, second: Severity): Severity {
  return first !== undefined && rank[first] >= rank[second] ? first : second;
}

/** What counts of what the check found: what was accepted already does not ask to be repaired, whatever the file says of it now. */
export function countedOf(entry: OrderEntry): FoundIssues {
  return entry.state === 'alreadySent' || isChangedAfterSending(entry) ? nothingFound : entry.found;
}

function ownIssuesOf(book: OrderBook, entry: OrderEntry): readonly Issue[] {
  return countedOf(entry).issues ?? book.issuesOf(entry);
}

/** The order's own issues, those of its send history, and that it seems to be there twice. */
export function allIssuesOf(book: OrderBook, entry: OrderEntry): readonly Issue[] {
  const own = ownIssuesOf(book, entry);
  if (entry.repeatIssues.length > 0) return [...own, ...entry.sendHistoryIssues, ...entry.repeatIssues];
  if (entry.sendHistoryIssues.length === 0) return own;
  return own.length === 0 ? entry.sendHistoryIssues : [...own, ...entry.sendHistoryIssues];
}

/** Whether one of {@link allIssuesOf} has the cause; makes none of them. */
export function hasCause(entry: OrderEntry, cause: IssueCause): boolean {
  const isOfCause = (issue: Issue): boolean => issue.code === cause.code && causeOf(issue) === cause.key;
  return (
    countedOf(entry).causes.includes(cause) ||
    entry.sendHistoryIssues.some(isOfCause) ||
    entry.repeatIssues.some(isOfCause)
  );
}

/** The orders with an issue of the cause, by their first rows. */
export function* ordersWithCause({ book }: BatchOrders, cause: IssueCause | undefined): Generator<OrderEntry> {
  if (cause !== undefined && cause.orderCount > 0)
    for (const entry of book.entries()) if (hasCause(entry, cause)) yield entry;
}

export function hasWarning(entry: OrderEntry): boolean {
  return (
    countedOf(entry).warnings > 0 ||
    [entry.sendHistoryIssues, entry.repeatIssues].some((issues) =>
      issues.some(({ severity }) => severity === 'warning'),
    )
  );
}

export interface RowMarks {
  /** By column. */
  readonly cells: ReadonlyMap<number, Severity>;
  /** Severity of the issues about the row or the whole order. */
  readonly row: Severity | undefined;
}

/** What the order's issues mark in one of its rows (`row` as Excel shows it). */
export function marksOfRow(issues: readonly Issue[], row: number): RowMarks {
  const cells = new Map<number, Severity>();
  let whole: Severity | undefined;
  for (const issue of issues) {
    if (issue.column === undefined) {
      if (issue.row === undefined || issue.row === row || issue.scope === 'order')
        whole = worseSeverity(whole, issue.severity);
    } else if (issue.row === row) {
      cells.set(issue.column, worseSeverity(cells.get(issue.column), issue.severity));
    }
  }
  return { cells, row: whole };
}
