/** The grid's columns in the order in which they are shown, and what their cells show of a row. */
import type { CellView, RowView } from '../../shared/contract/views.ts';
import { orderFields, type ColumnField } from '../../shared/domain/model/fields.ts';
import type { RowWindows } from './row-windows.ts';

export interface GridColumn {
  /** The sheet's column, 0-based; null: the order id, if no single column gives it. */
  readonly column: number | null;
  readonly letters: string;
  readonly heading: string;
  readonly field: ColumnField | null;
  /** Its heading is a ware and its cells are quantities. */
  readonly isWare?: boolean;
  readonly width: number;
}

const blank: CellView = { text: '' };

/** The cell of a row in a column. */
export function cellViewOf(row: RowView, column: GridColumn): CellView {
  return column.column === null ? { text: row.orderId } : (row.cells[column.column] ?? blank);
}

/** The text that the cell holds, whatever is shown: editing begins with it, and it is copied. */
export function rawText(cell: CellView): string {
  return cell.rawText ?? cell.text;
}

/** The held text, or what was typed and is not confirmed yet. */
export function currentRawText(rows: RowWindows, row: RowView, column: GridColumn): string {
  const typed = column.column === null ? undefined : rows.typedTextsOf(row.row)?.get(column.column)?.text;
  return typed ?? rawText(cellViewOf(row, column));
}

const ofOrder: ReadonlySet<string> = new Set(orderFields);

/** Whether the cell stands for the items of a folded order: it shows their number or sum, or nothing. */
export function isFoldedItemCell(row: RowView, { field }: GridColumn): boolean {
  return row.group?.collapsed === true && field !== null && !ofOrder.has(field);
}

/** Whether the operator may type into this cell. */
export function isCellEditable(row: RowView, column: GridColumn): boolean {
  return row.editable && column.column !== null && !isFoldedItemCell(row, column);
}

/** The columns that show a folded order's number of items and its sum; -1: there is none. */
export function foldedColumns(columns: readonly GridColumn[]): { readonly itemsAt: number; readonly amountAt: number } {
  const sums = columns.findIndex(({ field }) => field === 'final_price');
  const amountAt = sums >= 0 ? sums : columns.findIndex(({ field }) => field === 'price');
  return {
    amountAt,
    itemsAt: columns.findIndex(({ field }, at) => field !== null && !ofOrder.has(field) && at !== amountAt),
  };
}

/** Splits a column's name into its letters and its sheet, if that is another one (`Orders!C`). */
export function parseColumnName(name: string): { readonly sheet: string | null; readonly letters: string } {
  const at = name.lastIndexOf('!');
  return at < 0 ? { sheet: null, letters: name } : { sheet: name.slice(0, at), letters: name.slice(at + 1) };
}

/** Whether the row belongs to no order; a notice then says why. */
export function isBetweenOrders({ state, severity }: RowView): boolean {
  return state === null && severity !== undefined;
}

/**
 * The cell's address in the file; for a column of another sheet (`Orders!C`) with the row there; for a part of a cell
 * (`B·2`) that of the whole cell with the part's number behind it (`B3·2`); for a row of several sheets that are read as one
 * with its sheet (`02.12!C7`).
 * @param rowName what the row is called
 */
export function cellAddress(
  { row, joinedRow }: Pick<RowView, 'row' | 'joinedRow'>,
  { letters }: Pick<GridColumn, 'letters'>,
  rowName: (row: number) => number | string,
): string {
  const isElsewhere = parseColumnName(letters).sheet !== null;
  const part = /·\d+$/u.exec(letters)?.[0] ?? '';
  const own = parseColumnName(String(rowName(row)));
  const sheet = own.sheet === null ? '' : `${own.sheet}!`;
  return `${sheet}${letters.slice(0, letters.length - part.length)}${(isElsewhere ? joinedRow : own.letters) ?? ''}${part}`;
}
