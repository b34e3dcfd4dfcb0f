/** Reads files that the app wrote with third-party libraries. */
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Reads every sheet of a workbook as texts. */
export async function readWorkbookFile(file: string): Promise<readonly ReadSheet[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row) => {
      rows.push(Array.from({ length: sheet.columnCount }, (_, column) => row.getCell(column + 1).text));
    });
    return { name: sheet.name, rows };
  });
}

export function readCsvFile(file: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(readFileSync(file, 'utf8'), { delimiter: ';', skipEmptyLines: true }).data;
}

/** The rows below the headings as records by heading; `headingRow` counts from 0. */
export function records(
  rows: readonly (readonly string[])[],
  headingRow: number,
): readonly Readonly<Record<string, string>>[] {
  const headings = rows[headingRow] ?? [];
  return rows
    .slice(headingRow + 1)
    .map((row) => Object.fromEntries(headings.map((heading, column) => [heading, row[column] ?? ''])));
}
