/** The result of reading a file: one sheet as a table, and facts about the file. */
import type { Product } from '../products/product.ts';
import type { Issue } from '../model/issues.ts';
import type { Table } from './table.ts';

export type FileFormat = 'xlsx' | 'csv' | 'xls' | 'xlsb' | 'ods' | 'xml2003' | 'html' | 'chat';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** Preview of a visible sheet, in a workbook that has several. */
export interface SheetPreview {
  /** Index into the file's sheets. */
  readonly sheetIndex: number;
  /** Non-empty rows counted so far. */
  readonly rows: number;
  /** Whether there are more than counted. */
  readonly hasMoreRows: boolean;
  /** Its first rows; null where they have too many cells to keep, or cannot be read. */
  readonly table: Table | null;
}

export interface SheetFile {
  readonly format: FileFormat;
  /** WHATWG name of the text encoding (utf-8, windows-1251 …); null where the format has none. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetInfo[];
  /** Index into `sheets` of the sheet that was read. */
  readonly sheetIndex: number;
  readonly table: Table;
  /** The other visible sheets that were previewed. */
  readonly otherSheets: readonly SheetPreview[];
  /** Products with their ids that other sheets of the file list; none: not looked for. */
  readonly productsBeside?: readonly Product[];
  /** Issues found on reading: ragged rows, uncalculated formulas … */
  readonly issues: readonly Issue[];
}
