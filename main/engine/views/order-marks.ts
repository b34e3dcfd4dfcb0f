/** Assigns the issues of an order to the cells and rows that they are about. */
import type { Issue, Severity } from '../../../shared/domain/model/issues.ts';
import { isChangedAfterSending } from '../../../shared/domain/orders/send-history-state.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';

const rank: Readonly<Record<Severity, number>> = { error: 3, warning: 2, notice: 1 };

/** The worse of two marks. */
function worseSeverity(first: Severity | undefined, second: Severity): Severity {
  return first !== undefined && rank[first] >= rank[second] ? first : second;
}

const none: readonly Issue[] = [];

/** What the check found; what was accepted already does not ask to be repaired, whatever the file says of it now. */
export function ownIssuesOf(entry: OrderEntry): readonly Issue[] {
  return entry.state === 'alreadySent' || isChangedAfterSending(entry) ? none : entry.issues;
}

/** The order's own issues, those of its send history, and that it seems to be there twice. */
export function allIssuesOf(entry: OrderEntry): readonly Issue[] {
  const own = ownIssuesOf(entry);
  if (entry.repeatIssues.length > 0) return [...own, ...entry.sendHistoryIssues, ...entry.repeatIssues];
  if (entry.sendHistoryIssues.length === 0) return own;
  return own.length === 0 ? entry.sendHistoryIssues : [...own, ...entry.sendHistoryIssues];
}

export function hasSeverity(entry: OrderEntry, severity: Severity): boolean {
  return (
    ownIssuesOf(entry).some((issue) => issue.severity === severity) ||
    entry.sendHistoryIssues.some((issue) => issue.severity === severity) ||
    entry.repeatIssues.some((issue) => issue.severity === severity)
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
