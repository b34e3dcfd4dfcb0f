/**
 * Limits what reading a file may cost. docs/reading.md has a sentence for each limit.
 *
 * They are far above any real order sheet, and below what would freeze the app or fill its memory.
 */
const megabyte = 1024 * 1024;

export const limits = {
  /** Bytes of the file on disk. */
  fileBytes: 200 * megabyte,
  /** Bytes that the parts of a workbook may inflate to, counted as they come and not as declared. */
  inflatedBytes: 1536 * megabyte,
  /** Inflated bytes up to which the ratio is not checked. */
  freeInflatedBytes: 50 * megabyte,
  /** Inflated bytes for each packed byte, past the free ones. Real sheets stay below 30. */
  inflationRatio: 200,
  /** Inflated bytes of a small part: workbook, relationships, styles. */
  smallPartBytes: 64 * megabyte,
  /** Tags of a small part. */
  smallPartTags: 1_000_000,
  /** Sheets that a workbook names, and tables with cells of a web page. */
  sheets: 2000,
  /** Sheets of a workbook that are previewed beside the one that is read (two months of days), and the rows of each. */
  peekedSheets: 62,
  peekedRows: 5000,
  /** Cells of the preview of a sheet, and of all previews together. */
  peekedCells: 500_000,
  zipEntries: 2000,
  zipDirectoryBytes: 8 * megabyte,
  rows: 1_048_576,
  columns: 16_384,
  /** Non-empty cells. */
  cells: 20_000_000,
  /** Cells that the sheet's XML names, most of them empty (formatted, but without a value). */
  cellTags: 100_000_000,
  /** Characters in a cell, as in Excel. A longer text is read whole and marked with an error issue. */
  cellCharacters: 32_767,
  /** Cells longer than that before the file is refused. */
  longCells: 1000,
  /** Bytes of one cell in the sheet's XML, of one shared string, or of any other single tag. */
  xmlPieceBytes: 4 * megabyte,
  /** Bytes of a csv file up to which it is decoded whole: its cells are then quicker to read. */
  wholeTextBytes: 32 * megabyte,
  /** Characters of a cell of a csv file, and of a record whose quotes are wrong. */
  recordCharacters: 4 * megabyte,
  /** Characters kept in memory, of shared strings and of inline ones each. */
  textCharacters: 256 * megabyte,
  sharedStrings: 20_000_000,
  /** Cells that are out of order in the file; they must be sorted in memory. */
  lateCells: 1_000_000,
  mergedRanges: 500_000,
  /** Resident bytes of the process that reads a foreign format. */
  foreignMemoryBytes: 1024 * megabyte,
  /** Time that this process has for a file. */
  foreignMilliseconds: 120_000,
} as const;
