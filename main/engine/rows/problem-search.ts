/** Finds the next cell with a problem, from a position on and around the end. */
import type { CellPosition } from '../../../shared/domain/model/issues.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import type { Issue } from '../../../shared/domain/model/issues.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { allIssuesOf } from '../views/order-marks.ts';

export type SearchDirection = 'next' | 'previous';

/** Columns with a problem in the row, ascending. Without a cause: errors and warnings. */
function problemColumns(orders: BatchOrders, index: number, cause: string | null): number[] {
  const entry = orders.book.entryOfRow(index);
  const rowIssue = entry === undefined ? orders.book.rowIssue(index) : null;
  const issues: readonly Issue[] =
    entry === undefined ? (rowIssue === null ? [] : [rowIssue]) : allIssuesOf(orders.book, entry);
  if (issues.length === 0) return [];
  const row = orders.input.table.rowNumber(index);
  const columns = new Set<number>();
  for (const issue of issues) {
    if (issue.row !== row) continue;
    if (cause === null ? issue.severity !== 'notice' : causeOf(issue) === cause) columns.add(issue.column ?? 0);
  }
  return [...columns].sort((a, b) => a - b);
}

/** The next problem; null where there is none at all. A single problem is its own next one. */
export function nextProblem(
  orders: BatchOrders,
  from: CellPosition | null,
  direction: SearchDirection,
  cause: string | null,
): CellPosition | null {
  const { book, input } = orders;
  const { rowCount } = input.table;
  const count = rowCount - book.firstDataIndex;
  if (count <= 0) return null;
  const step = direction === 'next' ? 1 : -1;
  const known = from === null ? -1 : input.table.indexOfRow(from.row);
  const start = known < book.firstDataIndex ? (step > 0 ? book.firstDataIndex : rowCount - 1) : known;
  const fromColumn = known < book.firstDataIndex || from === null ? null : from.column;
  for (let passed = 0; passed <= count; passed++) {
    const index = book.firstDataIndex + ((((start - book.firstDataIndex + step * passed) % count) + count) % count);
    const columns = problemColumns(orders, index, cause);
    const ordered = step > 0 ? columns : columns.toReversed();
    // The first row is searched twice: after the position at first, before it at the end.
    const column = ordered.find(
      (one) => passed > 0 || fromColumn === null || (step > 0 ? one > fromColumn : one < fromColumn),
    );
    if (column !== undefined) return { row: input.table.rowNumber(index), column };
  }
  return null;
}
