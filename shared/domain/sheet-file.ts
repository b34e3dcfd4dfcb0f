/** What a reader hands over: one sheet of a file as a table, and what the file is. */
import type { Issue } from './issues.ts';
import type { Table } from './table.ts';

export type FileFormat = 'xlsx' | 'csv' | 'xls' | 'xlsb' | 'ods' | 'xml2003' | 'html';

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
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
  /** What the operator should know about the reading: notices, ragged rows, uncalculated formulas … */
  readonly issues: readonly Issue[];
}
