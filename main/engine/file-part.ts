/** Which part of its file a batch is of: the sheet, the table on it, the sheets that were joined. */
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';

/** See batchFileSchema in shared/contract/batch-file.ts. */
export type FilePart = Pick<BatchSummary['file'], 'sheets' | 'tables' | 'range' | 'pair'>;

/** A file of one table, of which nothing else is known. */
export function wholeFilePart({ sheets }: SheetFile): FilePart {
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden, rows: null, more: false })),
    tables: [],
    range: null,
    pair: null,
  };
}
