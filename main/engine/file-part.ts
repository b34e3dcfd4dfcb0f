/** Describes the part of the file that a batch is made from: the sheet, the table on it, the sheets that were joined. */
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';

/** See batchFileSchema in shared/contract/batch-file.ts. */
export type FilePart = Pick<BatchSummary['file'], 'sheets' | 'together' | 'tables' | 'range' | 'pair'>;

/** The part for a file read as one table, without knowledge of its other tables. */
export function wholeFilePart({ sheets }: SheetFile): FilePart {
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden, rows: null, more: false, alike: false, earlier: false })),
    together: [],
    tables: [],
    range: null,
    pair: null,
  };
}
