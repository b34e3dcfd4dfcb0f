/** Makes invented rows in the form of the engine's answers. */
import type { CellView, RowView, RowWindow } from '../../../shared/contract/views.ts';
import type { GridColumn } from '../../../renderer/grid/columns.ts';

export function rowView(row: number, texts: readonly (string | CellView)[], more: Partial<RowView> = {}): RowView {
  return {
    row,
    orderKey: `row:${row}`,
    orderId: String(700_000 + row),
    state: 'ready',
    isFirstOfOrder: true,
    bandIndex: row % 2,
    editable: true,
    leftOut: false,
    cells: texts.map((text) => (typeof text === 'string' ? { text } : text)),
    wmsId: null,
    ...more,
  };
}

export const gridColumns: readonly GridColumn[] = [
  { column: null, letters: '', heading: '', field: 'order_id', width: 100 },
  ...['full_name', 'phone', 'region'].map((field, column) => ({
    column,
    letters: 'ABC'[column]!,
    heading: field,
    field: field as 'phone',
    width: 100,
  })),
];

export function rowWindow(rows: readonly RowView[], from: number, count: number, version = 1): RowWindow {
  return { version, total: rows.length, from, rows: rows.slice(from, from + count) };
}
