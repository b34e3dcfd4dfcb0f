/** Another reader's opinion: on every workbook of the project exceljs finds the same cells as we do. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readEverySheet } from '../../../../main/reading/read-file.ts';
import { columnLetters } from '../../../../shared/domain/table/table.ts';

const root = join(import.meta.dirname, '../../../..');
const folders = ['samples', 'test/fixtures'];
const found = await Promise.all(
  folders.map(async (folder) => {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.xlsx'))
      .map((entry) => join(entry.parentPath, entry.name));
  }),
);
/** What exceljs misreads: an ISO date as its year, and the days of the 1904 system. The right cells stand beside them by hand. */
const misread = ['strict-ooxml.xlsx', 'date-1904.xlsx'];
const files = found.flat().filter((file) => !misread.some((name) => file.endsWith(name)));

/** A value of exceljs as our table would hold it: a number or date as a number, everything else as text. */
function plain(value: ExcelJS.CellValue): string | number {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Math.round((value.getTime() / 86_400_000 + 25_569) * 86_400) / 86_400;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'object') return value;
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('result' in value) return plain(value.result);
  return 'text' in value ? plain(value.text as ExcelJS.CellValue) : '';
}

describe('exceljs finds the same', () => {
  it('has something to look at', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files.map((file) => [file.slice(root.length + 1), file]))('in %s', async (_, file) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    for await (const { table } of readEverySheet({ path: file })) {
      const theirs: Record<string, string | number> = {};
      book.getWorksheet(table.sheet)?.eachRow((row) =>
        row.eachCell((cell) => {
          // exceljs repeats the value of a merged range in each of its cells.
          const value = cell.isMerged && cell.master.address !== cell.address ? '' : plain(cell.value);
          if (typeof value === 'number' || value.trim() !== '') theirs[cell.address] = value;
        }),
      );
      const ours: Record<string, string | number> = {};
      for (let index = 0; index < table.rowCount; index++) {
        table.forEachCell(index, (column, kind, text) => {
          const address = `${columnLetters(column)}${table.rowNumber(index)}`;
          if (kind === 'date') ours[address] = Math.round(Number(text) * 86_400) / 86_400;
          else if (kind === 'number' || kind === 'percent') ours[address] = Number(text);
          else if (kind !== 'uncalculated') ours[address] = text;
        });
      }
      expect(ours).toEqual(theirs);
    }
  });
});
