/** Chooses and reads a sheet of an open workbook of a foreign format. */
import type { FileFormat, SheetFile, SheetPreview } from '../../../shared/domain/table/sheet-file.ts';
import { limits } from '../limits.ts';
import { chooseLikeliestSheet, chooseSheet, otherSheetPeeks, type PreferSheet } from '../sheet-choice.ts';
import { hiddenIssues, otherSheetsIssues, preferredSheetIssue } from '../sheet-notices.ts';
import type { ForeignBook, ForeignSheet } from './foreign-sheet.ts';

export interface BookFileOptions {
  readonly sheet?: string | number | undefined;
  readonly preferred?: PreferSheet | undefined;
  readonly firstRows?: number | undefined;
}

/** Reads the sheet asked for, the preferred one, or the first visible one with a table; notices name the others that have one. */
export async function readBookSheet(
  book: ForeignBook,
  format: FileFormat,
  options: BookFileOptions,
): Promise<SheetFile> {
  const { firstRows } = options;
  if (options.sheet !== undefined) {
    const sheetIndex = chooseSheet(book.sheets, options.sheet);
    const looks = firstRows === undefined ? await lookInto(book, book.sheets[sheetIndex]) : [];
    return {
      ...(await sheetFile(book, format, sheetIndex, firstRows)),
      otherSheets: otherSheetPeeks(looks, sheetIndex),
    };
  }
  const looks = await lookInto(book);
  const { sheetIndex, preferredOver } = chooseLikeliestSheet(looks, options.preferred);
  const file = await sheetFile(book, format, sheetIndex, firstRows);
  const otherSheets = otherSheetPeeks(looks, sheetIndex);
  const nameOf = (index: number): string => book.sheets[index]?.name ?? '';
  const preferred = preferredOver === null ? [] : [preferredSheetIssue(nameOf(sheetIndex), nameOf(preferredOver))];
  return {
    ...file,
    otherSheets,
    issues: [
      ...file.issues,
      ...preferred,
      ...otherSheetsIssues(nameOf(sheetIndex), [sheetIndex], book.sheets, otherSheets),
    ],
  };
}

/** Previews the visible sheets (all, where all are hidden) except `except`; a lone sheet is not previewed. */
async function lookInto(book: ForeignBook, except?: ForeignSheet): Promise<readonly SheetPreview[]> {
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  const candidates = (visible.length > 0 ? visible : book.sheets).filter((sheet) => sheet !== except);
  const isLone = !except && candidates.length === 1;
  const peeks: SheetPreview[] = [];
  const placeOf = new Map(book.sheets.map((sheet, index) => [sheet, index]));
  let cells = 0;
  let filled = 0;
  for (const sheet of candidates) {
    const { table } =
      isLone || cells > limits.peekedCells || filled >= limits.peekedSheets
        ? { table: null }
        : await sheet.read(limits.peekedRows);
    cells += table?.cellCount ?? 0;
    if (sheet.rows > 1) filled++;
    peeks.push({
      sheetIndex: placeOf.get(sheet) ?? 0,
      rows: sheet.rows,
      hasMoreRows: false,
      table: table && table.cellCount <= limits.peekedCells ? table : null,
    });
  }
  return peeks;
}

/** Every sheet in the order of the tabs, hidden ones too. */
export async function* readBookSheets(
  book: ForeignBook,
  format: FileFormat,
): AsyncGenerator<SheetFile, void, undefined> {
  for (const index of book.sheets.keys()) yield await sheetFile(book, format, index, undefined);
}

async function sheetFile(
  book: ForeignBook,
  format: FileFormat,
  sheetIndex: number,
  firstRows: number | undefined,
): Promise<SheetFile> {
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
    otherSheets: [],
    issues: [...book.issues, ...issues, ...hiddenIssues(table)],
  };
}
