/** Parses, formats and applies a rectangular range of a sheet, written as `A3:F20`. */
import { TableBuilder } from '../table/table-builder.ts';
import { columnFromLetters, columnLetters, type MergedRange, type Table } from '../table/table.ts';

/** Rows as Excel shows them (1-based), columns 0-based, both ends included. */
export type SheetRange = MergedRange;

/** Stands for the whole sheet as one table. */
export const wholeSheet = 'all';
/** In place of a range: the sheet's tables as one. */
export const tablesTogether = 'together';

export function formatSheetRange({ firstRow, lastRow, firstColumn, lastColumn }: SheetRange): string {
  return `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
}

/** Parses a text such as `a3:F20`; undefined where it is no range. */
export function parseSheetRange(text: string): SheetRange | undefined {
  const [, from = '', fromRow = '', to = '', toRow = ''] =
    /^([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})$/.exec(text.trim()) ?? [];
  const [first, last] = [columnFromLetters(from), columnFromLetters(to)];
  if (first === undefined || last === undefined || Number(fromRow) < 1 || Number(toRow) < 1) return undefined;
  return {
    firstRow: Math.min(Number(fromRow), Number(toRow)),
    lastRow: Math.max(Number(fromRow), Number(toRow)),
    firstColumn: Math.min(first, last),
    lastColumn: Math.max(first, last),
  };
}

/** The table with only the range's cells; rows and columns keep their addresses, so columns before it are empty. */
export function cutTable(table: Table, range: SheetRange): Table {
  const builder = new TableBuilder();
  for (let index = 0; index < table.rowCount; index++) {
    const row = table.rowNumber(index);
    if (row < range.firstRow) continue;
    if (row > range.lastRow) break;
    builder.startRow(row);
    table.forEachCell(index, (column, kind, text) => {
      if (column >= range.firstColumn && column <= range.lastColumn) builder.addCell(column, kind, text);
    });
  }
  const { sheet, date1904, merged, hiddenRows, hiddenColumns, struckRows } = table;
  return builder.build({
    sheet,
    date1904,
    merged: merged.filter(
      ({ firstRow, firstColumn }) =>
        firstRow >= range.firstRow &&
        firstRow <= range.lastRow &&
        firstColumn >= range.firstColumn &&
        firstColumn <= range.lastColumn,
    ),
    hiddenRows,
    hiddenColumns,
    struckRows,
  });
}
