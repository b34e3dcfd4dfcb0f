/** An .xlsx or .xlsm workbook: one of its sheets, or each of them in turn. */
import type { SheetFile } from '../../../shared/domain/sheet-file.ts';
import { FailureError } from '../../../shared/result.ts';
import { CellCollector } from '../cells.ts';
import { refusal, throwIfCancelled } from '../refusal.ts';
import { chooseSheet } from '../sheet-choice.ts';
import { hiddenIssues, otherSheetsIssues } from '../sheet-notices.ts';
import type { ZipEntry } from '../zip/directory.ts';
import type { Unpacking } from '../zip/inflate.ts';
import { OfficePackage } from './package.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { openWorkbook, readSharedStrings, type Workbook, type WorkbookSheet } from './workbook.ts';

export interface XlsxOptions {
  /** Name, or 1-based number, of the sheet; without it the first visible one that holds a table. */
  readonly sheet?: string | number | undefined;
  /** Read only so many non-empty rows. */
  readonly firstRows?: number | undefined;
}

/** A table has a heading and a row below it. */
const rowsOfATable = 2;
/** Sheets looked into to tell the operator that there is more. */
const peekedSheets = 20;

export async function readXlsx(unpacking: Unpacking, entries: readonly ZipEntry[], options: XlsxOptions): Promise<SheetFile> {
  const workbook = await openWorkbook(new OfficePackage(unpacking, entries));
  const strings = await readSharedStrings(workbook);
  if (options.sheet !== undefined) {
    return readSheet(workbook, strings, chooseSheet(workbook.sheets, options.sheet), options.firstRows);
  }
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  const candidates = visible.length > 0 ? visible : workbook.sheets;
  let fullest: SheetFile | undefined;
  const seen = new Set<ZipEntry>();
  for (const [at, sheet] of candidates.entries()) {
    // Several sheets that name one part are no more than one.
    if (sheet.entry && seen.has(sheet.entry)) continue;
    if (sheet.entry) seen.add(sheet.entry);
    const index = workbook.sheets.indexOf(sheet);
    const read = await readSheet(workbook, strings, index, options.firstRows);
    if (read.table.rowCount >= Math.min(rowsOfATable, options.firstRows ?? rowsOfATable)) {
      const others = await sheetsWithTables(workbook, strings, candidates.slice(at + 1));
      return { ...read, issues: [...read.issues, ...otherSheetsIssues(sheet.name, others)] };
    }
    if (!fullest || read.table.rowCount > fullest.table.rowCount) fullest = read;
  }
  // Candidates are never none: a workbook without sheets was refused.
  return fullest ?? readSheet(workbook, strings, 0, options.firstRows);
}

/** Every sheet, hidden ones too, in the order of their tabs. */
export async function* readAllXlsxSheets(unpacking: Unpacking, entries: readonly ZipEntry[]): AsyncGenerator<SheetFile, void, undefined> {
  const workbook = await openWorkbook(new OfficePackage(unpacking, entries));
  const strings = await readSharedStrings(workbook);
  for (const index of workbook.sheets.keys()) yield await readSheet(workbook, strings, index, undefined);
}

async function readSheet(workbook: Workbook, strings: readonly string[], sheetIndex: number, firstRows: number | undefined): Promise<SheetFile> {
  const sheet = workbook.sheets[sheetIndex];
  if (!sheet) throw new RangeError(`no sheet ${sheetIndex}`);
  const cells = new CellCollector();
  const scanner = await scanSheet(workbook, strings, sheet, cells, firstRows);
  const table = cells.build({
    sheet: sheet.name,
    date1904: workbook.date1904,
    merged: scanner.merged,
    hiddenRows: scanner.hiddenRows,
    hiddenColumns: scanner.hiddenColumns,
  });
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    sheetIndex,
    table,
    issues: [...cells.issues, ...hiddenIssues(table)],
  };
}

async function scanSheet(workbook: Workbook, strings: readonly string[], sheet: WorkbookSheet, cells: CellCollector, firstRows: number | undefined): Promise<SheetScanner> {
  if (!sheet.entry) throw refusal('reading.brokenWorkbook');
  const scanner = new SheetScanner({ strings, numberKinds: workbook.numberKinds, cells, firstRows });
  for await (const piece of workbook.package.pieces(sheet.entry)) {
    scanner.write(piece);
    if (scanner.isStopped) break;
  }
  scanner.end();
  return scanner;
}

/** Names of those sheets that look like tables. One that cannot be read is not spoken of: nobody asked for it. */
async function sheetsWithTables(workbook: Workbook, strings: readonly string[], sheets: readonly WorkbookSheet[]): Promise<string[]> {
  const names: string[] = [];
  for (const sheet of sheets.slice(0, peekedSheets)) {
    throwIfCancelled(workbook.package.unpacking.signal);
    const cells = new CellCollector();
    try {
      await scanSheet(workbook, strings, sheet, cells, rowsOfATable);
      if (cells.rowCount >= rowsOfATable) names.push(sheet.name);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      throwIfCancelled(workbook.package.unpacking.signal);
    }
  }
  return names;
}
