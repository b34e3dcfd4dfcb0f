/** The report as a workbook: every text as it was, in every program. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSheetFile } from '../../../main/reading/read-file.ts';
import { writeXlsxReport } from '../../../main/reporting/xlsx-report.ts';
import { guessColumns } from '../../../shared/domain/columns/guess-columns.ts';
import { findHeadingRow } from '../../../shared/domain/columns/heading-row.ts';
import { orderStates } from '../../../shared/domain/model/order-states.ts';
import { languages } from '../../../shared/messages/translator.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';
import { hard, outcomeOf, source } from './report-of-texts.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A sheet as exceljs reads it: plain texts, and '' for blank cells. */
function texts(sheet: ExcelJS.Worksheet): string[][] {
  const read: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    read.push(Array.from({ length: sheet.columnCount }, (_, column) => row.getCell(column + 1).text));
  });
  return read;
}

describe('the workbook', () => {
  test('prints on A4, all columns on a page, with the headings on every page', async () => {
    const path = join(folder, 'report.xlsx');
    await writeXlsxReport(path, source());
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    for (const { pageSetup, headerFooter } of workbook.worksheets) {
      expect(pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
      expect(headerFooter.oddFooter).toContain('&P');
    }
    const [summary, rows, failed] = workbook.worksheets.map((sheet) => sheet.pageSetup);
    expect([summary?.orientation, rows?.orientation, failed?.orientation]).toEqual([
      'portrait',
      'landscape',
      'landscape',
    ]);
    expect([rows?.printTitlesRow, failed?.printTitlesRow]).toEqual(['1:1', '1:1']);
  });

  test('holds every text as it was, typed as text', async () => {
    const path = join(folder, 'report.xlsx');
    await writeXlsxReport(path, source());
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Xulosa', 'Qatorlar', 'Faqat bajarilmaganlar']);
    const rows = workbook.getWorksheet('Qatorlar')!;
    expect(texts(rows)[0]).toEqual([
      'Buyurtma ID',
      'Matn',
      'WMS: natija',
      'WMS: holat',
      'WMSdagi raqami (ID)',
      'WMS: yuborilgan raqam',
      'WMS: nima yuborilgan (farq qilsa)',
      'WMS: fayldagi qatori',
      'WMS: ustun',
      'WMS: sabab',
      'WMS: vaqt (Toshkent)',
    ]);
    for (const [index, text] of hard.entries()) {
      const cell = rows.getRow(index + 2).getCell(2);
      expect(cell.formula).toBeUndefined();
      expect([ExcelJS.ValueType.String, ExcelJS.ValueType.RichText]).toContain(cell.type);
      expect(cell.numFmt).toBe('@');
      // exceljs undoes no escapes of control characters, and those of XML twice; our own reader is exact, below.
      if (!/[\r\u0007]|&amp;/u.test(text)) expect(cell.text.replace('_x005F_', '_')).toBe(text);
    }
    expect(rows.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(rows.autoFilter).toBeTruthy();
  });

  test('is read by our own reader exactly as the file was', async () => {
    const path = join(folder, 'report.xlsx');
    await writeXlsxReport(path, source());
    const { table, sheets } = await readSheetFile({ path }, { sheet: 'Qatorlar' });
    expect(sheets).toHaveLength(3);
    expect(hard.map((_, index) => table.text(index + 1, 1))).toEqual(hard);
    expect(table.cell(1, 0)).toEqual({ kind: 'text', text: '700000' });
  });

  test('words and colours say the verdict; states add up', async () => {
    const path = join(folder, 'report.xlsx');
    const summary = await writeXlsxReport(path, source());
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const rows = texts(workbook.getWorksheet('Qatorlar')!).slice(1);
    const count = (column: number, text: string) => rows.filter((row) => row[column] === text).length;
    expect(count(2, 'WMSda bor')).toBe(summary.verdicts.done);
    expect(count(2, 'Bajarilmadi')).toBe(summary.verdicts.notDone);
    expect(orderStates.reduce((sum, state) => sum + summary.orders[state], 0)).toBe(hard.length);
    expect(workbook.getWorksheet('Qatorlar')!.getRow(2).getCell(3).fill).toMatchObject({
      type: 'pattern',
      fgColor: { argb: expect.any(String) },
    });
    const cell = rows.find((row) => row[2] === 'WMSda bor')!;
    expect(cell.slice(4)).toEqual([String(Number(cell[0]) + 1000), cell[0], '', '4', '', '', '24.11.2026 14:00']);
    const shown = texts(workbook.getWorksheet('Xulosa')!).flat();
    expect(shown).toContain('buyurtmalar.xlsx');
    expect(shown).toContain('The WMS does not know this product.');
  });

  test('failed rows stand alone, with the file’s own headings and cells, their row, and why they failed', async () => {
    const path = join(folder, 'report.xlsx');
    await writeXlsxReport(path, source());
    const { table } = await readSheetFile({ path }, { sheet: 'Faqat bajarilmaganlar' });
    const failed = hard.flatMap((text, index) =>
      ['rejected', 'withErrors'].includes(outcomeOf(String(700_000 + index)).state)
        ? [[String(700_000 + index), text, String(index + 2)]]
        : [],
    );
    const rowTexts = (index: number) =>
      Array.from({ length: table.columnCount }, (_, column) => table.text(index, column));
    expect(rowTexts(0)).toEqual(['Buyurtma ID', 'Matn', 'WMS: fayldagi qatori', 'WMS: ustun', 'WMS: sabab']);
    const written = Array.from({ length: table.rowCount - 1 }, (_, index) => rowTexts(index + 1));
    expect(written.map((cells) => cells.slice(0, 3))).toEqual(failed);
    expect(written.map((cells) => cells[4])).toContain('The WMS does not know this product.');
  });

  test('practice stands on the first line of the summary and of the rows', async () => {
    const path = join(folder, 'report.xlsx');
    await writeXlsxReport(path, source({ practice: true }));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    expect(texts(workbook.getWorksheet('Xulosa')!)[0]![0]).toContain('MASHQ');
    const rows = texts(workbook.getWorksheet('Qatorlar')!);
    expect(rows[0]![0]).toContain('MASHQ');
    expect(rows[1]![0]).toBe('Buyurtma ID');
    expect(texts(workbook.getWorksheet('Faqat bajarilmaganlar')!)[0]).toEqual([
      'Buyurtma ID',
      'Matn',
      'WMS: fayldagi qatori',
      'WMS: ustun',
      'WMS: sabab',
    ]);
  });

  test.each(languages)(
    'opened again, its columns are known and its own are taken for no field: %s',
    async (language) => {
      const headings = ['Buyurtma ID', 'F.I.Sh.', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot ID', 'Miqdor', 'Narx'];
      const rows = Array.from({ length: 40 }, (_, index) => {
        const orderKey = String(700_000 + index);
        return {
          row: index + 2,
          cells: [orderKey, 'Aliyev Vali', '+998901234567', 'Navoiy 5', 'Buxoro', '7', '1', '5000'],
          orderKey,
        };
      });
      const path = join(folder, 'report.xlsx');
      await writeXlsxReport(
        path,
        source({ headings, rows: () => rows, rowCount: rows.length, practice: true, language }),
      );
      const { table } = await readSheetFile({ path }, { sheet: translatorFor(language)('reportFile.sheet.rows') });
      const textsOf = (index: number) =>
        Array.from({ length: table.columnCount }, (_, column) => table.text(index, column));
      const head = findHeadingRow(Array.from({ length: 30 }, (_, index) => textsOf(index)));
      expect(head).toEqual({ index: 1, headingRowCount: 1 });
      const samples = (column: number) => rows.map((_, index) => table.cell(index + 2, column));
      const known = guessColumns(textsOf(1), samples, { rowCount: rows.length }).map(({ field }) => field);
      expect(known.slice(0, 8)).toEqual([
        'order_id',
        'full_name',
        'phone',
        'address',
        'region',
        'client_product_id',
        'quantity',
        'price',
      ]);
      expect(known.slice(8)).toEqual(Array.from({ length: 9 }, () => null));
    },
  );

  test('a cell beyond the headings is kept; a text too long for Excel ends in «…»', async () => {
    const path = join(folder, 'report.xlsx');
    const rows = [{ row: 2, cells: ['1', 'x'.repeat(40_000), 'beyond'], orderKey: '1' }];
    await writeXlsxReport(path, source({ rows: () => rows, rowCount: 1 }));
    const { table } = await readSheetFile({ path }, { sheet: 'Qatorlar' });
    expect(table.text(1, 2)).toBe('beyond');
    expect(table.text(1, 1)).toBe(`${'x'.repeat(32_766)}…`);
  });

  test('more columns than a sheet holds are refused with a way out', async () => {
    const headings = Array.from({ length: 16_384 }, () => 'h');
    await expect(writeXlsxReport(join(folder, 'report.xlsx'), source({ headings }))).rejects.toMatchObject({
      failure: { code: 'reporting.tooManyColumns' },
    });
  });
});
