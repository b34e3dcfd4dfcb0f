/** Reads bytes as the app reads a file, and returns the result in a form that fits into one line of a test. */
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import { columnLetters, type Table } from '../../shared/domain/table/table.ts';
import { FailureError } from '../../shared/result.ts';
import { readSheetFile, type ReadOptions } from '../../main/reading/read-file.ts';

const marks = {
  text: '',
  number: 'n:',
  date: 'd:',
  percent: '%:',
  boolean: 'b:',
  error: 'e:',
  uncalculated: '?:',
  empty: '',
} as const;

export function readBytes(
  bytes: Uint8Array | string,
  options: ReadOptions & { readonly name?: string } = {},
): Promise<SheetFile> {
  const { name = 'orders.xlsx', ...rest } = options;
  return readSheetFile({ bytes: Buffer.from(bytes as string), name }, rest);
}

/** Every cell by its address: a text as it is, other kinds with a letter before (`n:5`, `d:46000`, `b:TRUE`). */
export function cellsOf(table: Table): Record<string, string> {
  const cells: Record<string, string> = {};
  for (let index = 0; index < table.rowCount; index++) {
    table.forEachCell(index, (column, kind, text) => {
      cells[`${columnLetters(column)}${table.rowNumber(index)}`] = marks[kind] + text;
    });
  }
  return cells;
}

/** The cells of the sheet; none if the file was refused for having none. */
export async function readCells(
  bytes: Uint8Array | string,
  options: ReadOptions & { readonly name?: string } = {},
): Promise<Record<string, string>> {
  try {
    return cellsOf((await readBytes(bytes, options)).table);
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'reading.noCells') return {};
    throw error;
  }
}

/** The failure's code when a reading rejects; the test fails if the file was read. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof FailureError) return error.failure.code;
    throw error;
  }
  throw new Error('the file was read');
}
