/** Which rows an edit touches, and whether it may be made at all. */
import type { Edit } from '../../shared/domain/edits.ts';
import { isEditable } from '../../shared/domain/order-states.ts';
import type { MergedCells } from '../../shared/domain/orders/merged-cells.ts';
import type { OrderBook } from '../../shared/domain/orders/order-book.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { Table } from '../../shared/domain/table.ts';
import { failure, success, type Failure, type Result } from '../../shared/result.ts';

/** Indices of the rows that the edit touches, ascending: those that a merged cell covers too, unknown rows not. */
export function touchedRows(edit: Edit, table: Table, merged: MergedCells): number[] {
  const indices = new Set<number>();
  const add = (row: number) => {
    const index = table.indexOfRow(row);
    if (index >= 0) indices.add(index);
  };
  if (edit.kind === 'leaveOut') edit.rows.forEach(add);
  else {
    for (const { row, column } of edit.cells) {
      add(row);
      const cover = merged.coverOf(row, column);
      for (let covered = cover?.firstRow ?? row; covered <= (cover?.lastRow ?? row); covered++) add(covered);
    }
  }
  return [...indices].sort((a, b) => a - b);
}

/** Whether a person may change the order: not while it is under way or handed to a run, nor when it is done. */
export function isLocked(entry: OrderEntry, taken: ReadonlySet<string>): boolean {
  return taken.has(entry.key) || !isEditable(entry.state);
}

export function lockedFailure(entry: OrderEntry): { readonly ok: false; readonly error: Failure } {
  return failure(entry.state === 'accepted' ? 'orders.editDone' : 'orders.editUnderWay', { order: entry.key });
}

/** Refuses rows that are not below the headings, columns that the sheet does not have, and orders that are locked. */
export function checkEdit(edit: Edit, book: OrderBook, taken: ReadonlySet<string>, indices: readonly number[]): Result<null> {
  const table = book.input.table.file;
  const rows = edit.kind === 'cells' ? edit.cells.map(({ row }) => row) : edit.rows;
  for (const row of rows) if (table.indexOfRow(row) < book.firstIndex) return failure('orders.editRow', { row });
  if (edit.kind === 'cells' && edit.cells.some(({ column }) => column >= table.columnCount)) return failure('orders.editColumn');
  for (const index of indices) {
    const entry = book.entryAt(index);
    if (entry !== undefined && isLocked(entry, taken)) return lockedFailure(entry);
  }
  return success(null);
}
