import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSheetFile } from '../../../main/reading/read-file.ts';
import { writeCsvReport } from '../../../main/reporting/csv-report.ts';
import { replaceFile } from '../../../main/reporting/file-replacement.ts';
import { defaultReportName } from '../../../main/reporting/report-name.ts';
import type { ReportSource } from '../../../main/reporting/report-source.ts';
import { writeXlsxReport } from '../../../main/reporting/xlsx-report.ts';
import { guessColumns } from '../../../shared/domain/columns/guess-columns.ts';
import { findHeadingRow } from '../../../shared/domain/columns/heading-row.ts';
import { orderStates } from '../../../shared/domain/model/order-states.ts';
import type { ReportSourceRow, RowOutcome } from '../../../shared/domain/report/report-table.ts';
import { languages } from '../../../shared/messages/translator.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Texts that spreadsheet programs like to change. */
const hard = [
  '+998901234567',
  '00123',
  '12345678901234567',
  '=1+1',
  '-5',
  '@a',
  "'x",
  '1E5',
  '01.02.2026',
  'TRUE',
  ' space before',
  'space after ',
  'two\nlines',
  'tab\there',
  'return\r\nline',
  '_x000D_',
  '_x005F_',
  'bell\u0007',
  '<b>&amp;"\'',
  'oʻgʻil Ўғил',
  '\u{1f4e6}',
  '#N/A',
  '1,5',
  '½',
  'a;b',
  '\ufeffmark',
  '\u00a0nbsp',
];

const states = ['accepted', 'rejected', 'unknown', 'withErrors', 'leftOut', 'ready'] as const;

function outcomeOf(orderKey: string): RowOutcome {
  const state = states[Number(orderKey) % states.length]!;
  return {
    state,
    wmsId: state === 'accepted' ? Number(orderKey) + 1000 : null,
    reasons: state === 'rejected' ? ['The WMS does not know this product.'] : [],
    at: Date.UTC(2026, 10, 24, 9),
    amount: 1000,
  };
}

function source(change: Partial<ReportSource> = {}): ReportSource {
  const rows: ReportSourceRow[] = hard.map((text, index) => ({
    row: index + 2,
    cells: [String(700_000 + index), text],
    orderKey: String(700_000 + index),
  }));
  return {
    headings: ['Buyurtma ID', 'Matn'],
    outcomeOf,
    server: 'http://wms.bts.uz:8040/',
    practice: false,
    fileName: 'buyurtmalar.xlsx',
    createdAt: Date.UTC(2026, 10, 24, 9, 5),
    language: 'uz',
    rows: () => rows,
    rowCount: rows.length,
    ...change,
  };
}

/** A sheet as exceljs reads it: plain texts, and '' for blank cells. */
function texts(sheet: ExcelJS.Worksheet): string[][] {
  const read: string[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    read.push(Array.from({ length: sheet.columnCount }, (_, column) => row.getCell(column + 1).text));
  });
  return read;
}

describe('the workbook', () => {
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
      'WMS: oʻz IDsi',
      'WMS: yuborilgan raqam',
      'WMS: nima yuborilgan (farq qilsa)',
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
    expect(count(2, 'Bajarildi')).toBe(summary.verdicts.done);
    expect(count(2, 'Bajarilmadi')).toBe(summary.verdicts.notDone);
    expect(orderStates.reduce((sum, state) => sum + summary.orders[state], 0)).toBe(hard.length);
    expect(workbook.getWorksheet('Qatorlar')!.getRow(2).getCell(3).fill).toMatchObject({
      type: 'pattern',
      fgColor: { argb: expect.any(String) },
    });
    const cell = rows.find((row) => row[2] === 'Bajarildi')!;
    expect(cell.slice(4)).toEqual([String(Number(cell[0]) + 1000), cell[0], '', '', '24.11.2026 14:00']);
    const shown = texts(workbook.getWorksheet('Xulosa')!).flat();
    expect(shown).toContain('buyurtmalar.xlsx');
    expect(shown).toContain('The WMS does not know this product.');
  });

  test('failed rows stand alone, with the file’s own headings and cells', async () => {
    const path = join(folder, 'report.xlsx');
    await writeXlsxReport(path, source());
    const { table } = await readSheetFile({ path }, { sheet: 'Faqat bajarilmaganlar' });
    const failed = hard.flatMap((text, index) =>
      ['rejected', 'withErrors', 'ready'].includes(outcomeOf(String(700_000 + index)).state)
        ? [[String(700_000 + index), text]]
        : [],
    );
    expect(table.columnCount).toBe(2);
    expect([table.text(0, 0), table.text(0, 1)]).toEqual(['Buyurtma ID', 'Matn']);
    expect(
      Array.from({ length: table.rowCount - 1 }, (_, index) => [table.text(index + 1, 0), table.text(index + 1, 1)]),
    ).toEqual(failed);
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
    expect(texts(workbook.getWorksheet('Faqat bajarilmaganlar')!)[0]).toEqual(['Buyurtma ID', 'Matn']);
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
      expect(known.slice(8)).toEqual([null, null, null, null, null, null, null]);
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

describe('the csv', () => {
  test('is UTF-8 with its mark, has no formula, and gives every text back', async () => {
    const path = join(folder, 'report.csv');
    const summary = await writeCsvReport(path, source());
    const written = await readFile(path, 'utf8');
    expect(written.startsWith('\ufeffBuyurtma ID;Matn;WMS: natija')).toBe(true);
    const [, ...rows] = Papa.parse<string[]>(written.slice(1), {
      delimiter: ';',
      newline: '\r\n',
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(summary.rows);
    expect(rows.map((row) => row[1]!.replace(/^'/u, ''))).toEqual(hard);
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+@-]/u);
  });

  test('practice stands on the first line', async () => {
    const path = join(folder, 'report.csv');
    await writeCsvReport(path, source({ practice: true, language: 'ru' }));
    const [first, second] = (await readFile(path, 'utf8')).split('\r\n');
    expect(first).toContain('УЧЕБНЫЙ');
    expect(second).toContain('Buyurtma ID');
  });
});

describe.each([
  ['xlsx', writeXlsxReport],
  ['csv', writeCsvReport],
] as const)('writing %s', (format, write) => {
  async function* many(count: number): AsyncGenerator<ReportSourceRow> {
    for (let index = 0; index < count; index++)
      yield { row: index + 2, cells: [String(index + 1), 'x'], orderKey: String(index + 1) };
  }

  test('tells its progress up to the end, never backwards', async () => {
    const told: number[] = [];
    await write(join(folder, `report.${format}`), source({ rows: () => many(2600), rowCount: 2600 }), {
      onProgress: (done, total) => told.push(done / total),
    });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(4);
  });

  test('a stop leaves the old file and nothing else', async () => {
    const path = join(folder, `report.${format}`);
    await writeFile(path, 'old');
    const stop = new AbortController();
    const writing = write(path, source({ rows: () => many(100_000), rowCount: 100_000 }), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(writing).rejects.toMatchObject({ failure: { code: 'reporting.cancelled' } });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual([`report.${format}`]);
  });

  test('a row that cannot be read leaves the old file and nothing else', async () => {
    const path = join(folder, `report.${format}`);
    await writeFile(path, 'old');
    let pass = 0;
    const rows = async function* () {
      yield* many(1200);
      if (++pass === 2) throw new Error('gone');
    };
    await expect(write(path, source({ rows, rowCount: 1200 }))).rejects.toMatchObject({
      failure: { code: 'reporting.notWritten' },
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual([`report.${format}`]);
  });

  test('a folder that is not there', async () => {
    await expect(write(join(folder, 'gone', `report.${format}`), source())).rejects.toMatchObject({
      failure: { code: 'reporting.noFolder', params: { name: `report.${format}` } },
    });
  });
});

describe('replacing a file', () => {
  test('a name that is a folder', async () => {
    await mkdir(join(folder, 'taken'));
    await writeFile(join(folder, 'taken', 'x'), '');
    await expect(replaceFile(join(folder, 'taken'), async (stream) => stream.write('new'))).rejects.toMatchObject({
      failure: { code: expect.stringMatching(/^reporting\./u) },
    });
    expect(await readdir(folder)).toEqual(['taken']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    await chmod(folder, 0o500);
    await expect(replaceFile(join(folder, 'x'), async () => undefined)).rejects.toMatchObject({
      failure: { code: 'reporting.notAllowed' },
    });
    await chmod(folder, 0o700);
  });

  test.skipIf(process.platform !== 'linux')('a full disk is said so, even while the writer waits', async () => {
    const waiting = replaceFile(join(folder, 'x'), async (stream) => {
      stream.destroy(Object.assign(new Error('full'), { code: 'ENOSPC' }));
      await new Promise(() => {});
    });
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'reporting.noSpace' } });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('the name', () => {
  const now = Date.UTC(2026, 10, 24, 9, 5);
  test.each([
    ['buyurtmalar-24-11.xlsx', false, 'uz', 'buyurtmalar-24-11 hisobot 24.11.2026 14-05.xlsx'],
    ['заказы.csv', true, 'ru', 'заказы УЧЕБНЫЙ отчёт 24.11.2026 14-05.xlsx'],
    ['a/b:c?.xls', false, 'en', 'a-b-c- report 24.11.2026 14-05.xlsx'],
  ] as const)('of %s', (file, practice, language, name) => {
    expect(defaultReportName(file, practice, language, now)).toBe(name);
  });
  test('csv', () => {
    expect(defaultReportName('x.xlsx', false, 'en', now, 'csv')).toBe('x report 24.11.2026 14-05.csv');
  });
});
