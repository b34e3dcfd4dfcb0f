/** Makes small tables for tests, from the rows of a sheet as texts. */
import { TableBuilder } from '../../shared/domain/table/table-builder.ts';
import type { CellKind, Table, SheetFacts } from '../../shared/domain/table/table.ts';

export type TestCell = string | number | null | { readonly kind: CellKind; readonly text: string };

/** `null` as a row: a blank row, which leaves a gap in the row numbers. The first row is row 1. */
export function tableOf(rows: readonly (readonly TestCell[] | null)[], facts: Partial<SheetFacts> = {}): Table {
  const builder = new TableBuilder();
  rows.forEach((row, index) => {
    if (row === null) return;
    builder.startRow(index + 1);
    row.forEach((cell, column) => {
      if (cell === null || cell === '') return;
      if (typeof cell === 'string') builder.addCell(column, 'text', cell);
      else if (typeof cell === 'number') builder.addCell(column, 'number', cell);
      else builder.addCell(column, cell.kind, cell.text);
    });
  });
  return builder.build({ sheet: 'Orders', ...facts });
}
