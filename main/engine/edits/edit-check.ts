/** Finds the rows that an edit touches, and checks whether it may be made at all. */
import type { Edit } from '../../../shared/domain/model/edits.ts';
import { rowName } from '../../../shared/domain/model/sheet-rows.ts';
import { isEditable } from '../../../shared/domain/model/order-states.ts';
import type { EditedTable } from '../../../shared/domain/table/edited-table.ts';
import type { MergedCells } from '../../../shared/domain/table/merged-cells.ts';
import type { OrderBook } from '../../../shared/domain/orders/order-book.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import { failure, success, type Failure, type Result } from '../../../shared/result.ts';

/** Indices of the rows that the edit touches, ascending: including those that a merged cell covers, without unknown rows. */
export function touchedRows(edit: Edit, table: EditedTable, merged: MergedCells): number[] {
  const indices = new Set<number>();
  const add = (row: number) => {
    // A removed row keeps its index, and may come back to it.
    const added = table.added.indexOfRow(row);
    const index = added < 0 ? table.file.indexOfRow(row) : added;
    if (index >= 0) indices.add(index);
  };
  if (edit.kind === 'addRow') add(edit.row);
  else if (edit.kind === 'cells') {
    for (const { row, column } of edit.cells) {
      add(row);
      const cover = merged.spanAt(row, column);
      for (let covered = cover?.firstRow ?? row; covered <= (cover?.lastRow ?? row); covered++) add(covered);
    }
  } else edit.rows.forEach(add);
  return [...indices].sort((a, b) => a - b);
}

/** Whether the order must not be changed: it is under way, taken by a run, or done. */
export function isLocked(entry: OrderEntry, taken: ReadonlySet<string>): boolean {
  return taken.has(entry.key) || !isEditable(entry.state);
}

export function lockedFailure(entry: OrderEntry): { readonly ok: false; readonly error: Failure } {
  return failure(entry.state === 'accepted' ? 'orders.editDone' : 'orders.editUnderWay', { order: entry.key });
}

/** Most rows that a person may add to a file. */
const mostAdded = 10_000;

/**
 * Checks an edit. Fails with `orders.editRow` (a row that is not below the headings, or a row to be removed that was not
 * added), `orders.editColumn`, and for locked orders `orders.editDone`, `orders.editUnderWay`.
 */
export function checkEdit(
  edit: Edit,
  book: OrderBook,
  taken: ReadonlySet<string>,
  indices: readonly number[],
): Result<null> {
  const { table } = book.input;
  const misplaced = findInvalidRow(edit, book);
  if (misplaced !== null) return failure('orders.editRow', { row: rowName(table.file.sheetNames, misplaced) });
  if (edit.kind === 'addRow' && table.added.indexOfRow(edit.row) - table.file.rowCount >= mostAdded)
    return failure('orders.tooManyAdded', { most: mostAdded });
  const cells = edit.kind === 'cells' || edit.kind === 'addRow' ? edit.cells : [];
  if (cells.some(({ column }) => column >= table.file.columnCount)) return failure('orders.editColumn');
  for (const index of indices) {
    const entry = book.entryOfRow(index);
    if (entry !== undefined && isLocked(entry, taken)) return lockedFailure(entry);
  }
  return success(null);
}

/** The first row that the edit cannot apply to; null: there is none. */
function findInvalidRow(edit: Edit, { input: { table }, firstDataIndex }: OrderBook): number | null {
  if (edit.kind === 'addRow')
    return table.added.indexOfRow(edit.row) < 0 || table.indexOfRow(edit.row) >= 0 ? edit.row : null;
  const rows = edit.kind === 'cells' ? edit.cells.map(({ row }) => row) : edit.rows;
  return (
    rows.find(
      (row) =>
        table.indexOfRow(row) < firstDataIndex || (edit.kind === 'removeRows' && !table.isAdded(table.indexOfRow(row))),
    ) ?? null
  );
}
