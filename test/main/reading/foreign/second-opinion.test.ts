/** Other readers' opinion: wherever SheetJS and exceljs agree about a cell, ours agrees with them, on every workbook of the project. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read as readBook, type CellObject } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readEverySheet } from '../../../../main/reading/read-file.ts';
import { columnLetters } from '../../../../shared/domain/table/table.ts';
import { localReader } from '../../../support/local-reader.ts';

const root = join(import.meta.dirname, '../../../..');
const formats = /\.(?:xlsx|xlsm|xls|xlsb|ods|fods|xml)$/;
const found = await Promise.all(
  ['samples', 'test/fixtures'].map(async (folder) => {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && formats.test(entry.name) && !entry.name.includes('page'))
      .map((entry) => join(entry.parentPath, entry.name));
  }),
);

type Opinion = Map<string, string | number>;

/** Numbers to the second of a day, texts without the white space that web pages and some readers fold. */
function plain(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(value * 86_400) / 86_400 : value.replace(/\s+/g, ' ').trim();
}

const epoch = Date.UTC(1899, 11, 30);

/** An ISO date or a serial as a serial. */
function serialOf(text: string): number {
  return /^\d{4}-/.test(text)
    ? (Date.parse(text.includes('T') ? `${text}Z` : text) - epoch) / 86_400_000
    : Number(text);
}

async function ours(path: string): Promise<Map<string, Opinion>> {
  const sheets = new Map<string, Opinion>();
  for await (const { table } of readEverySheet({ path }, { foreign: localReader })) {
    const cells: Opinion = new Map();
    for (let index = 0; index < table.rowCount; index++) {
      table.forEachCell(index, (column, kind, text) => {
        if (kind === 'uncalculated') return;
        const value = kind === 'date' ? serialOf(text) : kind === 'number' || kind === 'percent' ? Number(text) : text;
        cells.set(`${columnLetters(column)}${table.rowNumber(index)}`, plain(value));
      });
    }
    sheets.set(table.sheet, cells);
  }
  return sheets;
}

const errors = new Map([
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

async function sheetJs(path: string): Promise<Map<string, Opinion>> {
  const book = readBook(await readFile(path), { raw: true, UTC: true });
  return new Map(
    book.SheetNames.map((name) => {
      const sheet = book.Sheets[name] ?? {};
      const cells: Opinion = new Map();
      for (const [address, cell] of Object.entries(sheet)) {
        if (address.startsWith('!')) continue;
        const { t, v } = cell as CellObject;
        if (t === 'b') cells.set(address, v ? 'TRUE' : 'FALSE');
        else if (t === 'e') cells.set(address, errors.get(Number(v)) ?? '');
        else if ((typeof v === 'string' && v.trim() !== '') || typeof v === 'number') cells.set(address, plain(v));
      }
      return [name, cells];
    }),
  );
}

function excelJsValue(value: ExcelJS.CellValue): string | number {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return (value.getTime() - epoch) / 86_400_000;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'object') return value;
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  if ('error' in value) return value.error;
  if ('result' in value) return excelJsValue(value.result);
  return 'text' in value ? excelJsValue(value.text as ExcelJS.CellValue) : '';
}

async function excelJs(path: string): Promise<Map<string, Opinion>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return new Map(
    book.worksheets.map((sheet) => {
      const cells: Opinion = new Map();
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          const value = cell.isMerged && cell.master.address !== cell.address ? '' : plain(excelJsValue(cell.value));
          if (value !== '') cells.set(cell.address, value);
        }),
      );
      return [sheet.name, cells];
    }),
  );
}

/** Addresses at which these opinions are the same, and their value. */
function agreed(first: Opinion, second: Opinion): [string, string | number][] {
  return [...first].filter(([address, value]) => second.get(address) === value);
}

describe('our cells are those on which others agree', () => {
  it('has something to look at', () => {
    expect(found.flat().length).toBeGreaterThan(6);
  });

  // SheetJS finds no cells in the strict form.
  it.each(
    found
      .flat()
      .filter((file) => !file.endsWith('strict-ooxml.xlsx'))
      .map((file) => [file.slice(root.length + 1), file]),
  )('in %s', async (_, file) => {
    const isXlsx = /\.xls[xm]$/.test(file);
    const mine = await ours(file);
    const theirs = await sheetJs(file);
    // Only .xlsx has two of them; the others' formats SheetJS reads alone.
    const second = isXlsx ? await excelJs(file) : theirs;
    expect([...mine.keys()]).toEqual([...theirs.keys()]);
    for (const [name, cells] of mine) {
      const common = agreed(theirs.get(name) ?? new Map(), second.get(name) ?? new Map());
      expect(common.length).toBeGreaterThan(0);
      for (const [address, value] of common) expect([address, cells.get(address)]).toEqual([address, value]);
      // And nothing that neither of them has: cells are not made up.
      for (const address of cells.keys())
        expect(theirs.get(name)?.has(address) || second.get(name)?.has(address), `${name}!${address}`).toBe(true);
    }
  });
});
