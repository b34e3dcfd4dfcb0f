/** What a reader hands over: one sheet of a file as a table, and what the file is. */
import type { Issue } from '../model/issues.ts';
import type { Table } from './table.ts';

export type FileFormat = 'xlsx' | 'csv' | 'xls' | 'xlsb' | 'ods' | 'xml2003' | 'html';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** A first look at a visible sheet of a workbook that has several. */
export interface SheetPreview {
  /** Index into the file's sheets. */
  readonly sheetIndex: number;
  /** Non-empty rows, as far as they were counted. */
  readonly rows: number;
  /** Whether there are more than were counted. */
  readonly hasMoreRows: boolean;
  /** Its first rows; null where they are too many cells to be kept, or cannot be read. */
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
  /** The other visible sheets that were looked into. */
  readonly otherSheets: readonly SheetPreview[];
  /** What the operator should know about the reading: notices, ragged rows, uncalculated formulas … */
  readonly issues: readonly Issue[];
}
