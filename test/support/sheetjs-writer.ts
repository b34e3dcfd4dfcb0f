/** Writes workbooks in old formats with SheetJS. */
import { utils, write, type BookType, type CellObject, type WorkBook } from '@e965/xlsx';

export interface SheetToWrite {
  readonly name: string;
  /** Cells by their address. */
  readonly cells: Readonly<Record<string, CellObject>>;
  /** 1 hidden, 2 very hidden. */
  readonly hidden?: 0 | 1 | 2;
  /** As Excel writes them: `A1:B2`. */
  readonly merged?: readonly string[];
}

export function sheetJsBook(bookType: BookType, sheets: readonly SheetToWrite[], date1904 = false): Buffer {
  const book: WorkBook = utils.book_new();
  for (const { name, cells, merged } of sheets) {
    const addresses = Object.keys(cells).map((address) => utils.decode_cell(address));
    const last = { c: Math.max(0, ...addresses.map(({ c }) => c)), r: Math.max(0, ...addresses.map(({ r }) => r)) };
    utils.book_append_sheet(
      book,
      {
        ...cells,
        '!ref': utils.encode_range({ s: { c: 0, r: 0 }, e: last }),
        ...(merged ? { '!merges': merged.map((range) => utils.decode_range(range)) } : {}),
      },
      name,
    );
  }
  book.Workbook = { Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ?? 0 })), WBProps: { date1904 } };
  return write(book, { bookType, type: 'buffer' }) as Buffer;
}
