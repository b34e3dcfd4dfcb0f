/**
 * Rows of several sheets that are read as one table (docs/reading.md, «Several sheets as one»). Each keeps Excel's number
 * on its sheet; what is added to it from the second sheet on makes it one row's alone, so that an edit, an order's key and
 * an issue need no other address. People see the sheet's name and Excel's number, never the sum.
 */

/** Twice the most rows of a sheet: rows that a person adds have numbers beyond the file's. */
export const rowsPerSheet = 2_097_152;
/** Most sheets that are read as one table. */
export const mostSheetsTogether = 200;

/** Place of the row's sheet among those that are read as one, from 0. */
export function sheetPlaceOf(row: number): number {
  return row < 1 ? 0 : Math.floor((row - 1) / rowsPerSheet);
}

/** The row as Excel shows it on its sheet. */
export function rowOnSheet(row: number): number {
  return row - sheetPlaceOf(row) * rowsPerSheet;
}

/** The number in the table of a row of the sheet at `place`. */
export function rowInTable(place: number, row: number): number {
  return place * rowsPerSheet + row;
}

/**
 * What people call the row: its number; where several sheets are read as one, with its sheet's name, as Excel writes it:
 * `02.12!14`.
 * @param sheets names of the sheets that are read as one; none: the table is of one sheet
 */
export function rowName(sheets: readonly string[], row: number): number | string {
  const sheet = sheets[sheetPlaceOf(row)];
  // Of a file that was removed only its rows are known.
  return sheet === undefined ? rowOnSheet(row) : `${sheet}!${rowOnSheet(row)}`;
}

/** Several rows by their names, parted by commas; a sheet's name stands once before its rows. */
export function rowNames(sheets: readonly string[], rows: readonly number[]): string {
  return rows
    .map((row, at) => {
      const before = rows[at - 1];
      return before !== undefined && sheetPlaceOf(before) === sheetPlaceOf(row)
        ? rowOnSheet(row)
        : rowName(sheets, row);
    })
    .join(', ');
}
