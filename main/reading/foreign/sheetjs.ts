/** Reads workbooks by SheetJS: what it holds of a sheet becomes a table, with digits and texts unchanged. */
import { read, set_cptable, type CellObject, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import type { CellKind, MergedRange, SheetFacts } from '../../../shared/domain/table/table.ts';
import { CellCollector, isBlank } from '../cells.ts';
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import {
  generalFormat,
  numberFormatOf,
  withShownCurrency,
  withShownZeros,
  type NumberFormat,
} from '../xlsx/number-formats.ts';
import type { ForeignBook, ForeignSheet, TableWithIssues } from './foreign-sheet.ts';

const options: ParsingOptions = {
  // Rows as arrays: half the memory.
  dense: true,
  // Texts stay texts, dates stay serials.
  raw: true,
  cellDates: false,
  // The format code says which numbers are dates.
  cellNF: true,
  cellHTML: false,
  // A formula without a result would be read as 0.
  cellFormula: false,
};

/** Errors by their code in binary workbooks. ([MS-XLS] 2.5.10) */
const errorTexts = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

type Rows = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** The library could not read one of the sheets: it shows that only by leaving the sheet out. */
class MissingSheetError extends Error {}

/** Loads the code pages, without which texts of workbooks before Excel 97 are unreadable. */
export async function loadCodePages(): Promise<void> {
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
}

export interface SheetJsOptions {
  /** Whether to read hidden columns: the library then keeps every styled empty cell, too. */
  readonly withColumns: boolean;
  /** Hidden columns of each sheet, where they are known already. */
  readonly hiddenColumns?: readonly (readonly number[])[];
  /** Struck rows of each sheet, where they are known; the library does not tell them. */
  readonly struckRows?: readonly (readonly number[])[];
}

/** @throws MissingSheetError, and whatever the library throws, also strings */
export function openWithSheetJs(bytes: Buffer, wanted: SheetJsOptions): ForeignBook {
  const book = read(bytes, { ...options, type: 'buffer', cellStyles: wanted.withColumns, cellText: false });
  return {
    encoding: null,
    issues: [],
    sheets: book.SheetNames.flatMap((name, index) =>
      sheetOf(book, name, wanted.hiddenColumns?.[index], wanted.struckRows?.[index] ?? []),
    ),
  };
}

function sheetOf(
  book: WorkBook,
  name: string,
  hiddenColumns: readonly number[] | undefined,
  struckRows: readonly number[],
): ForeignSheet[] {
  const sheet = book.Sheets[name];
  if (!sheet) throw new MissingSheetError(name);
  // Charts, dialogs and macros are tabs without cells.
  if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') return [];
  const rows: Rows = sheet['!data'] ?? [];
  // Checked before the loop: a row's number may be anything.
  if (rows.length > limits.rows || rows.some((row) => row !== undefined && row.length > limits.columns))
    throw readingRefusal('reading.beyondSheet', { address: name });
  const formats = new Map<unknown, NumberFormat>();
  const isFilled = (cell: CellObject | undefined): boolean => cell !== undefined && heldBy(cell, formats) !== undefined;
  const facts = {
    sheet: name,
    date1904: book.Workbook?.WBProps?.date1904 === true,
    merged: (sheet['!merges'] ?? []).map(({ s, e }): MergedRange => ({
      firstRow: s.r + 1,
      lastRow: e.r + 1,
      firstColumn: s.c,
      lastColumn: e.c,
    })),
    hiddenRows: hiddenOf(sheet['!rows']).map((row) => row + 1),
    hiddenColumns: hiddenColumns ?? hiddenOf(sheet['!cols']),
    struckRows,
  };
  return [
    {
      name,
      hidden: (book.Workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0) > 0,
      rows: rows.reduce((count, row) => count + (row?.some(isFilled) ? 1 : 0), 0),
      read: (firstRows) => readRows(rows, facts, formats, firstRows ?? Number.POSITIVE_INFINITY),
    },
  ];
}

function readRows(
  rows: Rows,
  facts: Omit<SheetFacts, 'joined' | 'stacked' | 'parts'>,
  formats: Map<unknown, NumberFormat>,
  firstRows: number,
): TableWithIssues {
  const cells = new CellCollector();
  for (const [row, list] of rows.entries()) {
    if (cells.rowCount >= firstRows) break;
    list?.forEach((cell, column) => {
      const held = cell && heldBy(cell, formats);
      if (held) cells.add(row + 1, column, held[0], held[1]);
    });
  }
  return { table: cells.build(facts), issues: cells.issues };
}

function hiddenOf(list: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = [];
  list?.forEach((one, index) => {
    if (one?.hidden) hidden.push(index);
  });
  return hidden;
}

/** What the cell holds; undefined for an empty one. `formats` caches what format codes say, which are few. */
function heldBy(
  cell: CellObject,
  formats: Map<unknown, NumberFormat>,
): readonly [kind: CellKind, held: string | number] | undefined {
  switch (cell.t) {
    case 's':
      return typeof cell.v === 'string' && !isBlank(cell.v) ? ['text', cell.v] : undefined;
    case 'n':
      return typeof cell.v === 'number' && Number.isFinite(cell.v) ? numberOf(cell.v, cell.z, formats) : undefined;
    case 'b':
      return ['boolean', cell.v ? 'TRUE' : 'FALSE'];
    case 'e':
      return ['error', errorTexts.get(Number(cell.v)) ?? '#ERROR!'];
    default:
      return undefined;
  }
}

function numberOf(
  value: number,
  code: unknown,
  formats: Map<unknown, NumberFormat>,
): readonly [kind: CellKind, held: string | number] {
  let format = formats.get(code);
  if (format === undefined) {
    format = typeof code === 'string' ? numberFormatOf(code) : generalFormat;
    formats.set(code, format);
  }
  const sum = withShownCurrency(value, format);
  return sum === undefined ? [format.kind, withShownZeros(value, format) ?? value] : ['text', sum];
}
