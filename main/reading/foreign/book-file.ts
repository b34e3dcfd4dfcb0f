/** From an open workbook of a foreign format to the sheet that is wanted. */
import type { Issue } from '../../../shared/domain/issues.ts';
import type { FileFormat, SheetFile } from '../../../shared/domain/sheet-file.ts';
import { chooseSheet } from '../sheet-choice.ts';
import { hiddenIssues, otherSheetsIssues } from '../sheet-notices.ts';
import type { ForeignBook, ForeignSheet } from './foreign-sheet.ts';

/** A table has a heading and a row below it. */
const rowsOfATable = 2;

export interface BookFileOptions {
  readonly sheet?: string | number | undefined;
  readonly firstRows?: number | undefined;
}

/** One sheet: the one asked for, or the first visible one that holds a table; then a notice names the others that do. */
export async function readBookSheet(book: ForeignBook, format: FileFormat, options: BookFileOptions): Promise<SheetFile> {
  if (options.sheet !== undefined) return sheetFile(book, format, chooseSheet(book.sheets, options.sheet), options.firstRows, []);
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  const candidates = visible.length > 0 ? visible : book.sheets;
  const found = candidates.findIndex((sheet) => sheet.rows >= Math.min(rowsOfATable, options.firstRows ?? rowsOfATable));
  const chosen = candidates[found] ?? fullest(candidates);
  const others = found < 0 ? [] : candidates.slice(found + 1).filter((sheet) => sheet.rows >= rowsOfATable);
  return sheetFile(book, format, chosen ? book.sheets.indexOf(chosen) : 0, options.firstRows, otherSheetsIssues(chosen?.name ?? '', others.map(({ name }) => name)));
}

/** Every sheet in the order of the tabs, hidden ones too. */
export async function* readBookSheets(book: ForeignBook, format: FileFormat): AsyncGenerator<SheetFile, void, undefined> {
  for (const index of book.sheets.keys()) yield await sheetFile(book, format, index, undefined, []);
}

function fullest(sheets: readonly ForeignSheet[]): ForeignSheet | undefined {
  return sheets.reduce<ForeignSheet | undefined>((best, sheet) => (best === undefined || sheet.rows > best.rows ? sheet : best), undefined);
}

async function sheetFile(book: ForeignBook, format: FileFormat, sheetIndex: number, firstRows: number | undefined, others: readonly Issue[]): Promise<SheetFile> {
  const sheet = book.sheets[sheetIndex];
  if (!sheet) throw new RangeError(`no sheet ${sheetIndex}`);
  const { table, issues } = await sheet.read(firstRows);
  return {
    format,
    encoding: book.encoding,
    delimiter: null,
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheetIndex,
    table,
    issues: [...book.issues, ...issues, ...hiddenIssues(table), ...others],
  };
}
